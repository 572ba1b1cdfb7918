"""Numeric addresses: which of them are on the internet, and which lead into somebody's house."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

# Their last four bytes are an IPv4 address that a gateway on the way sends to.
_TRANSLATED: Final = IPv6Network("64:ff9b::/96")


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
