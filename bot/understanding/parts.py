"""Takes a text of several questions apart."""

import re

from corpus.lexicon import load_lexicon

_END = re.compile(r"(?<=[?؟])\s+")
_MOST = 4


def separate_questions(text: str) -> tuple[str, ...]:
    """The questions of `text` if they are about different services; the whole text alone otherwise.

    What names no service belongs to the question before ("Was kostet ein Pass? Und wie lange dauert das?"),
    at the beginning to the one after it.
    """
    parts: list[str] = []
    subjects: list[str] = []
    lead = ""
    for part in _END.split(text):
        named = load_lexicon().find(part)
        if not named or (subjects and named[0].key == subjects[-1]):
            if parts:
                parts[-1] = f"{parts[-1]} {part}"
            else:
                lead = f"{lead} {part}".strip()
            continue
        parts.append(f"{lead} {part}".strip())
        subjects.append(named[0].key)
        lead = ""
    return tuple(parts[:_MOST]) if len(parts) > 1 else (text,)
