"""Identity: people, what proves who they are, and the devices and sessions they use."""
