"""Finds the deadlines and durations of a section."""

import re
from collections.abc import Iterator

from corpus.analysis.sentences import split_sentences
from corpus.records import Fact, FactKind, Section, SectionKind
from ingest.facts.lines import cells, is_row, lines, statements, without_mark
from ingest.facts.times.deadlines import find_deadlines
from ingest.facts.times.durations import find_duration, is_about_else, is_about_processing, says_how_long
from ingest.facts.times.periods import period_of
from ingest.facts.times.spans import SPAN

_AT_THE_LATEST = re.compile(r"\b(?:spätestens|frühestens)\b", re.IGNORECASE)
_CUE = re.compile(
    r"innerhalb|binnen|spätestens|frühestens|unverzüglich|within|\bbis\b|vorher|im voraus", re.IGNORECASE
)
_TIME_COLUMN = re.compile(
    r"dauer|frist|zeit|termin|schluss|fällig|bis\b|wann|stichtag|duration|deadline|time", re.IGNORECASE
)
_OWN = frozenset({SectionKind.DEADLINE, SectionKind.DURATION})
_LONGEST_LABEL = 60
_HEADED = re.compile(rf"(?P<head>[^:;.!?]{{3,{_LONGEST_LABEL}}}):\s+(?=\S)")


def find_times(section: Section, index: int) -> Iterator[Fact]:
    """Find deadlines and durations: in their own sections, and elsewhere in sentences that name them.

    A value is a whole clause ("etwa sechs Wochen, bevor der alte abläuft"), never one that breaks off. Its
    `period` is there only where it is certain. In tables and "Reisepass: vier Wochen" the label says what of.
    """
    for line in lines(section):
        has_cue = bool(_CUE.search(line))
        for statement in statements(line):
            for label, text in _parts(statement, section.kind):
                for sentence in split_sentences(text):
                    for kind, value in _times(sentence, section, may_be_bare=not has_cue):
                        yield Fact(
                            kind=kind,
                            value=value,
                            words=statement,
                            section=index,
                            label=label or section.heading,
                            period=period_of(value, is_deadline=kind is FactKind.DEADLINE),
                        )


def _times(sentence: str, section: Section, *, may_be_bare: bool) -> list[tuple[FactKind, str]]:
    in_duration = is_about_processing(section.kind, section.heading)
    deadlines = [
        (FactKind.DEADLINE, value)
        for value in find_deadlines(sentence, section.kind, may_be_bare=may_be_bare)
    ]
    if deadlines and _AT_THE_LATEST.search(sentence) and not says_how_long(sentence):
        return deadlines
    if value := find_duration(sentence, in_duration=in_duration):
        return [(FactKind.DURATION, value)]
    return [] if in_duration and not _AT_THE_LATEST.search(sentence) else deadlines


def _parts(statement: str, kind: SectionKind) -> Iterator[tuple[str, str]]:
    """Give (label, text): of a row its cells about time, of "Reisepass: vier Wochen" both.

    A head that only says that a time follows ("Bearbeitungszeit: …") is no label.
    """
    text = without_mark(statement)
    if is_row(statement):
        columns = cells(statement)
        timed = [(head, value) for head, value in columns if _TIME_COLUMN.search(head)]
        others = [value for head, value in columns if head and not _TIME_COLUMN.search(head)]
        if timed and others and not any(re.search(SPAN, value, re.IGNORECASE) for value in others):
            label = ", ".join(others)
            yield from ((label, value) for _, value in timed)
        else:
            yield from columns
    elif (headed := _HEADED.match(text)) and not _TIME_COLUMN.search(headed["head"]):
        yield headed["head"].strip(), text[headed.end() :]
    elif headed and is_about_else(headed["head"]):
        return
    elif headed and kind in _OWN:
        yield "", text[headed.end() :]
    else:
        yield "", text
