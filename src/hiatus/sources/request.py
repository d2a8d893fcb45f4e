"""One request: what it says of us, and what may come back."""

from __future__ import annotations

import io
import ssl
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

import httpcore2
import httpx2

from hiatus.sources.bounded import read_all, too_large, unpacked
from hiatus.sources.connection import late
from hiatus.sources.failure import UnansweredError, UnreadableError
from hiatus.sources.headers import max_age, retry_after, validator
from hiatus.sources.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_PERMANENT = frozenset((301, 308))
_REDIRECTS = frozenset((302, 303, 307)) | _PERMANENT
_LAST_PORT = 65535
_NO_ADDRESS = "it is no valid address: one looks like https://example.org/page"
_SAVE_IT = "save the page and read the file"
_ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
    "application/json;q=0.9, text/*;q=0.8, */*;q=0.1"
)


@dataclass(frozen=True, slots=True)
class Redirect:
    """Where to ask instead, and whether for good."""

    url: httpx2.URL
    permanent: bool


def parsed(url: str, base: httpx2.URL | None = None) -> httpx2.URL:
    """An http or https address, taken apart.

    Raises:
        UnreadableError: if it is none.
    """
    try:
        found = base.join(url) if base else httpx2.URL(url)
    except (httpx2.InvalidURL, ValueError) as error:
        raise UnreadableError(_NO_ADDRESS) from error
    if found.scheme not in ("http", "https"):
        raise UnreadableError("only http and https addresses are fetched")
    if not found.host or (found.port or 0) > _LAST_PORT:
        raise UnreadableError(_NO_ADDRESS)
    return found


def get(
    pool: httpcore2.ConnectionPool, url: httpx2.URL, validators: Mapping[str, str], max_bytes: int
) -> Page | Redirect:
    """What an address answers.

    Args:
        pool: what connects.
        url: the address.
        validators: `If-None-Match` and `If-Modified-Since`, where known; with them "not modified" is an answer.
        max_bytes: how large the body may be, packed and unpacked.

    Raises:
        UnreadableError: if there is no such page, or it cannot be had.
    """
    target = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    try:
        with pool.stream("GET", target, headers=_headers(validators)) as response:
            answered = httpx2.Headers(response.headers)
            if response.status in _REDIRECTS and "location" in answered:
                return Redirect(parsed(answered["location"], url), response.status in _PERMANENT)
            unchanged = response.status == 304 and bool(validators)
            if not unchanged:
                _refuse_status(response.status, answered)
            data = _body(response.iter_stream(), answered, max_bytes)
    except httpcore2.TimeoutException as error:
        raise late() from error
    except httpcore2.ProtocolError as error:
        raise UnansweredError("its server does not speak proper HTTP: try again later") from error
    except httpcore2.NetworkError as error:
        raise _broken(error) from error
    return _page(data, url, answered, unchanged)


def _headers(validators: Mapping[str, str]) -> dict[bytes | str, bytes | str]:
    headers: dict[bytes | str, bytes | str] = {
        "User-Agent": user_agent(),
        "Accept": _ACCEPT,
        "Accept-Language": "en",
        "Accept-Encoding": "gzip",
    }
    headers.update(validators.items())
    return headers


def _page(data: bytes, url: httpx2.URL, headers: httpx2.Headers, unchanged: bool) -> Page:
    return Page(
        data=data,
        url=str(url.copy_with(fragment=None)),
        media_type=headers.get("content-type", ""),
        unchanged=unchanged,
        etag=validator(headers, "etag"),
        last_modified=validator(headers, "last-modified"),
        max_age=max_age(headers),
    )


def _refuse_status(status: int, headers: httpx2.Headers) -> None:
    if status == 200:
        return
    reason = f"the server answers with status {status} instead of a page: check the address"
    if status in (404, 410):
        reason = f"there is no such page (status {status}): check the address"
    elif status in (401, 402, 403, 451):
        reason = f"the server does not show it (status {status}): open it in a browser and {_SAVE_IT}"
    elif status == 429 or status >= 500:
        reason = f"the server cannot answer now (status {status}): try again later"
    raise UnansweredError(reason, status, retry_after(headers))


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


def _broken(error: httpcore2.NetworkError) -> UnansweredError:
    if isinstance(error.__cause__ or error.__context__, ssl.SSLError):
        return UnansweredError("its server cannot prove who it is (TLS): check the address")
    return UnansweredError("it does not answer: check the address and the connection")


def user_agent() -> str:
    """Who asks, as RFC 9110, section 10.1.5 has it: this project, its version and whom to turn to."""
    try:
        number = version("hiatus")
    except PackageNotFoundError:  # run from a source tree
        number = "0"
    return f"Hiatus/{number} (follows feeds and reads articles for one reader; contact: The Hiatus founders)"
