"""Settings that join an installation to its own sandbox: addresses, and secrets both sides know."""

import base64
from collections.abc import Mapping

from batua.kit.secrets import KeyRing
from batua.sandbox.dialects.paytm import merchant_key


def settings(
    ring: KeyRing, public_url: str, sandbox_url: str, env: Mapping[str, str]
) -> dict[str, str]:
    """What web, worker and sandbox need to speak to each other, by environment name.

    The secrets follow from the installation's index key, so a restart keeps them. A provider of
    which anything is set in `env` is left to whoever set it: true keys never go to a stand-in.
    """
    key_secret = ring.index("api key", purpose="sandbox").hex()
    webhook = base64.b64encode(ring.index("webhook", purpose="sandbox")).decode()
    rails = {
        "RAZORPAY": {
            "KEY_ID": "batua",
            "KEY_SECRET": key_secret,
            "WEBHOOK_SECRET": f"whsec_{webhook}",
            "PAYOUT_ACCOUNT": "7878780080316316",
        },
        "CASHFREE": {
            "CLIENT_ID": "batua",
            "CLIENT_SECRET": key_secret,
            "PAYOUT_CLIENT_ID": "batua",
            "PAYOUT_CLIENT_SECRET": key_secret,
        },
        "STRIPE": {"SECRET_KEY": key_secret, "WEBHOOK_SECRET": f"whsec_{webhook}"},
        "PAYSTACK": {"SECRET_KEY": key_secret},
        "FLUTTERWAVE": {"SECRET_KEY": key_secret, "SECRET_HASH": f"whsec_{webhook}"},
        "PAYPAL": {
            "CLIENT_ID": "batua",
            "CLIENT_SECRET": key_secret,
            "WEBHOOK_ID": "4JH86294D6297924G",
        },
        "PAYTM": {
            "MERCHANT_ID": "batua",
            "MERCHANT_KEY": merchant_key(key_secret),
            "PAGES_URL": f"{public_url}/api/v1/checkouts",
        },
        "UPI": {
            "KEY": key_secret,
            "WEBHOOK_SECRET": f"whsec_{webhook}",
            "VPA": "batua@sandbox",
            "PAGES_URL": f"{public_url}/api/v1/checkouts",
        },
    }
    return {
        **_stand_ins(rails, sandbox_url, env),
        "BATUA_SANDBOX_WEBHOOKS_URL": f"{public_url}/api/v1/webhooks",
        "BATUA_SANDBOX_WHATSAPP_CALLBACK_URL": f"{public_url}/api/v1/channels/whatsapp",
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
        "BATUA_PUSH_LOOPBACK": "true",
    }


def _stand_ins(
    rails: Mapping[str, Mapping[str, str]], sandbox_url: str, env: Mapping[str, str]
) -> dict[str, str]:
    found: dict[str, str] = {}
    for rail, keys in rails.items():
        prefix = f"BATUA_GATEWAYS_{rail}_"
        if any(name.startswith(prefix) for name in env):
            continue
        wanted = {"URL": f"{sandbox_url}/{rail.lower()}", **keys}
        found |= {f"{prefix}{name}": value for name, value in wanted.items()}
    return found
