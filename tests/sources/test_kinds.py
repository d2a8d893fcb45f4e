"""What kind of text something is."""

import pytest

from hiatus.sources.failure import UnreadableError
from hiatus.sources.kinds import Kind, kind_of, kind_of_media_type, kind_of_name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.txt", "text"),
        ("a.HTML", "html"),
        ("a.html.gz", "html"),
        ("a.b.md", "markdown"),
        ("a.jsonl", "json"),
        ("a.json.GZ", "json"),
        ("a", None),
        ("a.gz", None),
        ("txt", None),
        ("a.pdf", None),
    ],
)
def test_a_name_claims_a_kind(name: str, expected: Kind | None) -> None:
    assert kind_of_name(name) == expected


@pytest.mark.parametrize(
    ("media_type", "expected"),
    [
        ("text/html; charset=utf-8", "html"),
        ("Text/Plain", "text"),
        ("application/json", "json"),
        ("application/pdf", None),
        ("", None),
    ],
)
def test_a_media_type_claims_a_kind(media_type: str, expected: Kind | None) -> None:
    assert kind_of_media_type(media_type) == expected


@pytest.mark.parametrize(
    ("text", "claimed", "expected"),
    [
        ("<!DOCTYPE html><p>x", "text", "html"),
        ("\n <!-- saved --><HTML lang=en>", None, "html"),
        ('<?xml version="1.0"?>\n<html>', "markdown", "html"),
        ("<p>Quay is back.</p>", None, "html"),
        ("Quay <b>is</b> back.", "html", "html"),
        ("Quay is back.", "html", "text"),
        ("2 < 3 and 4 > 1", "html", "text"),
        ("<3 this show", None, "text"),
        ("<em>Quay</em> is back", None, "text"),
        ('{"text": "x"}', None, "json"),
        ('[{"text": "x"}]', "text", "json"),
        ("Quay is back.", "json", "text"),
        ("# Quay\n\n**Sam** leads.", None, "markdown"),
        ("# Quay\n\nSam leads.", None, "text"),
        ("# Quay\n\n**Sam** leads.", "text", "text"),
        ("Quay", "markdown", "markdown"),
        ("#1 show, **really**", None, "text"),
        ("", None, "text"),
    ],
)
def test_content_decides_before_the_claim(text: str, claimed: Kind | None, expected: Kind) -> None:
    assert kind_of(text, claimed) == expected


@pytest.mark.parametrize("text", ['<?xml version="1.0"?><rss version="2.0">', "<feed xmlns='a'>", "<rdf:RDF >"])
def test_a_feed_is_no_article(text: str) -> None:
    with pytest.raises(UnreadableError, match="feed"):
        kind_of(text, "html")
