"""Tells public addresses from those inside: private, loopback, link-local, shared, and what leads there."""

import ipaddress

#: IPv6 prefixes that carry an IPv4 address to which a gateway hands the packets (RFC 6052).
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
#: What Python's table of special-purpose networks leaves out: IETF protocol assignments (a cloud's metadata
#: service is in there), and the address of another cloud's host agent, public in form only.
_INSIDE = (ipaddress.ip_network("192.0.0.0/24"), ipaddress.ip_network("168.63.129.16/32"))


def is_public(address: str) -> bool:
    """Tell whether an IP address is on the public internet (IANA's special-purpose registries).

    An IPv6 address that stands for an IPv4 address (mapped, 6to4, Teredo, NAT64) is as public as that.
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = _inner(found)
        if inner is not None:
            return _is_public(inner)
    return _is_public(found)


def _is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    if any(address in network for network in _INSIDE):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _inner(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    packed = address.packed
    # 0:0:0:0:0:0:a.b.c.d is the deprecated "IPv4-compatible" form.
    if address in _NAT64 or (packed[:12] == bytes(12) and int(address) > 1):
        return ipaddress.IPv4Address(packed[12:])
    return None
