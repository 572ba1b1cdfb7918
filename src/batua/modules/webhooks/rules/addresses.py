"""Where webhooks may go: the public internet, and this machine only when a setting says so.

Names are resolved when something is sent; here is what is known of an address without that.
"""

from batua.kit.addresses import is_fit_url
from batua.modules.webhooks.errors import BadAddress


def check(url: str, *, loopback: bool) -> str:
    """The address as it is kept.

    loopback  whether this machine is allowed, by http too
    refuses   BadAddress
    """
    if not is_fit_url(url, loopback=loopback):
        raise BadAddress
    return url
