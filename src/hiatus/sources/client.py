"""The one way to the web: bounded, from public addresses only, and polite to hosts."""

from __future__ import annotations

import dataclasses
import os
import time
from typing import TYPE_CHECKING, Self

import httpcore2

from hiatus.sources.connection import Deadline, PublicBackend
from hiatus.sources.failure import UnreadableError
from hiatus.sources.hosts import Hosts
from hiatus.sources.page import Page
from hiatus.sources.request import get, parsed
from hiatus.sources.robots import Robots

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    import httpx2

MAX_BYTES = 15 * 1024 * 1024
TIMEOUT = 30.0
MAX_REDIRECTS = 5
GAP = 1.0

_CONNECTIONS = 40
_IDLE = 15.0  # seconds that a connection is kept for the next request


class Client:
    """Fetches pages, keeping connections and manners over a whole run. Threads may share one.

    A host is asked by one thread at a time, with a pause between; what wants to be left alone is.
    """

    def __init__(
        self,
        *,
        allow_private: bool | None = None,
        timeout: float = TIMEOUT,
        max_bytes: int = MAX_BYTES,
        gap: float = GAP,
    ) -> None:
        """Opens nothing yet.

        Args:
            allow_private: whether addresses within a private network, or on this machine, may be connected to;
                where None, as `HIATUS_ALLOW_PRIVATE=1` in the environment says.
            timeout: seconds for a page, with names, connections, redirects and the body, but without waiting turns.
            max_bytes: how large a body may be, packed and unpacked.
            gap: seconds between two visits to one host, a visit being two requests at most.
        """
        if allow_private is None:
            allow_private = os.environ.get("HIATUS_ALLOW_PRIVATE") == "1"
        self._timeout = timeout
        self._max_bytes = max_bytes
        self._gap = gap
        self._deadline = Deadline()
        self._pool = httpcore2.ConnectionPool(
            ssl_context=httpcore2.default_ssl_context(),
            max_connections=_CONNECTIONS,
            keepalive_expiry=_IDLE,
            network_backend=PublicBackend(self._deadline, allow_private),
        )
        self._hosts = Hosts()
        self.robots = Robots(lambda url: self._follow(url, {}, robots=False, gap=0).data)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.close()

    def get(self, url: str, *, etag: str | None = None, last_modified: str | None = None, robots: bool = True) -> Page:
        """The page at an http or https address.

        Args:
            url: its address.
            etag: its validators, where it was fetched before; `Page.unchanged` says whether they still hold.
            last_modified: see `etag`.
            robots: whether the site's robots.txt is asked first, as for all that no person asks for.

        Raises:
            UnreadableError: if there is no such page, or it may not be fetched.
        """
        validators = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        sent = {name: value for name, value in validators.items() if value}
        return self._follow(url, sent, robots=robots, gap=self._gap)

    def _follow(self, url: str, validators: Mapping[str, str], *, robots: bool, gap: float) -> Page:
        at, left, permanent = parsed(url), self._timeout, True
        for hop in range(MAX_REDIRECTS + 1):
            delay = self.robots.check(site(at), str(at)) if robots else 0.0
            with self._hosts.turn(at.host, 0 if hop else max(gap, delay), 0 if delay else gap):
                began = time.monotonic()
                self._deadline.at = began + left
                found = get(self._pool, at, validators, self._max_bytes)
            if isinstance(found, Page):
                return dataclasses.replace(found, moved=found.url if hop and permanent else None)
            at, permanent = found.url, permanent and found.permanent
            left -= time.monotonic() - began
        raise UnreadableError(f"it redirects more than {MAX_REDIRECTS} times: give the address where it ends")


def site(url: httpx2.URL) -> str:
    """Scheme, host and port of an address: what one robots.txt is for."""
    return str(url.copy_with(raw_path=b"", userinfo=b"", fragment=None)).rstrip("/")
