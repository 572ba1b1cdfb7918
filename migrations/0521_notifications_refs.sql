-- Notifications: providers that name a message by their own reference alone are understood too.
CREATE INDEX dispatch_provider_ref ON notifications.dispatch (provider_ref)
WHERE provider_ref IS NOT NULL;
