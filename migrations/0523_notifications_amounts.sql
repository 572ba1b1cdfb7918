-- Notifications: whether amounts may stand where others can look on, such as a lock screen.
ALTER TABLE notifications.wish
ADD COLUMN shows_amounts boolean NOT NULL DEFAULT false;
