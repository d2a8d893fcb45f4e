"""Mending what went wrong with a text on its way here."""

from __future__ import annotations

import re

_MAX_REPAIRED = 2 * 1024 * 1024  # characters; no article is longer, and the repair takes a second for each million
# Letters that a UTF-8 sequence begins with when it is read as a single-byte code page, with what can follow there.
_MOJIBAKE = re.compile("[ÂÃÄÅÎÏÐÑàâäåæçèéêìíïð][\x80-\xbfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|[\x80-\x9f]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def cleaned(text: str) -> str:
    """The text without what went wrong on its way: mojibake is repaired and controls are replaced."""
    return tamed(repaired(text))


def tamed(text: str) -> str:
    """The text with its controls replaced, one character for one: no terminal or parser downstream trips over them."""
    return _CONTROL.sub(_shown, text)


def _shown(control: re.Match[str]) -> str:
    char = control.group()
    if char >= "\ud800":
        return "\ufffd"  # no character; half a surrogate pair is named in JSON, and UTF-8 cannot hold it
    if char >= "\x80":
        # HTML gives the C1 controls the meaning that Windows does (HTML Standard, 13.2.5.80)
        return in_windows(ord(char)).replace("\ufffd", " ")
    return "\n" if char == "\r" and control.string[control.end() : control.end() + 1] != "\n" else " "


def repaired(text: str) -> str:
    """The text with each line mended that was decoded with the wrong charset before it came here (`donâ€™t`)."""
    if len(text) > _MAX_REPAIRED or not _MOJIBAKE.search(text):
        return text
    from ftfy import fix_encoding  # noqa: PLC0415 - few texts need it

    return "".join(fix_encoding(line) if _MOJIBAKE.search(line) else line for line in text.splitlines(keepends=True))


def in_windows(byte: int) -> str:
    """What Windows-1252 has a byte stand for, U+FFFD where nothing."""
    return bytes([byte]).decode("cp1252", "replace")
