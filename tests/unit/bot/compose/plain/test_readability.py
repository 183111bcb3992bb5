"""How hard texts are to read."""

import pytest

from bot.answer import Style
from bot.compose.plain.readability import HARDEST, lix, too_hard, wiener

PLAIN = "Sie brauchen einen Ausweis. Bringen Sie bitte ein Foto mit. Das Foto darf nicht alt sein."
OFFICIAL = (
    "Die Ausstellung eines vorläufigen Reisepasses erfolgt nach persönlicher Antragstellung unter Vorlage "
    "der erforderlichen Nachweise über die Staatsangehörigkeit."
)


def test_official_language_is_harder_than_plain_words() -> None:
    assert wiener(PLAIN) < 4 < 12 < wiener(OFFICIAL)
    assert lix(PLAIN) < 40 < 60 < lix(OFFICIAL)


@pytest.mark.parametrize(
    "marked",
    [
        "Bringen Sie z. B. bis zum 1.12. einen alten Ausweis oder Ihren Pass mit.",
        "- Bringen Sie z. B. bis zum 1.12. einen alten Ausweis oder Ihren Pass mit",
    ],
)
def test_only_the_end_of_a_sentence_ends_it(marked: str) -> None:
    assert wiener(marked) == wiener("Bringen Sie z B bis zum 112 einen alten Ausweis oder Ihren Pass mit.")


def test_nothing_is_hard_about_no_text() -> None:
    assert wiener("") == lix("") == 0
    assert not too_hard("", Style.EINFACH)


def test_a_sentence_of_thirteen_words_is_too_long_for_simple_german_only() -> None:
    twelve = "Wir geben Ihnen den Pass, wenn Sie ihn da bei uns holen."
    thirteen = "Wir geben Ihnen den Pass, wenn Sie ihn da bei uns im Amt holen."
    assert not too_hard(twelve, Style.EINFACH)
    assert too_hard(thirteen, Style.EINFACH)
    assert not too_hard(thirteen, Style.STANDARD)


def test_nominal_chains_are_too_hard_in_both_styles() -> None:
    assert too_hard(OFFICIAL, Style.STANDARD)
    assert too_hard(OFFICIAL, Style.EINFACH)


def test_an_official_name_does_not_make_a_short_sentence_too_hard() -> None:
    name = "Das heißt Wohngeberbestätigung."
    assert wiener(name) > HARDEST[Style.EINFACH]
    assert not too_hard(name, Style.EINFACH)


def test_measuring_asks_for_no_file_that_would_have_to_be_downloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    import nltk

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("nltk was asked to fetch something")

    monkeypatch.setattr(nltk, "download", refuse)
    monkeypatch.setattr(nltk.data, "find", refuse)
    assert wiener("Ein anderer Satz, den noch niemand gemessen hat, zählt seine Silben selbst.") > 0
