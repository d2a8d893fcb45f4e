"""Fetching one page that a person asks for: bounded in size and time, and from the public internet only."""

from __future__ import annotations

from hiatus.sources.client import MAX_BYTES, TIMEOUT, Client
from hiatus.sources.page import Page
from hiatus.sources.request import user_agent

__all__ = ["Page", "fetch", "user_agent"]


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
    with Client(allow_private=allow_private, timeout=timeout, max_bytes=max_bytes, gap=0) as client:
        return client.get(url, robots=False)
