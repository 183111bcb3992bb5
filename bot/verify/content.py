"""Whether the words of a sentence are its source's: the same, parts of compounds, derivations, synonyms."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.verify.marks import WORD, blanked, is_common, is_turning
from bot.verify.synonyms import is_light, same_as
from bot.verify.verdict import Verdict
from corpus.analysis.tokens import grams, stem, stopwords, words
from corpus.values.normalise import found_in

# "Diese Sache" may stand for a thing that the line names; "mit Sache, Fluss und viel Grün" is an invention.
_GENERIC = re.compile(r"Sachen?|Dinge?|Daten|Personen")
_POINTED_AT = re.compile(
    r"(?:[.:?!]|\b(?:d(?:er|ie|as|en|em|es)|dies\w*|solche\w*|andere\w*|(?:k?ein|ihr)(?:e[nmrs]?)?|"
    r"manche\w*|alle\w*|zu[mr]?|zwei|folgende\w*))\s$",
    re.IGNORECASE,
)
_ADDRESS = frozenset({"sie", "ihr", "ihre", "ihren", "ihrem", "ihrer", "ihnen"})
_OFFICE = re.compile(
    r"(?:amt|buro|behord|stell|kass|archiv|gericht|prasidium|aufsicht|zentrum|rathaus|hof|haus)$"
)
_PARTICIPLE = re.compile(r"^ge(\w{4,})t$")
# "eingeladen", "einzuladen", "einladen" and "lädt … ein" are one verb.
_SEPARABLE = re.compile(
    r"^(ab|an|auf|aus|bei|durch|ein|fest|her|hin|mit|nach|nieder|um|vor|weg|weiter|zu|zuruck|zusammen)"
    r"(?:ge|zu)?(\w{3,})$"
)
_INSEPARABLE = ("ver", "be", "ent", "er", "un", "zer", "miss")
_APART = re.compile(
    r"([^.;:?!,]*)\s(ab|an|auf|aus|bei|durch|ein|fest|her|hin|mit|nach|nieder|um|vor|weg|weiter|zu|zurück|zusammen)"
    r"(?=[.,;:?!]|\s(?:und|oder)\b|$)"
)
_TOLD_APART = re.compile(
    r"\b(?:([A-ZÄÖÜa-zäöü][a-zäöüß]+(?:en|ern|eln)) Sie|Sie ([a-zäöüß]+(?:en|ern|eln)))\b[^.;:?!,]*?"
    r"\s(ab|an|auf|aus|ein|mit|um|vor|weg|zurück)(?=[.,;:?!]|$)"
)
_FINITE = re.compile(r"(?:\b|^\s*[A-ZÄÖÜ])[a-zäöüß]+(?:en|ern|eln|t)\b")
_GENDERED = re.compile(r"(?<=[a-zäöüß])(?:[*:_]|/-?)(?:innen|in)\b")
_GRAM_SHARE = 0.6
_LEAST_PART = 4
_OFFICE_PART = 3


def content_carried(sentence: str, claim: str, source: str) -> Verdict:
    """Whether every word of `sentence` that says something stands in `claim`; common ones in `source`."""
    own, cited = Vocabulary.of(claim), Vocabulary.of(source)
    for index, match in enumerate(WORD.finditer(without_values(sentence))):
        printed = match.group()
        folded = words(printed)
        if not folded or folded[0] in stopwords() or folded[0] in _ADDRESS or is_turning(printed):
            continue
        if own.knows(folded):
            continue
        common = is_common(printed)
        if common and (index == 0 or cited.knows(folded) or not printed[0].isupper()):
            continue
        # A word of another line or item has been put where it doesn't belong.
        if not common and cited.knows(folded):
            return Verdict(False, "other claim")
        if all(is_light(stem(part)) for part in folded) and (
            not _GENERIC.fullmatch(printed) or _POINTED_AT.search(sentence, 0, match.start())
        ):
            continue
        # German writes nouns and names with a capital: an invented one is an invented thing.
        return Verdict(False, "noun" if printed[0].isupper() and index else "content")
    # "Geben Sie … ab" isn't "geben", and "melden Sie … ab" not "anmelden".
    if any(not own.knows_stem(verb) and not is_light(verb) for verb in _asked_for(sentence)):
        return Verdict(False, "content")
    return Verdict(True)


def _asked_for(text: str) -> frozenset[str]:
    """The stems of verbs that "Sie" are told to do and whose prefix stands at the clause's end."""
    return frozenset(
        match[3].replace("ü", "u") + stem(word)
        for match in _TOLD_APART.finditer(text)
        for word in words(match[1] or match[2])
    )


def _bases(stems: frozenset[str]) -> frozenset[str]:
    """The verbs in `stems` without their prefixes, and with them but without "ge" or "zu" between."""
    found: set[str] = set()
    for one in stems:
        if match := _SEPARABLE.match(one):
            found |= {match[2], match[1] + match[2]}
            if match[2].endswith("t") and len(match[2]) > _LEAST_PART:
                found |= {match[2][:-1], match[1] + match[2][:-1]}
    return frozenset(found)


