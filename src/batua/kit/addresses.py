"""Addresses: which of them are on the internet, and which lead into somebody's house."""

import re
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import SplitResult, urlsplit

# Their last four bytes are an IPv4 address that a gateway on the way sends to.
_TRANSLATED: Final = IPv6Network("64:ff9b::/96")
_MOST: Final = 1000
_PLAIN: Final = re.compile(r"[!-~]+")
_NAME: Final = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})*\.?")
_LOOPBACK_NAME: Final = "localhost"


def literal(host: str) -> IPv4Address | IPv6Address | None:
    """The number that a host is written as; None when it is a name."""
    try:
        return ip_address(host)
    except ValueError:
        return None


def is_allowed(text: str, *, loopback: bool) -> bool:
    """Whether something may be sent to this numeric address."""
    found = literal(text)
    if found is None or "%" in text:
        return False
    if isinstance(found, IPv6Address):
        inner = found.ipv4_mapped
        if inner is None and found in _TRANSLATED:
            inner = IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return is_allowed(str(inner), loopback=loopback)
        if found.sixtofour is not None or found.teredo is not None:
            return False
    if found.is_loopback:
        return loopback
    return found.is_global and not found.is_multicast and not found.is_reserved


def is_loopback(text: str) -> bool:
    """Whether a numeric address is this machine."""
    found = literal(text)
    return found is not None and found.is_loopback


def is_fit_url(url: str, *, loopback: bool) -> bool:
    """Whether an address that a stranger wrote may be kept to be sent to; names are not resolved.

    loopback  whether this machine is allowed, by http too
    """
    if len(url) > _MOST or not _PLAIN.fullmatch(url) or "#" in url or "\\" in url:
        return False
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    if "@" in parts.netloc or port == 0 or not _is_host(host):
        return False
    return _is_fit(parts, host, loopback=loopback)


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
