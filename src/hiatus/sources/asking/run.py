"""What all askings of one run share."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from hiatus.sources.client import Client


@dataclass(frozen=True, slots=True)
class Run:
    """What all askings of one run share.

    Attributes:
        client: what fetches.
        known: which of these addresses are settled already.
        now: the moment, aware, in UTC.
        claim: whether a source may move to this address: none other is there.
    """

    client: Client
    known: Callable[[Collection[str]], set[str]]
    now: Callable[[], dt.datetime]
    claim: Callable[[str], bool]
