"""Pairs of a question-like text and the text that belongs to it, from laws and from the lexicon."""

import json
import lzma
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.analysis.sentences import split_sentences
from corpus.lexicon import Lexicon, Service

_PASSAGE = 700
_MARK = re.compile(r"^(?:§+|Art(?:ikel|\.)|Anlage)\s*\d*[a-z]?\s*(?:bis\s+\d+[a-z]?)?\s*")
_LAW_SHORT = re.compile(r"\s*\([^)]*\)?\s*$")
QUESTIONS = (
    "{}", "{}", "{}", "wie kann ich {}", "wo kann ich {}", "was kostet {}", "was brauche ich für {}",
    "{} unterlagen", "ich möchte {}", "wer ist zuständig für {}", "{} termin", "wie lange dauert {}",
    "wann {}", "{} was muss ich tun", "hilfe {}", "muss ich {}", "guten tag ich habe eine frage zu {}",
    "{} online",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """An anchor and its positive; pairs with the same `group` are no negatives of each other."""

    anchor: str
    positive: str
    group: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a law: the law's name, its heading and text."""

    law: str
    heading: str
    text: str


def read_laws(path: Path) -> list[Paragraph]:
    """The paragraphs of an xz-compressed JSON-lines file with `law`, `heading` and `text`.

    Raises `OSError` or `ValueError` (with the line's number) if it can't be read.
    """
    paragraphs = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                entry = json.loads(line)
                paragraphs.append(Paragraph(entry["law"], entry["heading"], entry["text"]))
            except (ValueError, KeyError, TypeError) as error:
                raise ValueError(
                    f"{path}, Zeile {number}: kein Paragraf mit law, heading und text"
                ) from error
    return paragraphs


def law_pairs(paragraphs: list[Paragraph], chance: random.Random) -> Iterator[Pair]:
    """Heading → text, law and heading → text, and a sentence → the rest of its paragraph (Lee et al. 2019,
    arXiv:1906.00300)."""
    for number, paragraph in enumerate(paragraphs):
        group = f"law {number}"
        heading = _MARK.sub("", paragraph.heading).strip(" -–:")
        law = _LAW_SHORT.sub("", paragraph.law)
        if len(heading) > 3 and "weggefallen" not in heading.lower():
            yield Pair(heading, _excerpt(paragraph.text, chance), group)
            yield Pair(f"{law} {heading}", _excerpt(paragraph.text, chance), group)
        sentences = [sentence for sentence in split_sentences(paragraph.text) if len(sentence) > 40]
        if len(sentences) > 1:
            chosen = chance.randrange(len(sentences))
            rest = " ".join(sentences[:chosen] + sentences[chosen + 1 :])
            yield Pair(sentences[chosen][:300], f"{heading} {rest[:_PASSAGE]}", group)


def lexicon_pairs(lexicon: Lexicon, chance: random.Random, *, rounds: int) -> Iterator[Pair]:
    """Citizens' phrases as questions → official terms among other phrases; words → official words.

    Each of `rounds` dresses every phrase anew.
    """
    for _ in range(rounds):
        for service in lexicon.services:
            for phrase in service.phrases:
                question = chance.choice(QUESTIONS).format(phrase)
                yield Pair(question, _described(service, chance, leave_out=phrase), service.key)
            for names in service.names.values():
                for name in names:
                    yield Pair(name.replace("*", ""), _described(service, chance), service.key)
        for official, others in (lexicon.thesaurus | lexicon.common).items():
            for other in others:
                yield Pair(other, official, f"word {official}")


def _described(service: Service, chance: random.Random, leave_out: str = "") -> str:
    others = [phrase for phrase in service.phrases if phrase != leave_out]
    return " ".join([*service.official, *chance.sample(others, min(3, len(others)))])


def _excerpt(text: str, chance: random.Random) -> str:
    """Up to 700 characters from the beginning or, of a long text, from somewhere."""
    if len(text) <= _PASSAGE or chance.random() < 0.5:
        return text[:_PASSAGE]
    start = chance.randrange(len(text) - _PASSAGE)
    return text[text.find(" ", start) + 1 : start + _PASSAGE]
