"""Which network addresses are public, and the addresses of a host."""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: public IPv4 as networks without it see that


def is_public(address: str) -> bool:
    """Whether an address is on the public internet, by the registries of RFC 6890 that `ipaddress` follows.

    An IPv6 address that carries an IPv4 address (mapped, 6to4, Teredo, NAT64) is as public as that one.
    """
    ip = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    carried = _carried(ip) if isinstance(ip, ipaddress.IPv6Address) else None
    return _is_public(carried or ip)


def _carried(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


def _is_public(ip: IPAddress) -> bool:
    site_local = isinstance(ip, ipaddress.IPv6Address) and ip.is_site_local
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified or site_local)


def addresses(host: str, port: int, timeout: float) -> list[str]:
    """The addresses of a host in the system's order of preference; of an address however written (`0x7f.1`), itself.

    Args:
        host: a name or an address.
        port: the port that is to be connected to.
        timeout: seconds after which the system's resolver, which has no limit of its own, is left behind.

    Raises:
        OSError: if it has none.
        TimeoutError: if that is not known in time.
    """
    answers: queue.Queue[list[str] | OSError] = queue.Queue()
    threading.Thread(target=_resolve, args=(host, port, answers), daemon=True).start()
    try:
        answer = answers.get(timeout=timeout)
    except queue.Empty:
        raise TimeoutError(host) from None
    if isinstance(answer, OSError):
        raise answer
    return answer


def _resolve(host: str, port: int, answers: queue.Queue[list[str] | OSError]) -> None:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        answers.put(list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found)))
    except OSError as error:
        answers.put(error)
    except UnicodeError:  # a label that is empty or too long for a host's name
        answers.put(OSError(host))
