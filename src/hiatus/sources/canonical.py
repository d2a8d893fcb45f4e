"""One address for one page, however it was linked to.

`cleaned` still leads to the page; `canonical` is a name for it, to tell whether two addresses are of one article.
Both are RFC 3986, section 6 (case, default ports, dot segments, escapes) and what the trade adds to addresses.
"""

from __future__ import annotations

import re
from contextlib import suppress
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlsplit, urlunsplit

_MAX_LENGTH = 4000  # characters; what is longer is no address that anyone links to, and is left as it is
# Parameters that say how a reader came, never what is read (the lists of ClearURLs, AdGuard and Firefox agree on them).
_TRACKING = re.compile(
    r"(?:utm|mtm|pk|hsa|oly|vero|icid|itm|mkt|ga|at|cmp|sc|spm|trk|ns)_\w*|"
    r"(?:fb|g|dcl|gcl|twcl|ycl|ysc|msclk|ml|ttcl|li_fat_|igsh|wbra|gbra)(?:cl)?id|gclsrc|igsh|mc_[ce]id|_hs(?:enc|mi)|"
    r"(?:ref|cmp|taid|ocid|ncid|smid|xtor|ftag|sref|cmpid|fbrefresh|__twitter_impression|guccounter|guce_\w+)",
    re.IGNORECASE,
)
_AMP = re.compile(r"(?:amp|outputtype)$", re.IGNORECASE)
_AMP_VALUES = frozenset(("", "1", "true", "amp"))
_AMP_END = re.compile(r"(?:/amp/?|/amp\.html|\.amp(?:\.html)?)$", re.IGNORECASE)
_AMP_START = re.compile(r"^/amp(?=/.)", re.IGNORECASE)
_SUBDOMAIN = re.compile(r"^(?:www|m|mobile|amp)\.(?=[^.]+\.)", re.IGNORECASE)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_PATH_SAFE = "/:@!$&'()*+,;=-._~"
_QUERY_SAFE = "/:@!$'()*,;-._~?"


def cleaned(url: str) -> str:
    """The address without what does not change the page that it leads to; what is no web address stays as it is."""
    parts = _split(url)
    if parts is None:
        return url.strip()
    return urlunsplit((parts.scheme, _host(parts), _path(parts.path), _query(parts.query), ""))


def canonical(url: str) -> str:
    """A name for the page at an address: the same for its mobile and AMP forms, with and without `www` and TLS."""
    address = cleaned(url)
    while (shorter := _shortened(address)) != address:
        address = shorter
    return address


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one site: the same host, or one below the other."""
    hosts = [_SUBDOMAIN.sub("", urlsplit(url).hostname or "") for url in (cleaned(one), cleaned(other))]
    shorter, longer = sorted(hosts, key=len)
    return bool(shorter) and (longer == shorter or longer.endswith(f".{shorter}"))


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url.strip())
        _ = parts.port
    except ValueError:
        return None
    if len(url) > _MAX_LENGTH or parts.scheme not in _DEFAULT_PORTS or not parts.hostname:
        return None
    return parts


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    with suppress(UnicodeError):  # no name that can be looked up; it is told apart all the same
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    host = f"[{host}]" if ":" in host else host
    port = parts.port
    return host if port in (None, _DEFAULT_PORTS[parts.scheme]) else f"{host}:{port}"


def _path(path: str) -> str:
    segments: list[str] = []
    for segment in path.split("/")[1:]:
        if segment == "..":
            segments[-1:] = []
        elif segment != ".":
            segments.append(_escaped(segment, _PATH_SAFE.replace("/", "")))
    if path.endswith(("/.", "/..")):
        segments.append("")
    return "/" + "/".join(segments)


def _query(query: str) -> str:
    given = parse_qsl(query, keep_blank_values=True)
    return "&".join(_pair(name, value) for name, value in given if name and not _TRACKING.fullmatch(name))


def _pair(name: str, value: str) -> str:
    pair = quote(name, safe=_QUERY_SAFE)
    return f"{pair}={quote(value, safe=_QUERY_SAFE)}" if value else pair


def _escaped(text: str, safe: str) -> str:
    """With the escapes that it needs and no others; an escaped slash or percent sign stays (RFC 3986, 6.2.2.2)."""
    kept = re.split(r"(%2[Ff]|%25)", text)
    return "".join(part.upper() if index % 2 else quote(unquote(part), safe=safe) for index, part in enumerate(kept))


def _shortened(address: str) -> str:
    """One step from a cleaned address to its canonical form."""
    parts = _split(address)
    if parts is None:
        return address
    host = _SUBDOMAIN.sub("", _host(parts))
    path = _AMP_START.sub("", _AMP_END.sub("", _INDEX.sub("/", parts.path))).rstrip("/")
    query = sorted(pair for pair in parts.query.split("&") if pair and not _is_amp(pair))
    return urlunsplit(("https", host, path, "&".join(query), ""))


def _is_amp(pair: str) -> bool:
    name, _, value = pair.partition("=")
    return bool(_AMP.match(name)) and value.lower() in _AMP_VALUES
