"""Where a request came from, as far as the journal may know: the network, which tells an attack, not the address, which tells a person."""

from ipaddress import IPv6Address, ip_address, ip_network

from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest

BITS = {4: 24, 6: 48}


def network_of(request: HttpRequest) -> str:
    """203.0.113.0/24 or 2001:db8:1::/48, behind the trusted proxies; "" where it cannot be told."""
    try:
        address = ip_address((get_client_ip(request) or "").partition("%")[0])
    except ValueError:
        return ""
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return str(ip_network((address, BITS[address.version]), strict=False))
