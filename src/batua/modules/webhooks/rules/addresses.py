"""Where webhooks may go: the public internet, and this machine only when a setting says so.

Names are resolved when something is sent; here is what is known of an address without that.
"""

import re
from typing import Final
from urllib.parse import SplitResult, urlsplit

from batua.kit.addresses import is_allowed, literal
from batua.modules.webhooks.errors import BadAddress

_MOST: Final = 1000
_PLAIN: Final = re.compile(r"[!-~]+")
_NAME: Final = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})*\.?")
_LOOPBACK_NAME: Final = "localhost"


def check(url: str, *, loopback: bool) -> str:
    """The address as it is kept.

    loopback  whether this machine is allowed, by http too
    refuses   BadAddress
    """
    if len(url) > _MOST or not _PLAIN.fullmatch(url) or "#" in url or "\\" in url:
        raise BadAddress
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise BadAddress from None
    if "@" in parts.netloc or port == 0 or not _is_host(host):
        raise BadAddress
    if not _is_fit(parts, host, loopback=loopback):
        raise BadAddress
    return url


def _is_fit(parts: SplitResult, host: str, *, loopback: bool) -> bool:
    is_local = _is_local(host)
    if parts.scheme == "http":
        return loopback and is_local
    if parts.scheme != "https":
        return False
    if literal(host) is not None:
        return is_allowed(host, loopback=loopback)
    return loopback or not is_local


def _is_host(host: str) -> bool:
    return literal(host) is not None or _NAME.fullmatch(host) is not None


def _is_local(host: str) -> bool:
    number = literal(host)
    if number is not None:
        return number.is_loopback
    name = host.removesuffix(".").lower()
    return name == _LOOPBACK_NAME or name.endswith(f".{_LOOPBACK_NAME}")
