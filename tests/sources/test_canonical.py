"""One address for one page."""

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hiatus.sources.canonical import canonical, cleaned, same_site


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/quay?utm_source=x&utm_medium=y", "https://example.org/quay"),
        ("https://example.org/quay?id=7&fbclid=x&gclid=y&mc_cid=z&ref=home", "https://example.org/quay?id=7"),
        ("HTTPS://Example.ORG:443/Quay#comments", "https://example.org/Quay"),
        ("http://example.org:80", "http://example.org/"),
        ("http://example.org:8080/", "http://example.org:8080/"),
        ("https://example.org:80/", "https://example.org:80/"),
        ("https://example.org/a/../b/./c", "https://example.org/b/c"),
        ("https://example.org/%7equay/%e2%80%99x", "https://example.org/~quay/%E2%80%99x"),
        ("https://example.org/a%2Fb%2525", "https://example.org/a%2Fb%2525"),
        ("https://example.org/quay ", "https://example.org/quay"),
        ("https://user:secret@example.org/", "https://example.org/"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("http://[2001:DB8::1]:80/x", "http://[2001:db8::1]/x"),
        ("https://example.org./x", "https://example.org/x"),
    ],
)
def test_what_does_not_change_the_page_goes(url: str, expected: str) -> None:
    assert cleaned(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/quay/",
        "https://example.org/quay?p=12&page=2",
        "https://example.org/quay?id=7&game=3&referendum=1&atlas=2&cid=4&source=rss",
        "https://example.org/Quay?Q=A",
        "https://www.example.org/",
        "http://example.org/",
        "https://example.org/quay?amp",
        "https://example.org/?p=1&a=2",
        "ftp://example.org/x?utm_source=y",
        "/home/one/articles",
        "http://[::1",
        "http://example.org:99999/",
        "not an address",
    ],
)
def test_what_may_change_the_page_stays(url: str) -> None:
    assert cleaned(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/2025/quay",
        "http://www.example.org/2025/quay/",
        "https://m.example.org/2025/quay?utm_campaign=x",
        "https://amp.example.org/2025/quay",
        "https://www.example.org/2025/quay/amp/",
        "https://www.example.org/2025/quay/amp",
        "https://www.example.org/amp/2025/quay",
        "https://www.example.org/2025/quay?amp=1",
        "https://www.example.org/2025/quay?outputType=amp",
        "https://www.example.org/2025/quay.amp.html",
        "https://www.example.org/2025/quay/index.html#top",
        "https://mobile.example.org/2025/quay",
    ],
)
def test_the_forms_of_one_page_have_one_name(url: str) -> None:
    assert canonical(url) == "https://example.org/2025/quay"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/quay", "https://example.org/Quay"),
        ("https://example.org/quay?p=1", "https://example.org/quay?p=2"),
        ("https://example.org/amplifier", "https://example.org/lifier"),
        ("https://example.org/quay/amped", "https://example.org/quay"),
        ("https://m.org/", "https://org/"),
        ("https://tv.example.org/quay", "https://example.org/quay"),
        ("https://example.org:8080/quay", "https://example.org/quay"),
        ("https://example.org/quay?amp=2", "https://example.org/quay"),
    ],
)
def test_two_pages_keep_two_names(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


def test_the_order_of_parameters_is_no_other_page() -> None:
    assert canonical("https://example.org/?b=1&a=2") == canonical("https://example.org/?a=2&b=1")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.example.org/x", "http://example.org/y", True),
        ("https://feeds.example.org/x", "https://www.example.org/y", True),
        ("https://example.org/x", "https://example.com/x", False),
        ("https://badexample.org/x", "https://example.org/x", False),
        ("https://one.github.io/", "https://two.github.io/", False),
        ("folder", "https://example.org/", False),
    ],
)
def test_sites(one: str, other: str, same: bool) -> None:
    assert same_site(one, other) is same


addresses = st.builds(
    "{}://{}{}{}{}".format,
    st.sampled_from(["http", "https", "HTTP"]),
    st.sampled_from(["example.org", "WWW.m.Example.org", "amp.amp.example.org:80", "[::1]", "bücher.example", "a..b"]),
    st.sampled_from(["", ":443", ":8080", ":"]),
    st.text(string.ascii_letters + "/.%25Ffé amp?&=+;~", max_size=30).map("/{}".format),
    st.sampled_from(["", "?utm_source=x&a=b", "?a=%2526&b", "?amp&amp", "?=", "#x?y", "?a=1+2&é=ü"]),
)


@given(addresses | st.text())
@example("http://h/index.html/amp/index.html")
@example("http://h/?%26utm_source=1")
@example("http://h/?=?amp&amp")
def test_cleaning_twice_changes_nothing(url: str) -> None:
    assert cleaned(cleaned(url)) == cleaned(url)
    assert canonical(canonical(url)) == canonical(url)
    assert canonical(cleaned(url)) == canonical(url)
