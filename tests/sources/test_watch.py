"""Watching sources on real servers."""

import dataclasses
import datetime as dt
import threading
import time
from collections.abc import Collection
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from hiatus.source import Source
from hiatus.sources.asking import feed
from hiatus.sources.client import Client
from hiatus.sources.watching import watch
from tests.sources.servers import NOW, item, known_in, local, page, prose, rss, sending, server, step, steps

HOUR = dt.timedelta(hours=1)


@pytest.fixture(autouse=True)
def _missing_is_404(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(httpserver, "no_handler_status_code", 404)


def feed_at(httpserver: HTTPServer, *items: str, headers: dict[str, str] | None = None) -> Source:
    httpserver.expect_request("/feed").respond_with_data(rss(*items), content_type="text/xml", headers=headers)
    return Source(httpserver.url_for("/feed"), added=NOW)


def requests(httpserver: HTTPServer) -> list[str]:
    return [request.path for request, _ in httpserver.log]


def test_a_feed_with_whole_articles_is_read_from_the_feed(httpserver: HTTPServer) -> None:
    text = f"<p>The <em>Quay</em> is back.</p><p>{prose(100)}</p>"
    found = step(feed_at(httpserver, item("/2026/quay?utm_source=rss", "Short.", text)))
    [retrieved] = found.articles
    article = retrieved.article
    assert article.text.startswith("The Quay is back.")
    assert [(mark.kind, article.text[mark.start : mark.end]) for mark in article.markup] == [("italic", "Quay")]
    assert (article.title, article.publisher) == ("Quay is back", "Quay News")
    assert article.published == dt.date(2026, 3, 1)
    assert article.url == httpserver.url_for("/2026/quay")
    assert retrieved.whole
    assert NOW <= retrieved.fetched < NOW + HOUR
    assert requests(httpserver) == ["/robots.txt", "/feed"]
    assert not found.failures
    assert found.source.title == "Quay News"


def test_a_summary_has_its_page_fetched(httpserver: HTTPServer) -> None:
    source = feed_at(httpserver, item("/quay", "The <b>Quay</b> is…"))
    httpserver.expect_request("/quay").respond_with_data(page(prose(60)), content_type="text/html")
    found = step(source)
    assert prose(60) in found.articles[0].article.text
    assert found.articles[0].article.published == dt.date(2026, 3, 1)
    assert requests(httpserver) == ["/robots.txt", "/feed", "/quay"]


@pytest.mark.parametrize(
    "content", [f"<p>{prose(200)} […]</p>", f"<p>{prose(200)}</p><p><a href='/quay'>Continue reading at Quay</a></p>"]
)
def test_so_has_content_that_is_cut(httpserver: HTTPServer, content: str) -> None:
    source = feed_at(httpserver, item("/quay", "Short.", content))
    httpserver.expect_request("/quay").respond_with_data(page(prose(300)), content_type="text/html")
    assert prose(300) in step(source).articles[0].article.text


def test_a_summary_is_read_where_robots_bar_the_page(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data("User-agent: *\nDisallow: /quay\n")
    source = feed_at(httpserver, item("/quay", prose(40)))
    found = step(source)
    assert found.articles[0].article.text == prose(40)
    assert not found.articles[0].whole
    assert "only its summary is read: its robots.txt" in found.failures[0].reason
    assert "/quay" not in requests(httpserver)
    assert found.source.failures == 0


def test_robots_bar_a_feed_too_and_a_group_for_hiatus_goes_before_that_for_all(httpserver: HTTPServer) -> None:
    rules = "User-agent: *\nAllow: /\n\nUser-agent: hiatus\nDisallow: /feed\n"
    httpserver.expect_request("/robots.txt").respond_with_data(rules)
    found = step(feed_at(httpserver, item("/quay", prose(40))))
    assert "robots.txt" in (found.source.error or "")
    assert requests(httpserver) == ["/robots.txt"]


def test_where_robots_txt_cannot_be_had_nothing_is_fetched(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data("", status=503)
    found = step(feed_at(httpserver, item("/quay", prose(40))))
    assert "robots.txt cannot be had" in (found.source.error or "")
    assert requests(httpserver) == ["/robots.txt"]


def test_what_is_known_is_not_fetched_again(httpserver: HTTPServer) -> None:
    source = feed_at(httpserver, item("/old?utm_medium=x", "Old."), item("/quay", "New."))
    httpserver.expect_request("/quay").respond_with_data(page(prose(60)), content_type="text/html")
    old = step(dataclasses.replace(source), seen=["https://nothing.example/"]).seen[0]
    httpserver.clear_log()
    found = step(source, seen=[old])
    assert [each.article.url for each in found.articles] == [httpserver.url_for("/quay")]
    assert "/old" not in requests(httpserver)


def test_all_that_was_settled_is_known_the_next_time(httpserver: HTTPServer) -> None:
    source = feed_at(httpserver, item("/quay", "Short."), item("/gone"), item("/spanish"), item("/feedback", "", ""))
    httpserver.expect_request("/quay").respond_with_data(page(prose(60)), content_type="text/html")
    spanish = "La segunda temporada de la serie se estrena en la primavera, y los actores que ya la hicieron vuelven. "
    httpserver.expect_request("/spanish").respond_with_data(page(spanish * 9), content_type="text/html")
    httpserver.expect_request("/gone").respond_with_data("", status=404)
    first = step(source)
    assert len(first.articles) == 1
    assert len(first.failures) == 3
    again = step(dataclasses.replace(first.source, due=None, body_hash=None), seen=first.seen)
    assert (again.articles, again.failures, again.seen) == ((), (), ())


def test_an_entry_whose_page_cannot_be_had_now_is_tried_again(httpserver: HTTPServer) -> None:
    source = feed_at(httpserver, item("/quay"), headers={"ETag": '"1"'})
    httpserver.expect_request("/quay").respond_with_data("", status=503)
    first = step(source)
    assert first.failures
    assert first.seen == ()
    assert (first.source.etag, first.source.body_hash) == (None, None)
    assert first.source.due is not None
    assert HOUR / 2 <= first.source.due - NOW < HOUR


def test_a_host_that_wants_to_be_left_alone_is(httpserver: HTTPServer) -> None:
    source = feed_at(httpserver, item("/quay"), item("/pier"))
    httpserver.expect_request("/quay").respond_with_data("", status=503, headers={"Retry-After": "7200"})
    found = step(source)
    assert found.source.due is not None
    assert found.source.due - NOW > 1.9 * HOUR
    assert "/pier" not in requests(httpserver)


def test_pages_are_bounded_and_gone_on_with(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "MAX_PAGES", 2)
    for number in range(3):
        httpserver.expect_request(f"/{number}").respond_with_data(page(prose(60)), content_type="text/html")
    first = step(feed_at(httpserver, *(item(f"/{number}") for number in range(3))))
    assert len(first.articles) == 2
    assert first.source.due is not None
    assert first.source.due - NOW < HOUR / 10
    second = step(dataclasses.replace(first.source, due=None), seen=first.seen)
    assert [each.article.url for each in second.articles] == [httpserver.url_for("/2")]
    assert second.source.body_hash is not None


def test_validators_are_sent_and_not_modified_is_no_news(httpserver: HTTPServer) -> None:
    def answer(request: Request) -> Response:
        same = request.headers.get("If-None-Match") == '"1"' and request.headers.get("If-Modified-Since") == "then"
        return Response(status=304) if same else Response(rss(), headers={"ETag": '"1"', "Last-Modified": "then"})

    httpserver.expect_request("/feed").respond_with_handler(answer)
    first = step(Source(httpserver.url_for("/feed"))).source
    assert (first.etag, first.last_modified) == ('"1"', "then")
    second = step(first, now=NOW + 24 * HOUR).source
    assert (second.etag, second.last_modified) == ('"1"', "then")
    assert second.interval > first.interval
    assert second.changed == first.changed


def test_the_same_bytes_are_no_news_without_validators(httpserver: HTTPServer) -> None:
    source = feed_at(httpserver, item("/quay", prose(40), prose(100)))
    first = step(source)
    second = step(first.source, now=NOW + 24 * HOUR)
    assert (first.source.changed is not None, second.articles) == (True, ())


@pytest.mark.parametrize(
    ("status", "headers", "paused", "wait"),
    [
        (410, {}, True, HOUR),
        (404, {}, False, HOUR),
        (500, {}, False, HOUR),
        (503, {"Retry-After": "7200"}, False, 2 * HOUR),
        (429, {"Retry-After": "99999999999"}, False, 7 * 24 * HOUR),
    ],
)
def test_a_status_that_is_no_answer(
    httpserver: HTTPServer, status: int, headers: dict[str, str], paused: bool, wait: dt.timedelta
) -> None:
    httpserver.expect_request("/feed").respond_with_data("", status=status, headers=headers)
    found = step(Source(httpserver.url_for("/feed"), etag='"1"')).source
    assert str(status) in (found.error or "")
    assert (found.paused, found.failures, found.etag) == (paused, 1, '"1"')
    assert found.failing_since is not None
    assert found.due is not None
    assert abs(found.due - NOW - wait) < HOUR / 60


def test_max_age_and_ttl_are_waited_for(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/feed").respond_with_data(
        rss(head="<ttl>120</ttl>"), headers={"Cache-Control": "max-age=60"}
    )
    httpserver.expect_request("/other").respond_with_data(rss(), headers={"Cache-Control": "public, max-age=10800"})
    for path, wait in (("/feed", 2 * HOUR), ("/other", 3 * HOUR)):
        due = step(Source(httpserver.url_for(path))).source.due
        assert due is not None
        assert abs(due - NOW - wait) < HOUR / 60


@pytest.mark.parametrize(("status", "moves"), [(301, True), (308, True), (302, False), (307, False)])
def test_a_source_follows_a_move_for_good(httpserver: HTTPServer, status: int, moves: bool) -> None:
    httpserver.expect_request("/old").respond_with_data("", status=status, headers={"Location": "/feed"})
    feed_at(httpserver)
    old = httpserver.url_for("/old")
    found = step(Source(old))
    assert found.asked == old
    assert found.source.url == (httpserver.url_for("/feed") if moves else old)


def test_but_not_to_where_another_source_is_or_no_feed(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/old").respond_with_data("", status=301, headers={"Location": "/feed"})
    httpserver.expect_request("/lost").respond_with_data("", status=301, headers={"Location": "/home"})
    httpserver.expect_request("/home").respond_with_data(page(prose(60)), content_type="text/html")
    there = dataclasses.replace(feed_at(httpserver), paused=True)
    old, lost = httpserver.url_for("/old"), httpserver.url_for("/lost")
    assert {each.source.url for each in steps([Source(old), Source(lost), there])} == {old, lost}


def test_only_what_is_due_and_not_paused_is_asked(httpserver: HTTPServer) -> None:
    source = feed_at(httpserver)
    late = dataclasses.replace(source, due=NOW + HOUR)
    assert steps([late, dataclasses.replace(source, paused=True)]) == []
    assert len(steps([late], now=NOW + HOUR)) == 1


def test_a_page_is_read_when_its_text_changes(httpserver: HTTPServer) -> None:
    texts = iter([prose(60), prose(60) + " ", prose(90)])
    nonce = iter("abc")

    def answer(_: Request) -> Response:
        return Response(page(f"<i data-x='{next(nonce)}'></i>{next(texts)}"), content_type="text/html")

    httpserver.expect_request("/quay").respond_with_handler(answer)
    source = Source(httpserver.url_for("/quay"), "page", publisher="Quay News")
    first = step(source)
    assert first.articles[0].article.publisher == "Quay News"
    second = step(first.source, now=NOW + 24 * HOUR)
    third = step(second.source, now=NOW + 96 * HOUR)
    assert [len(each.articles) for each in (first, second, third)] == [1, 0, 1]


def test_a_page_takes_no_other_site_s_address(httpserver: HTTPServer) -> None:
    canonical = '<link rel="canonical" href="https://other.example/quay">'
    httpserver.expect_request("/quay").respond_with_data(canonical + page(prose(60)), content_type="text/html")
    found = step(feed_at(httpserver, item("/quay", "Short.")))
    assert found.articles[0].article.url == httpserver.url_for("/quay")
    assert all("127.0.0.1" in address or "localhost" in address for address in found.seen)


def test_a_news_sitemap_and_an_index(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/index.xml").respond_with_data(
        "<sitemapindex><sitemap><loc>/posts.xml</loc></sitemap><sitemap><loc>/news.xml</loc></sitemap></sitemapindex>"
    )
    httpserver.expect_request("/posts.xml").respond_with_data("", status=500)
    httpserver.expect_request("/news.xml").respond_with_data(
        "<urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>"
        "<url><loc>/quay</loc><news:news><news:publication_date>2026-03-01</news:publication_date></news:news></url>"
        "<url><loc>/archive</loc><lastmod>2019-01-01</lastmod></url></urlset>"
    )
    httpserver.expect_request("/quay").respond_with_data(page(prose(60)), content_type="text/html")
    found = step(Source(httpserver.url_for("/index.xml"), "sitemap", added=NOW))
    assert [each.article.url for each in found.articles] == [httpserver.url_for("/quay")]
    assert [each.target for each in found.failures] == [httpserver.url_for("/posts.xml")]
    assert "/archive" not in requests(httpserver)


def test_a_folder_gives_what_is_new_or_changed(tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"{number:02}.txt").write_text(prose(40, f"number {number}"))
    (tmp_path / "empty.txt").write_text("")
    source = Source(str(tmp_path), "folder", publisher="My own")
    first = steps([source])
    assert [len(each.articles) for each in first] == [50, 10, 0]
    assert [each.source.checked is None for each in first] == [True, True, False]
    assert [len(each.failures) for each in first] == [0, 1, 0]
    seen = [address for each in first for address in each.seen]
    assert [len(each.articles) for each in steps([first[-1].source], seen)] == [0]
    (tmp_path / "07.txt").write_text(prose(50, "lighthouse"))
    (tmp_path / "new.txt").write_text(prose(50, "pier"))
    again = steps([first[-1].source], seen)
    assert [each.article.url for each in again[0].articles] == [
        (tmp_path / "07.txt").as_uri(),
        (tmp_path / "new.txt").as_uri(),
    ]
    assert again[0].articles[0].article.publisher == "My own"


def test_a_folder_that_is_no_more_fails_plainly(tmp_path: Path) -> None:
    assert "no such" in (step(Source(str(tmp_path / "x"), "folder")).source.error or "")


def test_a_host_is_asked_by_one_at_a_time_with_a_pause(httpserver: HTTPServer) -> None:
    at_once: list[int] = []
    times: list[float] = []
    busy = threading.Semaphore(99)

    def answer(_: Request) -> Response:
        times.append(time.monotonic())
        busy.acquire()
        at_once.append(99 - busy._value)
        time.sleep(0.02)
        busy.release()
        return Response(rss())

    for number in range(4):
        httpserver.expect_request(f"/{number}").respond_with_handler(answer)
    sources = [Source(httpserver.url_for(f"/{number}")) for number in range(4)]
    assert len(steps(sources, client=local(gap=0.05))) == 4
    assert max(at_once) == 1
    assert times[-1] - times[0] > 0.1  # the second comes at once, the others after a pause
    assert requests(httpserver).count("/robots.txt") == 1


def test_one_source_that_breaks_us_stops_no_other(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(data: bytes, url: str, media_type: str) -> None:
        raise KeyError("x")

    source = feed_at(httpserver)
    httpserver.expect_request("/quay").respond_with_data(page(prose(60)), content_type="text/html")
    monkeypatch.setattr(feed, "parse", broken)
    bad, good = sorted(steps([source, Source(httpserver.url_for("/quay"), "page")]), key=lambda each: each.source.kind)
    assert "KeyError" in (bad.source.error or "")
    assert bad.source.failures == 1
    assert len(good.articles) == 1


def test_leaving_the_iterator_ends_the_run() -> None:
    with server(sending(rss())) as url, local() as client:
        run = watch([Source(f"{url}{number}") for number in range(40)], known_in(()), NOW, client=client)
        next(run)
        run.close()  # type: ignore[attr-defined]
    for thread in [thread for thread in threading.enumerate() if thread.name == "hiatus-watch"]:
        thread.join(10)
        assert not thread.is_alive()


def test_what_known_raises_ends_the_run(httpserver: HTTPServer) -> None:
    def broken(_: Collection[str]) -> set[str]:
        raise RuntimeError("the disk is full")

    with local() as client, pytest.raises(RuntimeError, match="disk"):
        list(watch([feed_at(httpserver, item("/quay", "x"))], broken, NOW, client=client))


def test_private_addresses_are_refused(httpserver: HTTPServer) -> None:
    found = step(feed_at(httpserver), client=Client(allow_private=False, gap=0))
    assert "not on the public internet" in (found.source.error or "")
    assert requests(httpserver) == []
