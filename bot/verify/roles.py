"""Whether two nouns have changed places: who does what for whom."""

import re
from itertools import combinations

from corpus.analysis.tokens import stem, words

_TOKEN = re.compile(r"[A-Za-zÄÖÜäöüß][\wäöüß-]*|[,;:.?()]")
_PREPOSITIONS = {
    "im": "in", "ins": "in", "in": "in", "am": "an", "ans": "an", "an": "an", "beim": "bei",
    "bei": "bei", "vom": "von", "von": "von", "zum": "zu", "zur": "zu", "zu": "zu", "für": "für",
    "fürs": "für", "mit": "mit",
    "ohne": "ohne", "gegen": "gegen", "gegenüber": "gegenüber", "nach": "nach", "vor": "vor", "über": "über",
    "unter": "unter", "statt": "statt", "anstatt": "statt", "durch": "durch", "aus": "aus", "auf": "auf",
    "seit": "seit", "wegen": "wegen", "neben": "neben", "außer": "außer", "zwischen": "zwischen",
}  # fmt: skip
_LISTED = {"und", "oder", "sowie", ",", "bzw", "beziehungsweise", "wie", "auch"}
_TURNS = re.compile(
    r"\b(?:wird|werden|wurde\w*|worden|vom|von|durch|bekomm\w*|erh[aä]lt\w*|lassen|lässt|kostet)\b",
    re.IGNORECASE,
)
# "Die Genehmigung des Magistrats": he gives it. ("Die Anmeldung des Kindes" isn't the child's doing.)
_GIVEN_BY = re.compile(
    r"\b(?:Genehmigung|Zustimmung|Erlaubnis|Bestätigung|Einwilligung|Entscheidung|Auskunft|Bescheinigung)\sdes\s(\w+)"
)
_NOT_NOMINATIVE = {"dem", "den", "des", "einem", "einen", "eines"}
_REACH = 4
_ENDS = frozenset(",;:.?")


def roles_kept(said: str, claim: str) -> bool:
    """False where two nouns of `said` have changed places, or one does what is done to it in `claim`."""
    ours, theirs = _slots(said), _slots(claim)
    shared = [noun for noun in ours if noun in theirs]
    given = {stem(part) for name in _GIVEN_BY.findall(claim) for part in words(name)}
    if not _TURNS.search(said) and not _TURNS.search(claim):
        for noun in shared:
            if noun in given:
                continue
            if ours[noun][0] == "der" and theirs[noun][0] in _NOT_NOMINATIVE:
                return False
    return not any(_swapped(one, two, ours, theirs) for one, two in combinations(shared, 2))


Slots = dict[str, tuple[str, int, bool, int]]
"""A noun's slot, its place, whether it is listed, the number of its clause."""


def _swapped(one: str, two: str, ours: Slots, theirs: Slots) -> bool:
    (slot_one, at_one, _, part_one), (slot_two, at_two, _, part_two) = ours[one], ours[two]
    (was_one, from_one, _, from_part), (was_two, from_two, _, other_part) = theirs[one], theirs[two]
    if was_one != was_two and ((was_one and was_two) or not _any_listed(one, two, ours, theirs)):
        return slot_one == was_two and slot_two == was_one
    if was_one != was_two or not was_one or was_one in _PREPOSITIONS.values():
        return False
    # "Wenn …, müssen Sie …": clauses may change places.
    if part_one != part_two or from_part != other_part:
        return False
    turned = (at_one < at_two) != (from_one < from_two)
    return turned and slot_one == slot_two and not (_side(ours, one, two) or _side(theirs, one, two))


def _any_listed(one: str, two: str, ours: Slots, theirs: Slots) -> bool:
    return any(slots[noun][2] for slots in (ours, theirs) for noun in (one, two))


def _side(slots: Slots, one: str, two: str) -> bool:
    """Whether the later of two nouns goes on a list."""
    later = max(one, two, key=lambda noun: slots[noun][1])
    return slots[later][2]


def _slots(text: str) -> Slots:
    """For each noun (its stem) that comes once: what stands before it, its place, whether it is listed."""
    tokens = _TOKEN.findall(text)
    slots: Slots = {}
    twice: set[str] = set()
    for place, token in enumerate(tokens):
        if (
            not token[0].isupper()
            or len(token) < 4
            or (place == 0 and len(tokens) > 1 and tokens[1] == "Sie")
        ):
            continue
        noun = " ".join(stem(part) for part in words(token))
        if noun in slots:
            twice.add(noun)
        before: list[str] = []
        for former in reversed(tokens[max(0, place - _REACH) : place]):
            if former.isalpha() and (former[0].islower() or place - len(before) == 1):
                before.append(former.lower())
            else:
                break
        clause = sum(former in _ENDS for former in tokens[:place])
        slots[noun] = (_slot(before), place, _listed(tokens, place), clause)
    return {noun: slot for noun, slot in slots.items() if noun not in twice}


def _slot(before: list[str]) -> str:
    """The nearest preposition or article before a noun; `before` has the nearest word first."""
    for word in before:
        if word in _PREPOSITIONS:
            return _PREPOSITIONS[word]
        if re.fullmatch(r"d(?:er|ie|as|en|em|es)|(?:k?ein|mein|sein|ihr|unser)(?:e[mnrs]?)?", word):
            return word.removeprefix("k") if word.startswith("kein") else word
    return ""


def _listed(tokens: list[str], place: int) -> bool:
    return any(token.lower() in _LISTED for token in tokens[max(0, place - 2) : place])
