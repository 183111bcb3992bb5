"""Another town is told from the one that the assistant knows."""

import pytest

from bot.understanding.place import other_town


def _rarity(word: str) -> float:
    """Pages that often speak of Kassel, now and then of nothing else."""
    return 0.5 if word.startswith("kassel") else 7.0


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Ich wohne in Augsburg. Was kostet ein Ausweis?", "Augsburg"),
        ("Was kostet ein Personalausweis in Köln?", "Köln"),
        ("wo melde ich mich an in berlin", "berlin"),
        ("I live in Hamburg, how do I register?", "Hamburg"),
    ],
)
def test_a_question_about_another_town_is_recognised(text: str, town: str) -> None:
    assert other_town(text, own="Musterstadt", rarity=_rarity) == town


@pytest.mark.parametrize(
    "text",
    [
        "Ich ziehe von Augsburg hierher, was muss ich tun?",
        "Wir ziehen nach Köln, wo melde ich mich ab?",
        "Ich bin in Berlin geboren, wo bekomme ich eine Geburtsurkunde?",
        "Was kostet ein Ausweis in Kassel?",
        "Was kostet ein Ausweis in Musterstadt?",
        "Was kostet ein Ausweis?",
    ],
)
def test_whoever_only_names_another_town_asks_here(text: str) -> None:
    assert other_town(text, own="Musterstadt", rarity=_rarity) is None


def test_the_town_itself_is_no_other_town() -> None:
    assert other_town("Was kostet ein Ausweis in Köln?", own="Stadt Köln", rarity=_rarity) is None
