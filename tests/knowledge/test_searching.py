"""Full-text search: what is found, and that nothing in a search is an operator."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from hiatus.article import Article
from hiatus.knowledge import filing
from hiatus.knowledge.searching import CLOSE, OPEN, search

TEXTS = {
    "Harbor news": "The pier show was renewed. Mina Cho will not return as the harbor master.",
    "A date": "The quay drama comes back on 3 May, with Park Ji-hu in the lead; nothing else is known.",
    "Élite": "Beyoncé sings for the série; the café scenes were shot near Łódź.",
    "박지후": "배우 박지후 returns for season two.",
    "Signs": 'She said: "renewed OR cancelled" AND left. 50% of C++ fans agreed; x_y stays.',
}


@pytest.fixture
def stocked(engine: Engine) -> Engine:
    for title, text in TEXTS.items():
        filing.file(engine, Article(text=text, url=f"https://quay.example/{title}", title=title), [])
    return engine


def found(engine: Engine, words: str) -> list[str]:
    with engine.connect() as connection:
        return sorted(each.document.headline or "" for each in search(connection, words))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("harbor", ["Harbor news"]),
        ("HARBOR", ["Harbor news"]),
        ("harbor master", ["Harbor news"]),
        ("master harbor", ["Harbor news"]),
        ('"harbor master"', ["Harbor news"]),
        ("“harbor master”", ["Harbor news"]),
        ('"master harbor"', []),
        ("Mina-Cho", ["Harbor news"]),
        ('"Mina, Cho"', ["Harbor news"]),
        ('"harbor master', ["Harbor news"]),
        ("harbor drama", []),
        ("returns", ["Harbor news", "박지후"]),
        ("Ji-hu", ["A date"]),
        ("Ji Hu", ["A date"]),
        ('"Park Ji-hu"', ["A date"]),
        ('"Ji hu"', ["A date"]),
        ("Beyoncé", ["Élite"]),
        ("élite", ["Élite"]),
        ("CAFÉ", ["Élite"]),
        ("박지후", ["박지후"]),
        ("nobody", []),
        # nothing is an operator
        ("harbor -pier", ["Harbor news"]),
        ("harbor or nobody", []),
        ("harbor OR nobody", []),
        ("pier NOT harbor", ["Harbor news"]),
        ("harbor NEAR master", []),
        ("headline:harbor", []),
        ("har*", []),
        ("^harbor", ["Harbor news"]),
        ("(harbor", ["Harbor news"]),
        ("harbor)", ["Harbor news"]),
        ("harbor:*", ["Harbor news"]),
        ("harbor & !master", ["Harbor news"]),
        ("harbor + master", ["Harbor news"]),
        ("harbor''; DROP TABLE documents; --", []),
        ("harbor' --", ["Harbor news"]),
        ('harbor" UNION SELECT 1 --', []),
        (":query", []),
        ("harbor %", ["Harbor news"]),
        ("har\x00bor", []),
        # nothing to look for
        ("", []),
        ("   ", []),
        ('""', []),
        ('" "', []),
        ("- ! ( ) * ^ :", []),
        ("\x00", []),
        ("\ud800", []),
    ],
)
def test_searches(stocked: Engine, words: str, expected: list[str]) -> None:
    assert found(stocked, words) == expected


def test_a_search_leaves_the_articles_as_they_are(stocked: Engine) -> None:
    found(stocked, "harbor'; DELETE FROM documents; --")
    assert found(stocked, "harbor") == ["Harbor news"]


def test_endless_searches_end(stocked: Engine) -> None:
    assert found(stocked, "harbor " * 5_000) == ["Harbor news"]
    assert found(stocked, "h" * 100_000) == []
    assert found(stocked, '"' + "harbor " * 5_000 + '"') == []


def test_what_was_found_is_marked_in_a_stretch_of_the_text(stocked: Engine) -> None:
    with stocked.connect() as connection:
        (one,) = search(connection, "drama")
    assert f"{OPEN}drama{CLOSE} comes" in one.stretch
    assert one.document.address == "https://quay.example/A date"


def test_the_most_fitting_comes_first_and_no_more_than_are_asked_for(stocked: Engine) -> None:
    filing.file(stocked, Article(text="Season two, season three: the season of seasons.", url="https://q.example"), [])
    with stocked.connect() as connection:
        assert search(connection, "season", most=5)[0].document.address == "https://q.example"
        assert len(search(connection, "season", most=5)) == 2
        assert len(search(connection, "season", most=1)) == 1


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(alphabet=st.sampled_from("harbor\"'*()-+:^&|!<>~%_\\;{}[] ANDORT\x00é“”"), max_size=30))
def test_no_search_fails(stocked: Engine, words: str) -> None:
    found(stocked, words)
