"""Other authorities are recognised by their services and by the words that citizens have for them."""

import pytest

from corpus.lexicon.authorities import load_authorities
from corpus.lexicon.lexicon import LANGUAGES


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Wo beantrage ich Kindergeld?", "familienkasse"),
        ("arbeitslosengeld beantragen", "agentur-fuer-arbeit"),
        ("Bis wann muss die Steuererklärung fertig sein?", "finanzamt"),
        ("wie hoch ist das bürgergeld", "jobcenter"),
        ("Ich will mich scheiden lassen, wie kann ich die Scheidung einreichen?", "gericht"),
        ("mein paket hängt beim zoll", "zoll"),
        ("wieviele punkte in flensburg hab ich", "kraftfahrt-bundesamt"),
        ("Ich möchte Anzeige erstatten", "polizei"),
        ("Where do I send my tax return?", "finanzamt"),
        ("Где подать налоговую декларацию?", "finanzamt"),
        ("çocuk parası için nereye başvururum", "familienkasse"),
        ("Gdzie złożyć zeznanie podatkowe?", "finanzamt"),
        ("أين أقدم طلب اللجوء؟", "bamf"),
        ("Скільки коштує ehrennadel, де Jobcenter?", "jobcenter"),
    ],
)
def test_who_is_in_charge_is_known(text: str, key: str) -> None:
    authority = load_authorities().find(text)
    assert authority is not None
    assert authority.key == key


@pytest.mark.parametrize(
    "text", ["Was kostet ein Personalausweis?", "Wann wird der Müll abgeholt?", "", "?!"]
)
def test_what_the_town_does_itself_lies_with_no_other_authority(text: str) -> None:
    assert load_authorities().find(text) is None


def test_every_authority_is_named_in_every_language_and_reached_by_safe_links_only() -> None:
    for authority in load_authorities().authorities:
        assert all(authority.names[code] for code in ("de", *LANGUAGES)), authority.key
        assert authority.url is None or authority.url.startswith("https://"), authority.key
        assert authority.telephone is None or authority.telephone.replace(" ", "").isdigit(), authority.key
