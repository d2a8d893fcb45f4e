import pytest

from hiatus.reading.marks import hedges
from hiatus.reading.marks.mark import AttributionMark, HedgeMark


def hedged(text: str) -> list[str]:
    return [mark.certainty for mark in hedges.find(text) if isinstance(mark, HedgeMark)]


def attributed(text: str) -> list[tuple[str | None, str]]:
    return [(mark.who, mark.certainty) for mark in hedges.find(text) if isinstance(mark, AttributionMark)]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("It may return.", "rumored"),
        ("It might return.", "rumored"),
        ("It could return.", "rumored"),
        ("It is expected to return.", "rumored"),
        ("It isn't expected until May.", "rumored"),
        ("She is in talks to star.", "rumored"),
        ("She is in final negotiations.", "rumored"),
        ("She has been offered the part.", "rumored"),
        ("She is rumored for the part.", "rumored"),
        ("It will probably return.", "rumored"),
        ("It is reportedly over.", "reported"),
        ("It is said to be over.", "reported"),
        ("Reports have it that she left.", "reported"),
        ("The network denied it.", "denied"),
        ("There are no plans for more.", "denied"),
        ("The drama has not been cancelled.", "denied"),
        ("She turned down the part.", "denied"),
        ("It is baseless.", "denied"),
    ],
)
def test_a_hedge(text: str, certainty: str) -> None:
    assert hedged(text) == [certainty]


@pytest.mark.parametrize(
    "text",
    [
        "It returns in May.",
        "May Parker stars.",
        "It will not be renewed.",
        "She will not return.",
        "It is over.",
        "The drama Night Could Fall is back.",
        "a mighty dismayed couldron",
    ],
)
def test_no_hedge(text: str) -> None:
    assert hedged(text) == []


@pytest.mark.parametrize(
    ("text", "who", "certainty"),
    [
        ("It is over, according to Variety.", "Variety", "reported"),
        ("It is over, per The Daily Ferry.", "The Daily Ferry", "reported"),
        ("As per a report, it is over.", None, "reported"),
        ("The Daily Ferry reports that it is over.", "The Daily Ferry", "reported"),
        ("Deadline has learned that it is over.", "Deadline", "reported"),
        ("Variety says that it is over.", "Variety", "reported"),
        ("It is over, sources tell Variety.", "Variety", "reported"),
        ("According to sources, it is over.", None, "reported"),
        ("According to the outlet, it is over.", None, "reported"),
        ("It is over. (The Daily Ferry)\n", "The Daily Ferry", "reported"),
        ("According to producer Mina Cho, it is over.", "Mina Cho", "confirmed"),
        ("Harbor Channel announced that it is over.", "Harbor Channel", "confirmed"),
        ("Harbor Channel on Monday officially confirmed it.", "Harbor Channel", "confirmed"),
        ("Harbor Channel has renewed it.", "Harbor Channel", "confirmed"),
        ("It was renewed by Harbor Channel.", "Harbor Channel", "confirmed"),
        ("Creator Mina Cho told Variety that it is over.", "Mina Cho", "confirmed"),
        ("“It is over,” said showrunner Mina Cho.", "Mina Cho", "confirmed"),
        ("Mina Cho (Night Ferry) said it is over.", "Mina Cho", "confirmed"),
        ("It is over, the streamer said.", None, "confirmed"),
        ("She confirmed it.", None, "confirmed"),
    ],
)
def test_an_attribution(text: str, who: str | None, certainty: str) -> None:
    assert attributed(text) == [(who, certainty)]


@pytest.mark.parametrize(
    "text",
    [
        "Mina Cho wrote the script.",
        "They told the story well.",
        "directed by Per Olsen",
        "the drama (Harbor Channel)\nis back",
        "Already announced for May.",
    ],
)
def test_no_attribution(text: str) -> None:
    assert attributed(text) == []
