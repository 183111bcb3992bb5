"""Tells sentences that address a machine from those that address people or speak about machines.

An editor's page never commands its reader's software; whoever writes "ignore all previous instructions" into
one wants to steer the language model behind it (indirect prompt injection, LLM01 in OWASP's list for
applications of language models). Precision goes first: what is left out by mistake is missed by citizens.
"""

from collections.abc import Sequence
from itertools import pairwise

from corpus.analysis.sentences import split_sentences
from corpus.machine_text.encoded import decoded
from corpus.machine_text.fold import fold
from corpus.machine_text.patterns import matching_groups, patterns

_FOLLOWING = 3
_LONGEST = 20_000
_ENDS = (".", "!", "?", "…", ":")


def addresses_machine(text: str) -> bool:
    """Tell whether a text has a sentence that addresses a machine."""
    return bool(addressed_sentences(text.splitlines()))


def may_address_machine(text: str) -> bool:
    """Tell, quickly and generously, whether `text` could have such a sentence."""
    rows = fold(text).split("\n")
    if any(_commands(row) for row in rows):
        return True
    if any(_commands(f"{one} {other}") for one, other in pairwise(rows) if not one.endswith(_ENDS)):
        return True
    return bool(decoded(text))


def addressed_sentences(lines: Sequence[str]) -> list[str]:
    """Give the sentences of a text's `lines` that address a machine, in order, as they stand there.

    A command that goes over a line's end gives the sentences on both sides of it; commands that follow one
    that is certain belong to it.
    """
    if not may_address_machine("\n".join(lines)):
        return []
    sentences = [(line, one) for line in lines for one in split_sentences(line)]
    flagged = [_is_addressed(one, line) for line, one in sentences]
    for index in range(len(sentences) - 1):
        (line, one), (next_line, other) = sentences[index : index + 2]
        if line is not next_line and not (flagged[index] or flagged[index + 1] or one.endswith(_ENDS)):
            both = _is_addressed(f"{one} {other}", f"{line} {next_line}")
            flagged[index], flagged[index + 1] = both, both
    _add_following([one for _, one in sentences], flagged)
    return [one for (_, one), is_flagged in zip(sentences, flagged, strict=True) if is_flagged]


def _add_following(sentences: list[str], flagged: list[bool]) -> None:
    since = _FOLLOWING + 1
    for index, sentence in enumerate(sentences):
        if flagged[index]:
            since = 0
            continue
        since += 1
        if since <= _FOLLOWING and patterns().demands.search(fold(sentence[:_LONGEST])):
            flagged[index] = True


def _is_addressed(sentence: str, line: str) -> bool:
    if _commands(fold(sentence[:_LONGEST])):
        return not _is_formal_notice(sentence) and not _is_explained(sentence, line)
    hidden = decoded(sentence)
    return bool(hidden) and _commands(fold(hidden))


def _commands(folded: str) -> bool:
    return any(group.pattern.search(folded) for group in matching_groups(folded))


def _is_formal_notice(sentence: str) -> bool:
    """Tell whether people are asked to disregard a letter or to answer a form's questions."""
    folded = fold(sentence)
    return bool(patterns().formal.search(folded) and patterns().subjects.search(folded))


def _is_explained(sentence: str, line: str) -> bool:
    """Tell whether a sentence only quotes a command, and its line says that this is one."""
    outside = patterns().quoted.sub(lambda quote: " " * len(quote[0]), line)
    place = line.find(sentence)
    unquoted = outside[place : place + len(sentence)] if place >= 0 else sentence
    if outside == line or _commands(fold(unquoted)):
        return False
    return bool(patterns().explains.search(fold(outside)))
