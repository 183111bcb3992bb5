"""Life events: recognised as people put them, each with services that the lexicon knows."""

import pytest

from corpus.lexicon.events import load_events
from corpus.lexicon.lexicon import LANGUAGES


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("oma gestorben was tun", "todesfall"),
        ("wir bekommen ein Kind", "geburt"),
        ("ich ziehe um", "umzug"),
        ("Wir heiraten im Mai!", "heirat"),
        ("mein mann und ich haben uns getrennt", "trennung"),
        ("Arbeit verloren", "arbeit-verloren"),
        ("ich will mich selbstständig machen", "selbststaendig"),
        ("meine mutter ist pflegebedürftig", "pflegefall"),
        ("wir haben einen hund angeschafft", "hund"),
        ("meine Tochter wird 18", "volljaehrig"),
        ("geldbörse weg mit allem drin", "dokumente-weg"),
        ("my father passed away", "todesfall"),
        ("hamileyim", "geburt"),
        ("мы переезжаем в июле", "umzug"),
        ("я втратила роботу", "arbeit-verloren"),
        ("سنتزوج، الزواج في الصيف", "heirat"),
        ("jestem w ciąży", "geburt"),
    ],
)
def test_an_event_is_recognised_in_the_words_of_the_seven_languages(text: str, key: str) -> None:
    found = load_events().find(text)
    assert found is not None
    assert found[0].key == key


@pytest.mark.parametrize(
    "text", ["Was kostet ein Personalausweis?", "mein Kind hat einen Ausweis bekommen", ""]
)
def test_what_is_no_event_is_taken_for_none(text: str) -> None:
    assert load_events().find(text) is None


def test_there_are_events_enough_each_named_in_every_language_and_with_several_steps() -> None:
    events = load_events().events
    assert len(events) >= 30
    for event in events:
        assert all(event.names[code] for code in ("de", *LANGUAGES)), event.key
        keys = [step.service.key for step in event.steps]
        assert len(keys) >= 4, event.key
        assert len(set(keys)) == len(keys), event.key
        assert all(len(step.label) <= 70 for step in event.steps), event.key
