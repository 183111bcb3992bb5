"""Who asks where somebody lives or what they earn is told apart from who asks for an office."""

import pytest

from bot.safety.people import asks_about_somebody


@pytest.mark.parametrize(
    "text",
    [
        "Ist Kevin Brandt vorbestraft?",
        "Wie alt ist Frau Krüger und ist sie verheiratet?",
        "Где живёт Ольга Петрова?",
        "Gdzie mieszka pani Nowak?",
        "Is Peter Miller married?",
    ],
)
def test_questions_about_a_named_person_are_found(text: str) -> None:
    assert asks_about_somebody(text)


@pytest.mark.parametrize(
    "text",
    [
        "Wie alt ist die Deutsche Bahn?",
        "Guten Tag Frau Lotse, wo wohnt man hier am besten?",
        "Ich heiße Anna Schmidt und bin geschieden, was brauche ich für die Heirat?",
        "In welchem Zimmer sitzt Frau Krüger vom Standesamt?",
        "Wie hoch ist das Bürgergeld für eine Familie?",
    ],
)
def test_things_offices_and_oneself_are_left_alone(text: str) -> None:
    assert not asks_about_somebody(text)
