"""Where quotes and names stand: what is found, and what must not be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiatus.article import Span
from hiatus.reading.llm.places import MAX_LENGTH, MAX_PLACES, Places, nearest

TEXT = "“Harbor Lights” is back.\nMina Cho’s  return to Harbor\xa0Lights: it's 'certain'. Withering heights."


@pytest.mark.parametrize(
    ("quote", "stretch"),
    [
        ("is back.", "is back."),
        ("  is back.\n", "is back."),
        ('"Harbor Lights" is back.', "“Harbor Lights” is back."),
        ("'Harbor Lights' is back. Mina Cho's return", "“Harbor Lights” is back.\nMina Cho’s  return"),
        ("return to Harbor Lights", "return to Harbor\xa0Lights"),
        ("it’s ‘certain’", "it's 'certain'"),
    ],
)
def test_a_quote_is_found_as_the_text_has_it(quote: str, stretch: str) -> None:
    places = Places(TEXT)
    assert [places.text(span) for span in places.of_quote(quote)] == [stretch]


@pytest.mark.parametrize(
    "quote",
    [
        "",
        " \n",
        "“”",
        "...",
        "is Back.",
        "is back",  # the control, below, is the whole of it
        "Harbor Lights is back",
        "HarborLights",
        "“Harbor Lights” … return",
        "Harbor.Lights",
        "[A-Z]\\w+",
        "x" * (MAX_LENGTH + 1),
    ],
)
def test_a_quote_that_is_not_there_is_not_found(quote: str) -> None:
    found = Places(TEXT).of_quote(quote)
    assert found == (() if quote != "is back" else (Span(16, 23),))


def test_an_exact_quote_goes_before_one_that_differs_in_marks() -> None:
    places = Places("It said “no”. It said 'no'.")
    assert places.of_quote("said 'no'") == (Span(17, 26),)


def test_too_long_a_quote_is_no_evidence_even_where_it_is_there() -> None:
    text = "word " * 500
    assert Places(text).of_quote(text) == ()


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("Harbor Lights", "Harbor Lights"),
        ("“Harbor Lights”", "Harbor Lights"),
        ("Mina Cho", "Mina Cho"),
        ("Mina Cho's return", "Mina Cho’s return"),
        ("With", None),
        ("heights", "heights"),
        ("height", None),
        ("it", "it"),
        ("MINA CHO", None),
        ("Dana", None),
        ("'", None),
    ],
)
def test_a_name_is_a_whole_word_and_spelled_as_the_text_has_it(name: str, spelled: str | None) -> None:
    assert Places(TEXT).spelled(name) == spelled


def test_a_mark_of_the_names_own_stays() -> None:
    assert Places("Watch 'Til Dawn tonight").spelled("'Til Dawn") == "'Til Dawn"


def test_a_name_may_have_a_particle_in_a_script_without_spaces() -> None:
    assert Places("넷플릭스는 지옥이 돌아온다고 밝혔다").spelled("지옥") == "지옥"


def test_the_stretch_nearest_to_all_names_is_taken() -> None:
    places = Places("Ana is back. Something else. Ben is back. More of it. Cem is back.")
    back = places.of_quote("is back")
    assert [nearest(back, [places.of_name(name)]).start for name in ("Ana", "Ben", "Cem")] == [4, 33, 58]


def test_the_nearest_of_a_names_places_counts() -> None:
    places = Places("Ana said no. Bo is back. Nothing else. Ana is back. Cem.")
    assert nearest(places.of_quote("is back"), [places.of_name("Ana")]).start == 43


def test_without_names_the_first_stretch_is_taken() -> None:
    assert nearest((Span(3, 5), Span(9, 11)), []) == Span(3, 5)


def test_places_are_bounded() -> None:
    assert len(Places("ab " * 5000).of_name("ab")) == MAX_PLACES


@given(st.text("ab \n\t“”\"'’.", max_size=60), st.text("ab \n\t“”\"'’.", max_size=8))
def test_every_place_is_the_string_but_for_space_and_marks(text: str, wanted: str) -> None:
    def plain(string: str) -> str:
        return "".join("'" if char in "“”\"'’" else char for char in " ".join(string.split()))

    places = Places(text)
    for span in places.of_quote(wanted):
        assert plain(places.text(span)) == plain(wanted)


@given(st.text(max_size=40), st.data())
def test_every_stretch_with_a_letter_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end].strip()
    found = [text[span.start : span.end] for span in Places(text).of_quote(quote)]
    assert set(found) == ({quote} if any(map(str.isalnum, quote)) else set())