@lru_cache(maxsize=2048)
def _core(rest: str) -> str:
    """What is left of a verb or the noun made of it, without its ending."""
    return re.sub(r"(?:ung|t)$", "", rest)


def separated(text: str) -> frozenset[str]:
    """The stems of the verbs whose prefix stands at the end of a clause: "zeigt … an" is "anzeigen"."""
    found = {
        match[2].replace("ü", "u") + stem(word)
        for match in _APART.finditer(text)
        for verb in _FINITE.findall(match[1])
        for word in words(verb)
    }
    return frozenset(found | {one[:-1] for one in found if one.endswith("t")})


def share_known(stems: frozenset[str], text: str) -> float:
    """The share of `stems` that `text` knows; 1 where there is none."""
    known = Vocabulary.of(text)
    return sum(known.knows_stem(one) for one in stems) / len(stems) if stems else 1.0


@dataclass(frozen=True)
class Vocabulary:
    """The stems of a text, with the words themselves (`forms`), those that mean the same, and the 5-grams."""

    stems: frozenset[str]
    forms: frozenset[str]
    verbs: frozenset[str]
    same: frozenset[str]
    grams: frozenset[str]

    @classmethod
    @lru_cache(maxsize=1024)
    def of(cls, text: str) -> "Vocabulary":
        """The vocabulary of `text`."""
        spelled = frozenset(words(text))
        known = frozenset(stem(word) for word in spelled)
        # "legt" and "legen".
        known |= {one[:-1] for one in known if len(one) >= _LEAST_PART and one.endswith("t")}
        apart = separated(text)
        same = frozenset(other for one in known | _bases(known) | apart for other in same_as(one))
        return cls(
            known,
            known | spelled,
            known | apart,
            same,
            frozenset(gram for one in known for gram in grams(one)),
        )

    def knows(self, folded: Sequence[str]) -> bool:
        """Whether all parts of a word are known."""
        return all(self.knows_stem(one) for one in map(stem, folded))

    def knows_stem(self, one: str) -> bool:
        """Whether a stem is known: itself, by a synonym, as a part of a compound or a compound of parts."""
        if self._with_another_prefix(one):
            return False
        if one in self.same or (len(one) >= _LEAST_PART and one.endswith("t") and one[:-1] in self.same):
            return True
        # "abgeholt": "abholen", "abgelaufen": "läuft … ab"; without its prefix a verb is another one.
        if (verb := _SEPARABLE.match(one)) and any(
            verb[1] + form in self.same for base in (verb[2], verb[2][:-1]) for form in same_as(base)
        ):
            return True
        if _OFFICE.search(one):
            return any(other.endswith(one) and len(one) >= _OFFICE_PART for other in self.stems)
        return self._in_compound(one) or self._nearly(one)

    def _with_another_prefix(self, one: str) -> bool:
        """Whether it is said only of another one of such a pair: "abmelden", "anmelden"."""
        mine = _SEPARABLE.match(one)
        if mine is None or one in self.verbs:
            return False
        rest, own = _core(mine[2]), {mine[1] + mine[2], mine[1] + _core(mine[2])}
        others = [
            other for other in self.verbs if (match := _SEPARABLE.match(other)) and _core(match[2]) == rest
        ]
        return bool(others) and not any(
            _SEPARABLE.sub(r"\1\2", other) in own or other.startswith(mine[1]) or one in same_as(other)
            for other in others
        )

    def _in_compound(self, one: str) -> bool:
        base = found[1] if (found := _PARTICIPLE.match(one)) else one
        if len(base) < _LEAST_PART:
            return False
        # "Vermieter" is no compound that ends in "Mieter".
        derived = {prefix + base for prefix in _INSEPARABLE}
        return any(
            len(other) > len(base)
            and (other.startswith(base) or (other.endswith(base) and other not in derived))
            for other in self.stems
        ) or any(
            # "Auskunft" carries nothing of "Auskunftssperre"; both its parts must be there.
            len(other) >= _LEAST_PART and base.startswith(other) and self._rest_known(base, other)
            for other in self.forms
        )

    def _rest_known(self, base: str, beginning: str) -> bool:
        rest = base.removeprefix(beginning)
        return any(
            len(part) >= _LEAST_PART
            and (part in self.same or any(one.startswith(part) for one in self.stems))
            for part in (
                rest,
                rest.removeprefix("s"),
                rest.removeprefix("e"),
                rest.removeprefix("ung"),
                rest.removeprefix("ungs"),
                rest.removeprefix("en"),
            )
        )

    def _nearly(self, one: str) -> bool:
        parts = grams(one)
        # Derivations differ at their ends; another beginning is another thing: "Ankaufsfläche".
        if not parts or parts[0] not in self.grams:
            return False
        return sum(gram in self.grams for gram in parts) / len(parts) >= _GRAM_SHARE


def without_values(text: str) -> str:
    """`text` with blanks where values and gendered endings stand."""
    text = _GENDERED.sub(lambda match: " " * len(match[0]), text)
    return blanked(text, found_in(text))
