# SPDX-License-Identifier: EUPL-1.2
"""Closes the network for the test process, except the loopback: everything in Kalender works without one."""

import ipaddress
import socket
from typing import Any


class NetworkTouchedError(AssertionError):
    """A test tried to reach another computer."""


def close() -> None:
    """Makes connecting to, sending to and looking up other computers an error."""
    for verb in ("connect", "connect_ex"):
        _guard_method(verb)
    resolve = socket.getaddrinfo

    def local_only(host: Any, *rest: Any, **named: Any) -> Any:
        if not _is_here(host):
            raise NetworkTouchedError(f"a test looks up {host!r}")
        return resolve(host, *rest, **named)

    socket.getaddrinfo = local_only


def _guard_method(verb: str) -> None:
    original = getattr(socket.socket, verb)

    def guarded(self: socket.socket, address: Any) -> Any:
        if isinstance(address, tuple) and not _is_here(address[0]):
            raise NetworkTouchedError(f"a test connects to {address!r}")
        return original(self, address)

    setattr(socket.socket, verb, guarded)


def _is_here(host: Any) -> bool:
    if host in {None, "", b"", "localhost", b"localhost"}:
        return True
    text = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host)
    try:
        return ipaddress.ip_address(text.partition("%")[0]).is_loopback
    except ValueError:
        return False
