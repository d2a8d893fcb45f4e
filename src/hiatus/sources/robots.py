"""What a site lets programs fetch: its robots.txt (RFC 9309)."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from hiatus.sources.failure import UnansweredError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable

    from protego import Protego

TOKEN = "Hiatus"  # noqa: S105 - the name that a group of rules may address (RFC 9309, section 2.2.1)

_MAX_BYTES = 500 * 1024  # what has to be read of it (section 2.5)
_MAX_DELAY = 30.0  # seconds
_UNAVAILABLE = range(400, 500)


class Robots:
    """The rules of the sites of one run, each fetched once."""

    def __init__(self, fetch: Callable[[str], bytes]) -> None:
        """Made with what gets the bytes at an address and raises `UnreadableError` where it cannot."""
        self._fetch = fetch
        self._sites: dict[str, _Site] = {}
        self._lock = threading.Lock()

    def check(self, site: str, url: str) -> float:
        """How many seconds the site asks to be left alone between two requests.

        Args:
            site: scheme, host and port: `https://example.org`.
            url: the whole address.

        Raises:
            UnreadableError: if the rules bar the address, or cannot be had (section 2.3.1.4).
        """
        rules = self.rules(site)
        if not rules.can_fetch(url, TOKEN):
            raise UnreadableError("its robots.txt asks programs not to fetch it: open it in a browser")
        return min(rules.crawl_delay(TOKEN) or 0.0, _MAX_DELAY)

    def rules(self, site: str) -> Protego:
        """The rules of a site; where it has none, everything is allowed (section 2.3.1.3)."""
        with self._lock:
            known = self._sites.setdefault(site, _Site())
        with known.lock:
            if known.rules is None:
                known.rules = self._rules(site)
        if isinstance(known.rules, UnreadableError):
            raise UnansweredError(f"its robots.txt cannot be had, so nothing is fetched: {known.rules}")
        return known.rules

    def _rules(self, site: str) -> Protego | UnreadableError:
        from protego import Protego  # noqa: PLC0415 - a single page that a person asks for needs no rules

        try:
            data = self._fetch(f"{site}/robots.txt")
        except UnreadableError as error:
            status = error.status if isinstance(error, UnansweredError) else None
            if status not in _UNAVAILABLE or status == 429:
                return error
            data = b""
        return Protego.parse(data[:_MAX_BYTES].decode("utf-8-sig", "replace"))


class _Site:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.rules: Protego | UnreadableError | None = None
