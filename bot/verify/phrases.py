"""Phrases that say the same in official and in plain German, written in one way before they are compared."""

import re
from functools import lru_cache

_RULES = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        # Who is sent something gets it.
        (r"\b(?:schicken|senden|geben) wir Ihnen\b", "bekommen Sie"),
        (r"\b[Ww]ir (?:schicken|senden|geben) Ihnen\b", "Sie bekommen"),
        (r"\brufen wir Sie an\b", "bekommen Sie einen Anruf"),
        (r"\b[Ww]ir rufen Sie an\b", "Sie bekommen einen Anruf"),
        # Limits, with or without "nicht".
        (r"\bnicht (?:länger|mehr) als\b", "höchstens"),
        (r"\bnicht (?:kürzer|weniger) als\b", "mindestens"),
        (r"\bnicht früher als\b", "frühestens"),
        (r"\bnicht später als\b", "spätestens"),
        (r"\b(\w+ \w+) nicht (überschreiten|übersteigen)\b", r"höchstens \1 betragen"),
        (r"\b(\w+ \w+) nicht unterschreiten\b", r"mindestens \1 betragen"),
        (r"\b(Tag|Tage|Wochen?|Monate?|Jahre?|Stunden?) lang\b", r"\1"),
        # What one hasn't.
        (r"\b(?:Sie haben|Haben Sie) kein(?:e[nmrs]?)? ([A-ZÄÖÜ]\w+)\? Dann ", r"Ohne \1 "),
        (r"\b[Ww]enn Sie kein(?:e[nmrs]?)? ([A-ZÄÖÜ]\w+) haben, ", r"Ohne \1 "),
        # Who comes, when and how.
        (r"\bzu zweit\b", "beide"),
        (r"\b(?:Tag und Nacht|jederzeit)\b", "rund um die Uhr"),
        (r"\b(Einspruch|Widerspruch|Rechtsbehelf) (?:einlegen|erheben)\b", r"\1"),
        (r"\b(Widerspruch|Einspruch) (?:wird )?(?:eingelegt|erhoben)\b", r"\1"),
        # Instead of a noun, a verb: "um … zu", "wenn … möchten".
        (r"\bzur Verfügung stehen\b", "geben"),
        (r"\bsteht Ihnen zu\b", "bekommen Sie"),
        (r"\bin Anspruch nehmen\b", "nutzen"),
        (r"\bzum Einsatz kommen\b", "nutzen"),
        (r"\bin Kenntnis setzen\b", "informieren"),
    )
)


@lru_cache(maxsize=4096)
def canonical(text: str) -> str:
    """`text` with such phrases in one spelling; for comparing, not for people."""
    for pattern, said in _RULES:
        text = pattern.sub(said, text)
    return text
