"""What one can do now with what a document links: use a service, fill in a form, book an appointment."""

import re

from bot.answer import Action
from corpus.records import Document, Link

_APPOINTMENT = re.compile(r"\btermin(?!al)|\bappointment|\brandevu|\bzapis|запис", re.IGNORECASE)


def actions_of(document: Document) -> list[Action]:
    """Online services first, then forms, then appointments; each address once."""
    appointments = [link for link in document.online if is_appointment(link.text)]
    online = [link for link in document.online if link not in appointments]
    found = [
        *(_action("online", link) for link in online),
        *(_action("form", link) for link in document.forms),
        *(_action("appointment", link) for link in appointments),
    ]
    return list({action.url: action for action in reversed(found)}.values())[::-1]


def is_appointment(text: str) -> bool:
    """Whether `text` is about an appointment."""
    return bool(_APPOINTMENT.search(text))


def _action(kind: str, link: Link) -> Action:
    return Action.model_validate({"kind": kind, "label": link.text, "url": link.url})
