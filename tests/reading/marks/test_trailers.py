import pytest

from hiatus.reading.marks import trailers


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("A teaser came out.", "teaser"),
        ("the teaser trailer", "teaser"),
        ("Teaser video below", "teaser"),
        ("a teaser poster", "poster"),
        ("the official trailer", "trailer"),
        ("a new promo", "trailer"),
        ("the main promotional video", "trailer"),
        ("its latest PV", "trailer"),
        ("a poster", "poster"),
        ("the key art", "poster"),
        ("a key visual", "poster"),
        ("a first look at the drama", "first look"),
        ("first-look images", "first look"),
        ("FIRST LOOK", "first look"),
        ("the first photos", "first look"),
        ("a clip from the drama", "clip"),
        ("a playful video", "clip"),
        ("a sneak peek", "clip"),
        ("a behind-the-scenes featurette", "clip"),
    ],
)
def test_a_word_for_it(text: str, form: str) -> None:
    assert [mark.form for mark in trailers.find(text)] == [form]


@pytest.mark.parametrize(
    "text",
    [
        "a first-look deal with the studio",
        "She teased the ending.",
        "on Amazon Prime Video",
        "a video game",
        "her music video",
        "The paperclip, the videographer and the postered wall",
        "a video call",
    ],
)
def test_no_word_for_it(text: str) -> None:
    assert trailers.find(text) == []
