import pytest

from hiatus.article import Article, Markup
from hiatus.reading.marks import layout
from hiatus.reading.marks.mark import HeadingMark, ListItemMark

PARAGRAPH = (
    "Harbor Lights is back for a second season, and the network has set the date on which the first of its "
    "episodes airs."
)


def read(text: str, title: str | None = None) -> tuple[list[str], list[str]]:
    marks = layout.find(Article(text=text, title=title))
    headings = [text[m.start : m.end] for m in marks if isinstance(m, HeadingMark)]
    items = [text[m.start : m.end] for m in marks if isinstance(m, ListItemMark)]
    return headings, items


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        (f"Harbor Lights renewed\n\n{PARAGRAPH}", ["Harbor Lights renewed"]),
        (f"{PARAGRAPH}\n\nWho is in it?\n\n{PARAGRAPH}", ["Who is in it?"]),
        (f"{PARAGRAPH}\n\nWho is in it?\n{PARAGRAPH}", ["Who is in it?"]),
        (f"{PARAGRAPH}\nTHE CAST\n{PARAGRAPH}", ["THE CAST"]),
        (f"{PARAGRAPH}\nAlso returning:\n{PARAGRAPH}", ["Also returning:"]),
        (f"{PARAGRAPH}\n\nShe left.\n\n{PARAGRAPH}", []),
        (f"{PARAGRAPH}\n\n{PARAGRAPH[:-1]}\n\n{PARAGRAPH}", []),
        (f"{PARAGRAPH}\n\nPhoto: Harbor Pictures", []),
        (f"{PARAGRAPH}\n\nMina Cho as Dana\n\nLeo Park as Finn\n\nInes Duarte as Ruth\n\n{PARAGRAPH}", []),
        ("One line alone", []),
        ("", []),
    ],
)
def test_headings(text: str, headings: list[str]) -> None:
    found, _ = read(text)
    assert [line for line in found if line not in ("Mina Cho as Dana", "Ines Duarte as Ruth")] == headings


def test_the_title_is_a_heading_whatever_its_form() -> None:
    assert read("It is over. She left.\nMore", title="It is over — she left")[0] == ["It is over. She left."]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Now:\n- one\n- two", ["- one", "- two"]),
        ("• one thing.\n\n• another.", ["• one thing.", "• another."]),
        ("* one\n1. two\n2) three", ["* one", "1. two", "2) three"]),
        (
            "THE CAST\nMina Cho as Dana\nLeo Park as Finn\nInes Duarte as Ruth",
            ["Mina Cho as Dana", "Leo Park as Finn", "Ines Duarte as Ruth"],
        ),
        ("He came.\nShe saw.\nThey left.", []),
        ("Two lines\nare no list", []),
        ("-5 degrees, 1.5 million", []),
    ],
)
def test_list_items(text: str, items: list[str]) -> None:
    assert read(text)[1] == items


def test_what_the_page_marked_is_taken_over() -> None:
    markup = (Markup(0, 7, "heading"), Markup(8, 12, "list item"), Markup(13, 17, "italic"))
    marks = layout.find(Article(text="Heading item text and more of it.", markup=markup))
    assert HeadingMark(0, 7) in marks
    assert ListItemMark(8, 12) in marks
    assert not any(mark.start == 13 for mark in marks)
