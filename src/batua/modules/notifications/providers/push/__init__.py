"""Web Push: browsers, each reached by the push service of its maker."""
