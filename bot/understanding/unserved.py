"""Recognises languages that the assistant doesn't know, so that it can say so."""

import re
import unicodedata

_SERVED_SCRIPTS = ("LATIN", "CYRILLIC", "ARABIC")
_PERSIAN = re.compile(r"[پچژگ]")
# Words that questions in these languages have and the seven served ones don't, two of which tell.
_WORDS = re.compile(
    r"\b(?:où|comment|combien|quels?|quelles?|est-ce|je|mon|pour|les|une|faire|dois"
    r"|cómo|dónde|cuánto|cuándo|qué|puedo|tengo|para|necesito|los|una"
    r"|come|dove|quanto|quando|devo|posso|sono|della|il|che|per"
    r"|cum|unde|cât|când|pentru|este|trebuie|pot|sunt"
    r"|onde|quanto|não|uma|preciso|fazer|meu"
    r"|hoe|waar|hoeveel|moet|een|het|mijn|ik|voor"
    r"|làm|thế|nào|ở|đâu|tôi|của)\b",
    re.IGNORECASE,
)
_TELLING = 2


def is_unserved(text: str) -> bool:
    """Whether `text` is surely in none of the languages that the assistant knows."""
    letters = [one for one in text if one.isalpha()]
    if not letters:
        return False
    strange = sum(not unicodedata.name(one, "").startswith(_SERVED_SCRIPTS) for one in letters)
    if 2 * strange > len(letters):
        return True
    return bool(_PERSIAN.search(text)) or len({one.lower() for one in _WORDS.findall(text)}) >= _TELLING
