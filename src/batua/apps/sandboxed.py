"""Settings that join an installation to its own sandbox: addresses, and secrets both sides know."""

import base64

from batua.kit.secrets import KeyRing


def settings(ring: KeyRing, public_url: str, sandbox_url: str) -> dict[str, str]:
    """What web, worker and sandbox need to speak to each other, by environment name.

    The secrets follow from the installation's index key, so a restart keeps them.
    """
    key_secret = ring.index("api key", purpose="sandbox").hex()
    webhook = base64.b64encode(ring.index("webhook", purpose="sandbox")).decode()
    return {
        "BATUA_SANDBOX_URL": sandbox_url,
        "BATUA_SANDBOX_KEY_SECRET": key_secret,
        "BATUA_SANDBOX_WEBHOOK_SECRET": f"whsec_{webhook}",
        "BATUA_GATEWAYS_SANDBOX_URL": sandbox_url,
        "BATUA_GATEWAYS_SANDBOX_KEY_SECRET": key_secret,
        "BATUA_GATEWAYS_SANDBOX_WEBHOOK_SECRET": f"whsec_{webhook}",
        "BATUA_GATEWAYS_SANDBOX_CALLBACK_URL": f"{public_url}/api/v1/webhooks/sandbox",
        "BATUA_SMS_URL": sandbox_url,
        "BATUA_SMS_KEY_SECRET": key_secret,
        "BATUA_CHANNELS_URL": sandbox_url,
        "BATUA_CHANNELS_KEY_SECRET": key_secret,
    }
