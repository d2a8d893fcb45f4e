"""Fetching one page: bounded in size and time, and from the public internet only."""

from __future__ import annotations

import io
import ssl
import time
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

import httpcore2
import httpx2

from hiatus.sources.bounded import read_all, too_large, unpacked
from hiatus.sources.connection import PublicBackend, late
from hiatus.sources.failure import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_BYTES = 15 * 1024 * 1024
TIMEOUT = 30.0
MAX_REDIRECTS = 5

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_LAST_PORT = 65535
_NO_ADDRESS = "it is no valid address: one looks like https://example.org/page"
_SAVE_IT = "save the page and read the file"
_ACCEPT = "text/html, application/xhtml+xml, application/json;q=0.9, text/*;q=0.8, */*;q=0.1"


@dataclass(frozen=True, slots=True)
class Page:
    """What an address answered.

    Attributes:
        data: its body, unpacked.
        url: where it was found in the end.
        media_type: its `Content-Type`, empty where none is given.
    """

    data: bytes
    url: str
    media_type: str


def fetch(url: str, *, allow_private: bool = False, timeout: float = TIMEOUT, max_bytes: int = MAX_BYTES) -> Page:
    """The page at an http or https address.

    Args:
        url: its address.
        allow_private: whether addresses within a private network, or on this machine, may be connected to.
        timeout: seconds for everything together: names, connections, redirects and the body.
        max_bytes: how large the body may be, packed and unpacked.

    Raises:
        UnreadableError: if there is no such page, or it may not be fetched.
    """
    backend = PublicBackend(time.monotonic() + timeout, allow_private)
    with httpcore2.ConnectionPool(ssl_context=httpcore2.default_ssl_context(), network_backend=backend) as pool:
        at = _parsed(url)
        for _ in range(MAX_REDIRECTS + 1):
            found = _get(pool, at, max_bytes)
            if isinstance(found, Page):
                return found
            at = found
    raise UnreadableError(f"it redirects more than {MAX_REDIRECTS} times: give the address where it ends")


def _parsed(url: str, base: httpx2.URL | None = None) -> httpx2.URL:
    try:
        parsed = base.join(url) if base else httpx2.URL(url)
    except (httpx2.InvalidURL, ValueError) as error:
        raise UnreadableError(_NO_ADDRESS) from error
    if parsed.scheme not in ("http", "https"):
        raise UnreadableError("only http and https addresses are fetched")
    if not parsed.host or (parsed.port or 0) > _LAST_PORT:
        raise UnreadableError(_NO_ADDRESS)
    return parsed


def _get(pool: httpcore2.ConnectionPool, url: httpx2.URL, max_bytes: int) -> Page | httpx2.URL:
    """The page, or where it has moved."""
    target = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    headers: dict[bytes | str, bytes | str] = {
        "User-Agent": user_agent(),
        "Accept": _ACCEPT,
        "Accept-Language": "en",
        "Accept-Encoding": "gzip",
    }
    try:
        with pool.stream("GET", target, headers=headers) as response:
            answered = httpx2.Headers(response.headers)
            if response.status in _REDIRECTS and "location" in answered:
                return _parsed(answered["location"], url)
            _refuse_status(response.status)
            data = _body(response.iter_stream(), answered, max_bytes)
    except httpcore2.TimeoutException as error:
        raise late() from error
    except httpcore2.ProtocolError as error:
        raise UnreadableError("its server does not speak proper HTTP: try again later") from error
    except httpcore2.NetworkError as error:
        raise _broken(error) from error
    return Page(data, str(url.copy_with(fragment=None)), answered.get("content-type", ""))


def _refuse_status(status: int) -> None:
    if status in (404, 410):
        raise UnreadableError(f"there is no such page (status {status}): check the address")
    if status in (401, 402, 403, 451):
        raise UnreadableError(f"the server does not show it (status {status}): open it in a browser and {_SAVE_IT}")
    if status == 429 or status >= 500:
        raise UnreadableError(f"the server cannot answer now (status {status}): try again later")
    if status != 200:
        raise UnreadableError(f"the server answers with status {status} instead of a page: check the address")


def _body(chunks: Iterable[bytes], headers: httpx2.Headers, max_bytes: int) -> bytes:
    data = bytearray()
    for chunk in chunks:
        data += chunk
        if len(data) > max_bytes:
            raise too_large(max_bytes)
    packing = headers.get("content-encoding", "identity").strip().lower()
    if packing in ("gzip", "x-gzip"):
        return read_all(unpacked(io.BytesIO(data), max_bytes), max_bytes)
    if packing not in ("identity", ""):
        raise UnreadableError(f"the server packs it in a way that was not asked for: {_SAVE_IT}")
    return bytes(data)


def _broken(error: httpcore2.NetworkError) -> UnreadableError:
    if isinstance(error.__cause__ or error.__context__, ssl.SSLError):
        return UnreadableError("its server cannot prove who it is (TLS): check the address")
    return UnreadableError("it does not answer: check the address and the connection")


def user_agent() -> str:
    """Who asks, as RFC 9110, section 10.1.5 has it: this project, its version and whom to turn to."""
    try:
        number = version("hiatus")
    except PackageNotFoundError:  # run from a source tree
        number = "0"
    return f"Hiatus/{number} (reads single articles for one reader; contact: The Hiatus founders)"
