"""What a page says of its article."""

import datetime as dt

import pytest

from hiatus.sources.html.metadata import metadata
from hiatus.sources.html.tree import parse

DAY = dt.date(2025, 3, 4)


def about(head: str, body: str = "<p>x</p>", url: str | None = None, attributes: str = "") -> tuple[object, ...]:
    found = metadata(parse(f"<html {attributes}><head>{head}</head><body>{body}</body></html>"), url)
    return found.title, found.publisher, found.published


def json_ld(content: str) -> str:
    return f'<script type="application/ld+json">{content}</script>'


ARTICLE = (
    '{"@context":"https://schema.org","@type":"NewsArticle","headline":"Quay is back",'
    '"datePublished":"2025-03-04T18:05:00-08:00","dateModified":"2025-03-06",'
    '"publisher":{"@type":"Organization","name":"Port Herald"}}'
)
SAID = ("Quay is back", "Port Herald", DAY)


@pytest.mark.parametrize(
    "content",
    [
        ARTICLE,
        f"[{ARTICLE}]",
        f'{{"@graph":[{{"@type":"WebSite","name":"Site"}},{ARTICLE}]}}',
        f'{{"@type":"WebPage","mainEntity":{ARTICLE}}}',
        f"<!-- {ARTICLE} -->",
        f"//<![CDATA[\n{ARTICLE}\n//]]>",
        f"{ARTICLE};",
        ARTICLE.replace('"}}', '",},}'),
        ARTICLE.replace("Quay is", "Quay\n\tis"),
        ARTICLE.replace("Quay is back", "Quay &amp;#105;s <em>back</em>").replace("&amp;#105;", "&#105;"),
        ARTICLE.replace("Quay is", r"Quay\u001b is"),
        ARTICLE.replace('"NewsArticle"', '["Thing","ReportageNewsArticle"]'),
        ARTICLE.replace('{"@type":"Organization","name":"Port Herald"}', '[{"name":"Port Herald"},{"name":"Other"}]'),
        ARTICLE.replace('{"@type":"Organization","name":"Port Herald"}', '"Port Herald"'),
    ],
)
def test_json_ld_is_read_however_it_is_wrapped(content: str) -> None:
    assert about(json_ld(content)) == SAID


def test_broken_json_ld_gives_what_its_pieces_say() -> None:
    broken = ARTICLE.replace('"@context":', '"@context" ').replace("Quay", r"\"Quay\"")
    assert about(json_ld(broken)) == ('"Quay" is back', None, DAY)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "null",
        "3",
        "{",
        "[[[[[[[[[]]]]]]]]]",
        "[" * 100_000,
        "[" * 900 + ARTICLE + "]" * 900,
        '{"@type":"Product","headline":"A mug","datePublished":"2025-03-04"}',
        '{"@type":"NewsArticle","headline":3,"datePublished":["x"],"publisher":[]}',
        '{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Other"}]}',
        '{"@type":{"a":1}}',
        '{"headline": "broken Product", "datePublished": "2025-03-04"',
    ],
)
def test_other_json_ld_says_nothing(content: str) -> None:
    assert about(json_ld(content)) == (None, None, None)


def test_what_is_said_is_fit_to_print() -> None:
    assert about(json_ld(ARTICLE.replace("Quay is", r"Quay\ud83d is")))[0] == "Quay\ufffd is back"
    assert about("<title>Quay&#27;[31m</title>")[0] == "Quay [31m"


