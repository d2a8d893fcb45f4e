"""HTTP to a server that may send too much or too slowly."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

import httpx2

from hiatus.reading.reading import ReadingError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES: Final = 1024 * 1024
"""Bytes of the longest answer."""

CONNECT: Final = 10.0
"""Seconds until a connection must stand."""


def address(url: str) -> httpx2.URL:
    """The address, taken apart.

    Raises:
        ValueError: if it is none.
    """
    try:
        return httpx2.URL(url)
    except httpx2.InvalidURL as error:
        raise ValueError(f"{url!r} is no address of a language model: {error}") from error


def is_unreachable(error: BaseException | None) -> bool:
    """Whether an error means that no connection came about: there is no such host, or nobody listens there."""
    return isinstance(error, httpx2.ConnectError)


def bounded_client(timeout: float) -> httpx2.Client:
    """A client that gives up on an answer after `timeout` seconds of silence, as many of body, or `MAX_BYTES`.

    It follows no redirect, which might take the key elsewhere, and takes no packed answer, which might be a bomb.
    """
    return httpx2.Client(
        timeout=httpx2.Timeout(timeout, connect=min(CONNECT, timeout)),
        headers={"Accept-Encoding": "identity"},
        event_hooks={"response": [lambda response: _bound(response, timeout)]},
    )


def _bound(response: httpx2.Response, timeout: float) -> None:
    if response.headers.get("content-encoding", "identity") != "identity":
        raise ReadingError("the language model's server packs its answer, though it was asked not to")
    assert isinstance(response.stream, httpx2.SyncByteStream)  # noqa: S101 - the client is no asynchronous one
    response.stream = _Bounded(response.stream, time.monotonic() + timeout)


class _Bounded(httpx2.SyncByteStream):
    def __init__(self, stream: httpx2.SyncByteStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def __iter__(self) -> Iterator[bytes]:
        size = 0
        for chunk in self._stream:
            size += len(chunk)
            if size > MAX_BYTES:
                raise ReadingError(f"the language model's answer is larger than {MAX_BYTES // 1024} KiB")
            if time.monotonic() > self._deadline:
                raise ReadingError("the language model's answer comes too slowly")
            yield chunk

    def close(self) -> None:
        self._stream.close()
