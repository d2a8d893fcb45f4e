"""Lists that people have elsewhere, in each form, as exports have them and as they must not harm."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiatus.knowledge.lists import LONGEST_TITLE, MOST_BYTES, MOST_ENTRIES, Entry, ListError, read_list

TRAKT_WATCHLIST = [
    {
        "rank": 1,
        "id": 11,
        "listed_at": "2024-03-01T10:00:00.000Z",
        "notes": None,
        "type": "show",
        "show": {"title": "Harbor Lights", "year": 2021, "ids": {"trakt": 1, "slug": "harbor-lights"}},
    },
    {"rank": 2, "type": "movie", "movie": {"title": "The Long Quay", "year": 2019, "ids": {"trakt": 2}}},
    {
        "rank": 3,
        "type": "season",
        "season": {"number": 2, "ids": {"trakt": 3}},
        "show": {"title": "Harbor Lights", "year": 2021, "ids": {"trakt": 1}},
    },
    {"rank": 4, "type": "person", "person": {"name": "Mina Cho", "ids": {"trakt": 4}}},
]
TRAKT_WATCHED = [
    {"plays": 12, "last_watched_at": "2024-03-01T10:00:00.000Z", "show": {"title": "Night Ferry", "year": None},
     "seasons": [{"number": 1, "episodes": [{"number": 1, "plays": 1}]}]},
    {"plays": 1, "movie": {"title": "The Long Quay", "year": 2019}},
]  # fmt: skip
SIMKL = {
    "shows": [
        {"status": "watching", "show": {"title": "Harbor Lights", "year": 2021, "ids": {"simkl": 1}}},
        {"status": "dropped", "show": {"title": "Dry Dock", "year": 2018}},
    ],
    "anime": [{"status": "plantowatch", "anime_type": "tv", "show": {"title": "Tidal School", "year": 2020}}],
    "movies": [{"status": "completed", "movie": {"title": "The Long Quay", "year": 2019}}],
}
LETTERBOXD = (
    "Date,Name,Year,Letterboxd URI\n"
    "2024-01-01,The Long Quay,2019,https://boxd.it/a\n"
    '2024-01-02,"Salt, and Other Stories",,https://boxd.it/b\n'
)
LETTERBOXD_LIST = (
    "Letterboxd list export v7\n"
    "Date,Name,Tags,URL,Description\n"
    '2024-01-03,By the sea,"ships, harbors",https://boxd.it/l,"Two lines\nof words"\n'
    "\n"
    "Position,Name,Year,URL,Description\n"
    "1,The Long Quay,2019,https://boxd.it/a,\n"
    "2,Night Ferry,2022,https://boxd.it/c,Still good\n"
)
IMDB = (
    "Position,Const,Created,Modified,Description,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,"
    "Genres,Num Votes,Release Date,Directors\n"
    "1,tt1,2024-01-01,2024-01-01,,Harbor Lights,Harbor Lights,https://example.org/1,TV Series,8.1,50,2021,Drama,9,,\n"
    '2,tt2,2024-01-01,2024-01-01,,The Long Quay,The Long Quay,https://example.org/2,Movie,7,9,2019,"Drama, Crime",9,,\n'
    "3,tt3,2024-01-01,2024-01-01,,Harbor Rush,Harbor Rush,https://example.org/3,Video Game,7,,2019,,9,,\n"
    "4,tt4,2024-01-01,2024-01-01,,Night Ferry,Night Ferry,https://example.org/4,tvMiniSeries,7,,2022,,9,,\n"
    "5,tt5,2024-01-01,2024-01-01,,The Storm,The Storm,https://example.org/5,TV Episode,7,,2022,,9,,\n"
)
TV_TIME = (
    "notification_type,archived,tv_show_name,created_at,active,diffusion,folder_id,notification_offset,user_id,"
    "tv_show_id,updated_at\n"
    "2,0,Harbor Lights,2022-04-27 01:49:07,1,original,,-10,1,7,2022-04-27 01:53:21\n"
    "2,0,Night Ferry (2022),2022-04-27 01:49:07,1,original,,-10,1,8,2022-04-27 01:53:21\n"
    "2,0,Dry Dock,2022-04-27 01:49:07,0,original,,-10,1,9,2022-04-27 01:53:21\n"
    "2,1,Old Pier,2022-04-27 01:49:07,1,original,,-10,1,10,2022-04-27 01:53:21\n"
)
PLAIN = "# what I wait for\nHarbor Lights\n\n- Night Ferry (2022)\n3. The Long Quay\n24\n[x] Dry Dock\nHarbor Lights\n"


def data(values: object) -> bytes:
    return json.dumps(values).encode()


@pytest.mark.parametrize(
    ("content", "form", "entries", "skipped"),
    [
        (
            data(TRAKT_WATCHLIST),
            "Trakt",
            [Entry("Harbor Lights", 2021, "series"), Entry("The Long Quay", 2019, "film")],
            ["Mina Cho"],
        ),
        (
            data(TRAKT_WATCHED),
            "Trakt",
            [Entry("Night Ferry", None, "series"), Entry("The Long Quay", 2019, "film")],
            [],
        ),
        (data([]), "Trakt", [], []),
        (
            data(SIMKL),
            "Simkl",
            [Entry("Harbor Lights", 2021, "series"), Entry("Tidal School", 2020), Entry("The Long Quay", 2019, "film")],
            ["Dry Dock"],
        ),
        (
            LETTERBOXD.encode(),
            "Letterboxd",
            [Entry("The Long Quay", 2019), Entry("Salt, and Other Stories")],
            [],
        ),
        (LETTERBOXD_LIST.encode(), "Letterboxd", [Entry("The Long Quay", 2019), Entry("Night Ferry", 2022)], []),
        (
            IMDB.encode(),
            "IMDb",
            [
                Entry("Harbor Lights", 2021, "series"),
                Entry("The Long Quay", 2019, "film"),
                Entry("Night Ferry", 2022, "series"),
            ],
            ["Harbor Rush", "The Storm"],
        ),
        (
            TV_TIME.encode(),
            "TV Time",
            [Entry("Harbor Lights", None, "series"), Entry("Night Ferry", 2022, "series")],
            ["Dry Dock", "Old Pier"],
        ),
        (
            PLAIN.encode(),
            "plain text",
            [
                Entry("Harbor Lights"),
                Entry("Night Ferry", 2022),
                Entry("The Long Quay"),
                Entry("24"),
                Entry("Dry Dock"),
            ],
            [],
        ),
        (b"[x] Dry Dock\n[REC]\n", "plain text", [Entry("Dry Dock"), Entry("[REC]")], []),
        (b"", "plain text", [], []),
    ],
)
def test_every_form_is_told_by_what_it_holds(
    content: bytes, form: str, entries: list[Entry], skipped: list[str]
) -> None:
    listed = read_list(content)
    assert listed.form == form
    assert list(listed.entries) == entries
    assert [each.text for each in listed.skipped] == skipped


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_and_marks_change_nothing(encoding: str) -> None:
    listed = read_list("Date,Name,Year,Letterboxd URI\n2024-01-01,Café Müller,2019,x\n".encode(encoding))
    assert listed.form == "Letterboxd"
    assert listed.entries == (Entry("Café Müller", 2019),)


@pytest.mark.parametrize(
    ("content", "entries"),
    [
        ("Const;Title;Year\ntt1;Harbor Lights;2021\n", [Entry("Harbor Lights", 2021)]),
        ("tv_show_name\nHarbor Lights\n", [Entry("Harbor Lights", None, "series")]),
        ("Name,Year\nHarbor Lights,not a year\n", [Entry("Harbor Lights")]),
        ("Name,Year,Letterboxd URI\r\nHarbor Lights\r\n", [Entry("Harbor Lights")]),
    ],
)
def test_missing_columns_and_cells_are_no_matter(content: str, entries: list[Entry]) -> None:
    assert list(read_list(content.encode()).entries) == entries


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"PK\x03\x04" + b"x" * 50, "packed"),
        (b"\x1f\x8b" + b"x" * 50, "packed"),
        (b'{"shows": [', "broken JSON"),
        (b"[" * 100_000, "broken JSON"),
        (b'{"name": "my list"}', "no list of Trakt or Simkl"),
        (b'[{"name": "my list", "privacy": "private"}]', "no list of Trakt or Simkl"),
        (b"[1, 2, 3]", "no list of Trakt or Simkl"),
        (b"Position,Const,Created,Modified,Description,Name,Known For,Birth Date\n1,nm1,,,,Mina Cho,,\n", "of people"),
        (b"SQLite format 3\x00" + b"\x00" * 50, "no text"),
        (b"x" * (MOST_BYTES + 1), "larger"),
        (b"\n".join(b"title %d" % number for number in range(MOST_ENTRIES + 1)), "split it"),
    ],
)
def test_what_is_no_list_is_refused_with_a_reason(content: bytes, says: str) -> None:
    with pytest.raises(ListError, match=says):
        read_list(content)


@pytest.mark.parametrize(
    "content",
    [
        data([{"type": "show", "show": {"title": None}}]),
        data([{"type": "show", "show": {"title": ["a"]}}]),
        data([{"type": "show", "show": {}}, None, 3, "x"]),
        data({"shows": [None, {"show": 3}, {"show": {"title": ""}}], "movies": "none"}),
        b"Name,Year,Letterboxd URI\n,2019,x\n",
        data([{"show": {"title": "x" * (LONGEST_TITLE + 1)}}]),
    ],
)
def test_what_has_no_title_is_left_out_with_a_reason(content: bytes) -> None:
    listed = read_list(content)
    assert not listed.entries
    assert all(each.reason for each in listed.skipped)
    assert listed.skipped


@given(st.binary(max_size=400))
def test_bytes_of_any_kind_are_a_list_or_refused(content: bytes) -> None:
    try:
        listed = read_list(content)
    except ListError:
        return
    assert all(0 < len(entry.title) <= LONGEST_TITLE for entry in listed.entries)


@given(st.lists(st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=30).map(lambda text: f"A {text}")))
def test_titles_a_line_come_back_each_once(titles: list[str]) -> None:
    listed = read_list("\n".join(titles).encode())
    assert [entry.title for entry in listed.entries] == list(dict.fromkeys(" ".join(t.split()) for t in titles))
