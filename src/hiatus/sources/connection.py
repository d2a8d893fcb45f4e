"""Connections to the public internet only, none of which waits past a deadline."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

import httpcore2

from hiatus.sources.addresses import addresses, is_public
from hiatus.sources.failure import UnansweredError, UnreadableError

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterable


_CONNECT = 10.0  # seconds for one address, so that time is left for the next


def late() -> UnansweredError:
    """The error for what has not answered by the moment."""
    return UnansweredError("it does not answer in time: try again later")


class Deadline(threading.local):
    """The moment by which all that this thread does has to end: connections outlive it, and serve other threads."""

    at = float("inf")

    def left(self) -> float:
        """The seconds that are left.

        Raises:
            UnansweredError: if there are none.
        """
        left = self.at - time.monotonic()
        if left <= 0:
            raise late()
        return left


class PublicBackend(httpcore2.NetworkBackend):
    """Connects to public addresses only, and to the very ones that were checked, until a deadline.

    Resolving here rather than before the request leaves a host no time to change its address in between.
    """

    def __init__(self, deadline: Deadline, allow_private: bool) -> None:
        self._left = deadline.left
        self._allow_private = allow_private
        self._sockets = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        failure: Exception = httpcore2.ConnectError(host)
        for address in self._permitted(host, port):
            try:
                wait = min(_CONNECT, self._left())
                return _Stream(
                    self._sockets.connect_tcp(address, port, wait, local_address, socket_options), self._left
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        raise failure

    def _permitted(self, host: str, port: int) -> list[str]:
        try:
            found = addresses(host, port, self._left())
        except TimeoutError as error:
            raise late() from error
        except OSError as error:
            raise UnansweredError(f"there is no host {host}: check the address and the connection") from error
        permitted = [address for address in found if self._allow_private or is_public(address)]
        if not permitted:
            raise UnreadableError(f"{host} is not on the public internet: set HIATUS_ALLOW_PRIVATE=1 to fetch from it")
        return permitted


class _Stream(httpcore2.NetworkStream):
    """A connection each of whose steps has what is left of the whole time, so that no drip of bytes outlasts it."""

    def __init__(self, stream: httpcore2.NetworkStream, left: Callable[[], float]) -> None:
        self._stream = stream
        self._left = left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, self._left()), self._left)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
