"""The main text of a page and what is marked in it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiatus.article import Markup
from hiatus.sources.failure import UnreadableError
from hiatus.sources.html.main_text import main_text
from hiatus.sources.html.tree import parse

LEAD = (
    "Netflix has ordered a second run of the port-town drama, and all of the first season’s cast is back for it. "
    "Filming starts in May in Busan, where the harbor master’s house still stands on the quay. The eight episodes "
    "will be shown next year, the streamer said."
)
END = "No trailer has come out so far, and the creators are not saying where the story goes from here."


def read(body: str) -> tuple[str, list[tuple[str, str]]]:
    text, markup = main_text(parse(f"<html><body>{body}</body></html>"))
    return text, [(mark.kind, text[mark.start : mark.end]) for mark in markup]


def within(block: str) -> tuple[str, list[tuple[str, str]]]:
    """The text and marks of a block that stands in the middle of an article."""
    text, marks = read(f"<article><p>{LEAD}</p>{block}<p>{END}</p></article>")
    assert text.startswith(LEAD)
    assert text.endswith(END)
    return text[len(LEAD) : -len(END)].strip(), marks


NEWS = f"""
<header class="site"><a href="/">The Daily Reel</a><nav><ul><li><a href="/tv">TV</a></li><li><a href="/film">Film</a>
</li></ul></nav></header>
<main><article class="post">
<header><h1>‘Harbor Lights’ Renewed</h1><p class="byline">By <a href="/jo">Jo Quill</a>,
<time datetime="2025-03-04">March 4, 2025</time></p></header>
<figure><picture><img src="a.jpg"></picture><figcaption>Mina Cho in <em>Harbor Lights</em>
<span class="credit">Ada Pell/Netflix</span></figcaption></figure>
<div class="article-body"><p>{LEAD}</p>
<p>Mina Cho (<i>Night Ferry</i>, <a href="/cold"><em>Cold Water</em></a>) plays <strong>Dana</strong>,
and Leo Park joins as her rival.<br>Ines Duarte directs.</p>
<aside class="related"><h3>Related</h3><ul><li><a href="/r1">The 20 best dramas right now</a></li></ul></aside>
<div class="newsletter-signup"><p>Sign up for our newsletter to get the latest news every morning.</p></div>
<blockquote><p>“We always knew where Dana would go.”</p></blockquote>
<h2>Who is coming back</h2>
<ul><li>Mina Cho as Dana</li><li>Leo Park as <q>the Shark</q></li></ul>
<table><tr><th>Week</th><th>Views</th></tr><tr><td>Jan. 6–12</td><td>12.4 million</td></tr></table>
<p>It is based on the webtoon <cite>Lights of the Quay</cite>, once known as
<span style="font-style: italic">Quay</span>.</p>
<div class="wp-caption"><img src="b.jpg"><p class="wp-caption-text">Leo Park at the premiere</p></div>
<p>{END}</p></div></article>
<section class="more-stories"><h2>More stories</h2><p><a href="/1">Ten shows to see this spring</a></p></section>
<div id="comments"><p>Great show, I cannot wait for more of it!</p></div></main>
<footer><p>© 2025 The Daily Reel. <a href="/privacy">Privacy policy</a></p></footer>
"""


def test_a_news_page() -> None:
    text, marks = read(NEWS)
    assert text == (
        "‘Harbor Lights’ Renewed\n\n"
        "Mina Cho in Harbor Lights Ada Pell/Netflix\n\n"
        f"{LEAD}\n\n"
        "Mina Cho (Night Ferry, Cold Water) plays Dana, and Leo Park joins as her rival.\nInes Duarte directs.\n\n"
        "“We always knew where Dana would go.”\n\n"
        "Who is coming back\n\n"
        "Mina Cho as Dana\nLeo Park as “the Shark”\n\n"
        "Week | Views\nJan. 6–12 | 12.4 million\n\n"
        "It is based on the webtoon Lights of the Quay, once known as Quay.\n\n"
        "Leo Park at the premiere\n\n"
        f"{END}"
    )
    assert marks == [
        ("heading", "‘Harbor Lights’ Renewed"),
        ("caption", "Mina Cho in Harbor Lights Ada Pell/Netflix"),
        ("italic", "Harbor Lights"),
        ("italic", "Night Ferry"),
        ("italic", "Cold Water"),
        ("link", "Cold Water"),
        ("bold", "Dana"),
        ("quote", "“We always knew where Dana would go.”"),
        ("heading", "Who is coming back"),
        ("list item", "Mina Cho as Dana"),
        ("list item", "Leo Park as “the Shark”"),
        ("quote", "“the Shark”"),
        ("italic", "Lights of the Quay"),
        ("italic", "Quay"),
        ("caption", "Leo Park at the premiere"),
    ]


@pytest.mark.parametrize(
    ("block", "text", "marks"),
    [
        ("<p>It is <em>Cold\n   Water</em>&nbsp;now.</p>", "It is Cold Water now.", [("italic", "Cold Water")]),
        ("<p>It is <em> Quay </em>again.</p>", "It is Quay again.", [("italic", "Quay")]),
        ("<p>It is <em>Cold </em><em>Water</em>.</p>", "It is Cold Water.", [("italic", "Cold Water")]),
        ("<p>It is <i><b>Quay</b></i>.</p>", "It is Quay.", [("bold", "Quay"), ("italic", "Quay")]),
        ("<p>It is <q>the <em>Quay</em> way</q> again.</p>",
         "It is “the Quay way” again.", [("italic", "Quay"), ("quote", "“the Quay way”")]),
        ("<p>It is <span class='tag share-name'>Lanternworks</span>.</p>", "It is Lanternworks.", []),
        ("<p>It is <a rel=tag class=social href=/l>Lanternworks</a>.</p>",
         "It is Lanternworks.", [("link", "Lanternworks")]),
        ("<p>It is <span class='italic'>Quay</span>.</p>", "It is Quay.", [("italic", "Quay")]),
        ("<p>It is <span style='FONT-WEIGHT:700'>Quay</span>.</p>", "It is Quay.", [("bold", "Quay")]),
        (
            "<p>It will be shown on <time datetime=2025-03-09>March 9</time> on the channel of the town.</p>",
            "It will be shown on March 9 on the channel of the town.",
            [],
        ),
        ("<p>It is season <del>two</del> <ins>three</ins> now.</p>", "It is season three now.", []),
        ("<p>It is shot in Leith<sup>1</sup><sup>[2]</sup>.</p>", "It is shot in Leith.", []),
        ("<p>It is the 21<sup>st</sup> of 10<sup>2</sup>.</p>", "It is the 21st of 102.", []),
        ("<p>It is <a href=/x>Quay<span class='sr-only'> (opens a new tab)</span></a>.</p>",
         "It is Quay.", [("link", "Quay")]),
        ("<p>It is<span hidden> not</span><b style='display: none'> not</b> Quay.</p>", "It is Quay.", []),
        ("<p>It is one.<br>It is two.</p>", "It is one.\nIt is two.", []),
        ("<blockquote><p>We sail.</p><cite>Sam Oh</cite></blockquote>",
         "We sail.\n\nSam Oh", [("quote", "We sail.\n\nSam Oh")]),
        ("<h2>The <em>Quay</em> cast</h2>", "The Quay cast", [("heading", "The Quay cast"), ("italic", "Quay")]),
        ("<ul><li>One<ul><li>Two</li></ul></li><li>Three</li></ul>",
         "One\nTwo\nThree", [("list item", "One\nTwo"), ("list item", "Two"), ("list item", "Three")]),
        ("<dl><dt>Lead</dt><dd>Sam Oh</dd></dl>", "Lead\nSam Oh", [("list item", "Lead"), ("list item", "Sam Oh")]),
        ("<figure><img><figcaption><p>Sam Oh.</p><small>BBC</small></figcaption></figure>",
         "Sam Oh. BBC", [("caption", "Sam Oh. BBC")]),
        ("<figure><img></figure><p>It is late.</p>", "It is late.", []),
        ("<p>It is <figure><figcaption>Sam Oh.</figcaption></figure>late.</p>",
         "It is late.\n\nSam Oh.", [("caption", "Sam Oh.")]),
        ("<figure><blockquote><p>We sail.</p></blockquote></figure>", "We sail.", [("quote", "We sail.")]),
        ("<p>By Jo Quill <time>March 4, 2025</time></p>", "By Jo Quill", []),
        (f"<div class='caption'>{'It is not one. ' * 50}</div>", ("It is not one. " * 50).strip(), []),
        ("<figure><table><tr><td>1</td><td>Quay</td></tr></table></figure>", "1 | Quay", []),
        ("<div class='image-caption'>Sam Oh on set.</div>", "Sam Oh on set.", [("caption", "Sam Oh on set.")]),
        ("<p>It is&#27;[31m don&#146;t &#x80;4&#0;&#xD800;&#xFFFF;&#x110000;.</p>",
         "It is [31m don’t €4 \ufffd\ufffd\ufffd.", []),
        ("<p>It is &lt;em&gt;Quay&lt;/em&gt; &amp; co.</p>", "It is <em>Quay</em> & co.", []),
    ],
)  # fmt: skip
def test_blocks_of_an_article(block: str, text: str, marks: list[tuple[str, str]]) -> None:
    assert within(block) == (text, sorted(marks, key=lambda mark: (text.index(mark[1]), len(mark[1]), mark[0])))


@pytest.mark.parametrize(
    "noise",
    [
        "<nav><a href=/a>Home</a> <a href=/b>TV</a></nav>",
        "<aside><p>Also on this site, a long list of things that you may like.</p></aside>",
        "<script>var words = 'not an article at all';</script><style>p {}</style>",
        "<noscript>Please enable JavaScript to see this page as it was meant.</noscript>",
        "<form><input><button>Subscribe</button></form>",
        "<div class='social-share'><a href=/t>Tweet</a></div>",
        "<figure><img><div>Expand</div></figure>",
        "<!-- a comment -->",
        "<div class='screen-reader-text'>Skip to the content</div>",
    ],
)
def test_what_is_no_part_of_the_article_stays_out(noise: str) -> None:
    assert within(noise) == ("", [])


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            "<nav><a href=/>Home</a></nav><article><h1>Quay ends</h1><p>Hulu has cancelled <em>Quay</em>.</p></article>"
            "<section><h2>More news</h2><ul><li><a href=/a>Ten dramas to watch this autumn</a></ul></section>",
            "Quay ends\n\nHulu has cancelled Quay.",
        ),
        ("<p>Hulu has cancelled <em>Quay</em>.</p>", "Hulu has cancelled Quay."),
        ("Hulu has cancelled Quay.", "Hulu has cancelled Quay."),
        ("Hulu has <em>cancelled</em> Quay.<br>It ends.", "Hulu has cancelled Quay.\nIt ends."),
        (f"<div><div>{LEAD}<br>It is late.<br><br>{END}</div></div>", f"{LEAD}\nIt is late.\n{END}"),
        ("<section><span>Quay is back.</span><span>Sam Oh leads.</span></section>", "Quay is back.\nSam Oh leads."),
        ("<header><b>Quay is back.</b></header><center>Sam Oh leads.</center>", "Quay is back.\nSam Oh leads."),
        ("<x-line>Quay is back.</x-line><x-line>Sam Oh leads.</x-line>", "Quay is back.\nSam Oh leads."),
    ],
)
def test_short_pages_are_read_too(body: str, text: str) -> None:
    assert read(body)[0] == text


def test_the_text_may_be_in_the_data_alone() -> None:
    text, _ = read(
        f'<script type="application/ld+json">{{"@type":"NewsArticle","articleBody":"{LEAD}"}}</script><div id=app>'
    )
    assert text == LEAD


def test_what_is_hidden_until_a_script_shows_it_is_read() -> None:
    text, _ = read(f"<div style='visibility: hidden'><article><p>{LEAD}</p><p>{END}</p></article></div>")
    assert text == f"{LEAD}\n\n{END}"


@pytest.mark.parametrize(
    "body",
    [
        "<div></div>",
        "<img src=a.png>",
        "<div id=root></div><script>start()</script><noscript>Enable JavaScript.</noscript>",
        "<nav><ul>" + "".join(f"<li><a href=/{n}>Section {n}</a></li>" for n in range(40)) + "</ul></nav>",
        "<div>"
        + "".join(f"<div><a href=/{n}><h3>Quay number {n} is back</h3></a></div>" for n in range(40))
        + "</div>",
        "<p>" + "".join(f"<a href=/{n}>Quay number {n} is back</a> " for n in range(40)) + "</p>",
    ],
)
def test_a_page_without_an_article_is_refused(body: str) -> None:
    with pytest.raises(UnreadableError, match=r"no text|only links"):
        read(body)


WORDS = st.sampled_from(["harbor ", "quay ", "Night Ferry ", "cold water, ", "lights ", "season 2 "])
INLINE = ("em", "i", "strong", "b", "cite", "span", "mark", "small", "abbr", "u", "time", "font", "bdi", "kbd", "ins")


def _wrapped(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    inner = st.lists(children, min_size=1, max_size=3).map("".join)
    return st.builds(lambda tag, words: f"<{tag}>{words}</{tag}> ", st.sampled_from(INLINE), inner)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["p", "li", "blockquote", "td", "h2", "dd"]),
            st.lists(st.recursive(WORDS, _wrapped, max_leaves=6), min_size=1, max_size=5).map("".join),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_no_word_is_lost_moved_or_made_up(blocks: list[tuple[str, str]]) -> None:
    outer = {"p": "{}", "li": "<ul>{}</ul>", "td": "<table><tr>{}</tr></table>", "dd": "<dl><dt>x</dt>{}</dl>"}
    html, expected = "", ""
    for number, (tag, inline) in enumerate(blocks):
        words = f"This is block {number} of the article, which says {inline} and then it ends."
        html += outer.get(tag, "{}").format(f"<{tag}>{words}</{tag}>")
        expected += ("x " if tag == "dd" else "") + re.sub(r"<[^>]*>", "", words) + " "
    text, markup = main_text(parse(f"<html><body><article><p>{LEAD}</p>{html}<p>{END}</p></article></body></html>"))
    assert text.split() == f"{LEAD} {expected} {END}".split()
    assert_sound(text, markup)


@settings(deadline=None)
@given(st.text(alphabet="<>/abipq \n=\"'&;#1", max_size=120))
def test_a_broken_page_is_read_or_refused(broken: str) -> None:
    try:
        text, markup = main_text(parse(broken))
    except UnreadableError:
        return
    assert_sound(text, markup)


def assert_sound(text: str, markup: tuple[Markup, ...]) -> None:
    assert text == text.strip()
    assert list(markup) == sorted(markup)
    for mark in markup:
        assert mark.end <= len(text)
        assert text[mark.start : mark.end] == text[mark.start : mark.end].strip()
