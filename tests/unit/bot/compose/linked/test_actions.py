"""What one can do now."""

from bot.compose.linked.actions import actions_of
from corpus.records import Document, Link


def test_online_services_come_before_forms_and_forms_before_appointments() -> None:
    document = Document(
        id="d",
        city="c",
        source="s",
        title="Hund anmelden",
        url="https://c.example/d",
        online=(
            Link(text="Termin im Amt buchen", url="https://c.example/termin"),
            Link(text="Hund online anmelden", url="https://c.example/hund"),
            Link(text="Hund jetzt anmelden", url="https://c.example/hund"),
        ),
        forms=(Link(text="Anmeldung (PDF)", url="https://c.example/hund.pdf"),),
    )
    assert [(action.kind, action.label) for action in actions_of(document)] == [
        ("online", "Hund online anmelden"),
        ("form", "Anmeldung (PDF)"),
        ("appointment", "Termin im Amt buchen"),
    ]
