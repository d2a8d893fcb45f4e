"""Articles with other names in them: gold and offsets stay true."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from hiatus.article import Article, Markup
from hiatus.facts import Cast, Evidence, Story
from hiatus.training.augment import Augmenter, rename
from hiatus.training.corpus import Example, load

CORPUS = Path(__file__).parents[2] / "corpus"
TEXT = "Mina Cho is Dana in Harbor Lights. HARBOR LIGHTS is about Dana. Cho smiles."
QUOTE = "Mina Cho is Dana in Harbor Lights"
ABOUT = "about Dana"
EXAMPLE = Example(
    Article(TEXT, title="Harbor Lights", markup=(Markup(20, 33, "italic"),)),
    (
        Cast(title="Harbor Lights", person="Mina Cho", character="Dana", evidence=Evidence.of(TEXT, 0, len(QUOTE))),
        Story(title="Harbor Lights", text=ABOUT, evidence=Evidence.of(TEXT, TEXT.index(ABOUT), TEXT.index(ABOUT) + 10)),
    ),
)


def test_a_name_changes_wherever_it_stands() -> None:
    changed = rename(EXAMPLE, {"Harbor Lights": "X", "Mina Cho": "Oluwaseun Adé", "Cho": "Adé", "Dana": "Wim"})
    assert changed.article.text == "Oluwaseun Adé is Wim in X. X is about Wim. Adé smiles."
    cast, story = changed.gold
    assert isinstance(cast, Cast)
    assert (cast.title, cast.person, cast.character) == ("X", "Oluwaseun Adé", "Wim")
    assert cast.evidence.quote == "Oluwaseun Adé is Wim in X"
    assert isinstance(story, Story)
    assert story.text == story.evidence.quote == "about Wim"
    (italic,) = changed.article.markup
    assert changed.article.text[italic.start : italic.end] == "X"
    assert changed.article.title == "X"


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 1000))
def test_evidence_stays_literal_in_every_variant(seed: int) -> None:
    examples = [example for _, example in zip(range(8), load(CORPUS, "dev"), strict=False)]
    augmenter = Augmenter(examples, seed, share=1.0)
    for example in examples:
        variant = augmenter(example, epoch=1)
        text = variant.article.text
        assert all(text[f.evidence.start : f.evidence.end] == f.evidence.quote for f in variant.gold)


def test_the_first_epoch_sees_articles_as_they_are() -> None:
    assert Augmenter([EXAMPLE], seed=1, share=1.0)(EXAMPLE, epoch=0) is EXAMPLE