def test_the_first_article_counts_and_a_broken_script_does_not_hide_it() -> None:
    other = ARTICLE.replace("Quay", "Weir")
    assert about(json_ld("{broken") + json_ld(ARTICLE) + json_ld(other)) == SAID


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ('<meta property="og:title" content="Quay is back"><meta property="og:site_name" content="Port Herald">'
         '<meta property="article:published_time" content="2025-03-04T00:00:00Z">', "", SAID),
        ('<meta name="DC.title" content="Quay is back"><meta name="dc.publisher" content="Port Herald">'
         '<meta name="DC.date.issued" content="2025-03-04">', "", SAID),
        ('<meta itemprop="datePublished" content="2025-03-04">', "", (None, None, DAY)),
        ('<meta name="date" content="04/03/2025"><meta name="pubdate" content="2025-03-04">', "", (None, None, DAY)),
        ('<meta property="article:modified_time" content="2025-03-04">', "", (None, None, None)),
        ("", "<h1>Quay\n is back</h1>", ("Quay is back", None, None)),
        ("<title>Quay is back | Port Herald</title>", "<h1>A</h1><h1>B</h1>",
         ("Quay is back | Port Herald", None, None)),
        ('<title>Quay is back | Port Herald</title><meta property="og:site_name" content="Port Herald">', "",
         ("Quay is back", "Port Herald", None)),
        ('<title>Quay - it is back - Port Herald</title><meta property="og:site_name" content="Port Herald">', "",
         ("Quay - it is back", "Port Herald", None)),
        ("", "<time datetime='2025-03-04T18:05'>today</time>", (None, None, DAY)),
        ("", "<time>March 4, 2025</time>", (None, None, DAY)),
        ("", "<time datetime='2025-03-05'>x</time><time itemprop=datePublished datetime='2025-03-04'>x</time>",
         (None, None, DAY)),
        ("", "<time class=updated datetime='2025-03-05'>x</time><time datetime='2025-03-04'>x</time>",
         (None, None, DAY)),
        ("", "<aside><time datetime='2025-03-05'>x</time></aside>", (None, None, None)),
        ("", "<div id=comments><p><time datetime='2025-03-05'>x</time></p></div>", (None, None, None)),
        ("", "<p>The second season of the port-town drama, which everyone has been waiting for, will be shown from "
         "<time datetime='2026-01-09'>January 9</time> on the channel.</p>", (None, None, None)),
    ],
)  # fmt: skip
def test_meta_headings_and_times(head: str, body: str, expected: tuple[object, ...]) -> None:
    assert about(head, body) == expected


def test_json_ld_comes_before_meta_and_meta_before_what_is_shown() -> None:
    meta = '<meta property="og:title" content="Other"><meta name="date" content="2025-01-01">'
    assert about(json_ld(ARTICLE) + meta, "<h1>Shown</h1><time datetime='2025-02-02'>x</time>") == SAID
    assert about(meta, "<h1>Shown</h1><time datetime='2025-02-02'>x</time>") == ("Other", None, dt.date(2025, 1, 1))


@pytest.mark.parametrize(
    ("head", "url", "expected"),
    [
        (
            "<link rel=canonical href='https://p.example/quay'>",
            "https://p.example/quay?utm=1",
            "https://p.example/quay",
        ),
        ("<link rel=Canonical href='/quay'>", "https://p.example/a/b", "https://p.example/quay"),
        ("<meta property=og:url content='https://p.example/quay'>", None, "https://p.example/quay"),
        ("<link rel=canonical href='/quay'>", None, None),
        ("<link rel=canonical href='javascript:alert(1)'>", "https://p.example/a", "https://p.example/a"),
        ("<link rel=canonical href='http://[::1'>", "https://p.example/a", "https://p.example/a"),
        ("<link rel=canonical>", None, None),
        ("", "https://p.example/a", "https://p.example/a"),
    ],
)
def test_the_address_is_the_canonical_one(head: str, url: str | None, expected: str | None) -> None:
    assert metadata(parse(f"<html><head>{head}</head><p>x"), url).url == expected


def test_an_address_may_hold_the_day() -> None:
    assert about("", url="https://p.example/2025/03/04/quay") == (None, None, DAY)


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("lang=en", "en"),
        ("lang=en-GB", "en"),
        ("lang=KO_kr", "ko"),
        ("lang=english", None),
        ("lang=''", None),
        ("", None),
    ],
)
def test_the_language_that_the_page_claims(attributes: str, expected: str | None) -> None:
    assert metadata(parse(f"<html {attributes}><p>x")).language == expected
