"""Facts as schema.org."""

import json
from typing import Any

from hiatus.article import Article
from hiatus.facts import BasedOn, Cast, Company, Crew, Episodes, Evidence, Fact, KnownFor, Metric, Release, Status
from hiatus.publishing.jsonld import document

HERE = Evidence(0, 7, "Netflix")
ARTICLE = Article("Netflix", url="https://example.org/a", title="A headline")


def graph(*facts: Fact) -> list[dict[str, Any]]:
    made = document(ARTICLE, facts)
    json.dumps(made)
    return made["@graph"]  # type: ignore[no-any-return]


def test_a_series_has_seasons_with_actors_and_their_characters() -> None:
    series, article = graph(
        Company(title="T", name="Netflix", role="platform", evidence=HERE),
        Cast(title="T", season=2, person="Mina Cho", character="Dana", change="returning", evidence=HERE),
        Cast(title="T", season=2, person="Leo Park", evidence=HERE),
        Episodes(title="T", season=2, count=8, evidence=HERE),
        Release(title="T", season=2, date="2026-10-05", evidence=HERE),
    )
    assert series["@type"] == "TVSeries"
    assert series["provider"] == {"@type": "Organization", "name": "Netflix"}
    (season,) = series["containsSeason"]
    assert season["seasonNumber"] == 2
    assert season["numberOfEpisodes"] == 8
    assert season["datePublished"] == "2026-10-05"
    mina, leo = season["actor"]
    assert mina == {
        "@type": "PerformanceRole", "actor": {"@type": "Person", "name": "Mina Cho"}, "characterName": "Dana",
    }  # fmt: skip
    assert leo == {"@type": "Person", "name": "Leo Park"}
    assert article == {"@type": "NewsArticle", "headline": "A headline", "url": "https://example.org/a"}


def test_every_statement_is_listed_with_its_evidence() -> None:
    fact = Status(title="T", stage="filming", certainty="rumored", said_by="Variety", evidence=HERE)
    work, _ = graph(fact)
    assert work["hiatus:facts"] == [fact.to_dict()]


def test_what_is_rumored_denied_or_over_is_no_property() -> None:
    work, _ = graph(
        Cast(title="T", person="A", certainty="rumored", evidence=HERE),
        Cast(title="T", person="B", certainty="denied", evidence=HERE),
        Cast(title="T", person="C", change="leaving", evidence=HERE),
        Release(title="T", date="2025-22", evidence=HERE),
        Release(title="T", date="XXXX-10-05", evidence=HERE),
    )
    assert "actor" not in work
    assert "datePublished" not in work


def test_a_work_is_a_film_only_if_the_article_says_so() -> None:
    assert graph(Crew(title="T", person="A", job="director", evidence=HERE))[0]["@type"] == "CreativeWork"
    box_office = Metric(title="T", measure="box office", value=5, evidence=HERE)
    assert graph(box_office)[0]["@type"] == "Movie"


def test_sources_and_known_works() -> None:
    work, person, _ = graph(
        BasedOn(title="T", form="novel", work="N", author="B", evidence=HERE),
        KnownFor(title="T", person="A", work="W", season=3, evidence=HERE),
    )
    assert work["isBasedOn"] == {"@type": "CreativeWork", "name": "N", "author": {"@type": "Person", "name": "B"}}
    assert "containsSeason" not in work
    assert person == {"@type": "Person", "name": "A", "hiatus:knownFor": [{"@type": "CreativeWork", "name": "W"}]}
