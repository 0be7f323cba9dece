"""Which addresses of the network may be read from: public ones only."""

from __future__ import annotations

import ipaddress

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# RFC 6052: IPv4 addresses as NAT64 writes them.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

# What Python's list of 3.11 does not have: site-local (RFC 3879), documentation (RFC 9637), and
# 6to4's relays (RFC 7526).
_NOT_PUBLIC = tuple(ipaddress.ip_network(n) for n in ("fec0::/10", "3fff::/20", "192.88.99.0/24"))


def is_public(text: str) -> bool:
    """True for an address that is neither private, loopback, link-local, multicast nor reserved.

    An IPv4 address within an IPv6 one (mapped, 6to4, Teredo, NAT64) is judged by itself.
    """
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    return all(_is_public(a) for a in (address, *_within(address)))


def _is_public(address: _Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        return True  # It is judged by the address within.
    if any(address in network for network in _NOT_PUBLIC):
        return False
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )


def _within(address: _Address) -> list[ipaddress.IPv4Address]:
    """The IPv4 addresses that an IPv6 address stands for."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    found = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64:
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [a for a in found if a is not None]
