import pytest

from hiatus.reading.marks import quotations


def read(text: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in quotations.find(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the drama “Harbor Lights” is back", ["Harbor Lights"]),
        ("the drama ‘Harbor Lights’ is back", ["Harbor Lights"]),
        ('the drama "Harbor Lights" is back', ["Harbor Lights"]),
        ("the drama 'Harbor Lights' is back", ["Harbor Lights"]),
        ("the drama ''Harbor Lights'' is back", ["Harbor Lights"]),
        ("the drama «Harbor Lights» is back", ["Harbor Lights"]),
        ("the drama „Harbor Lights“ is back", ["Harbor Lights"]),
        ("the drama 「Harbor Lights」 is back", ["Harbor Lights"]),
        ("‘Harbor Lights’: ‘Night Ferry’", ["Harbor Lights", "Night Ferry"]),
        ("(“Harbor Lights,” “Night Ferry”)", ["Harbor Lights,", "Night Ferry"]),
        ("‘Harbor's Lights’ and 'Mina's Ferry'", ["Harbor's Lights", "Mina's Ferry"]),
        ("‘Harbor’s Lights’ is back", ["Harbor’s Lights"]),
        ("“He said ‘no’ to it”", ["He said ‘no’ to it", "no"]),
        ("\"He said 'no' to it\"", ["He said 'no' to it", "no"]),
        ("He said: “We are back\n\nThe ferry", ["We are back"]),
        ('He said: "We are back\nThe ferry "sank"', ["We are back", "sank"]),
    ],
)
def test_what_stands_between_quotation_marks(text: str, found: list[str]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Mina's ferry isn't the brothers' ferry",
        "Mina’s ferry isn’t the brothers’ ferry",
        "rock 'n' roll of the '90s",
        "give 'em time",
        "he is 5'10\" tall, 8 x 60'",
        "the ‘ferry sails at noon",
        "“”",
        'an inch is 1"',
    ],
)
def test_no_quotation(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("“We are coming back for a whole year,” she said.", True),
        ("“Yes,” she said.", True),
        ("She said: “We will be back.”", True),
        ("She told him “You Will Be back”", True),
        ("He had “always wanted to play a captain” at sea.", True),
        ("“We have been waiting for this for more than two long years now”", True),
        ("the drama “Harbor Lights” is back", False),
        ("the drama “Harbor Lights,” which is back", False),
        ("“The Captain and the Lighthouse of the Southern Sea,” a drama", False),
        ("a “real” captain", False),
        ("He called it “a mess”.", False),
    ],
)
def test_speech_is_told_from_titles(text: str, speech: bool) -> None:
    assert [mark.speech for mark in quotations.find(text)] == [speech]
