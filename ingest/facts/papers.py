"""Required documents: the items of the lists in sections about what to bring."""

import re
from collections.abc import Iterator

from corpus.records import Fact, FactKind, Section, SectionKind
from ingest.facts.lines import is_item, lines, without_mark

_LONGEST_PROSE = 120
_LONGEST_NAME = 60
_LEAD = re.compile(r"^(?P<lead>[^:.!?]{3,80}):\s+(?=\S)")
_VERB = re.compile(
    r"\b(?:ist|sind|wird|werden|müssen|muss|kann|können|bringen|legen|benötigen|brauchen|haben"
    r"|hat)\b",
    re.IGNORECASE,
)
# "oder" between two items, or at the end of the first or the beginning of the second.
_OR_BEGINS = re.compile(r"^(?:oder|bzw\.|beziehungsweise|or)\b", re.IGNORECASE)
_OR_ENDS = re.compile(r"(?:\boder|\bbzw\.|\bor)\s*:?$", re.IGNORECASE)


def find_papers(section: Section, index: int) -> Iterator[Fact]:
    """Give each list item of a documents section as a fact; short paragraphs where there is no list.

    The line above a list that ends with a colon ("Bei Verlust:") becomes the items' label. Alternatives that
    are spread over items ("Personalausweis oder", "Reisepass") are one fact; a condition stays with its item.
    Where there is no list, an enumeration of names ("Ausweis, Lichtbild, Geburtsurkunde") is taken apart.
    """
    if section.kind is not SectionKind.DOCUMENTS:
        return
    label = section.heading
    all_lines = _with_alternatives(lines(section))
    has_items = any(is_item(line) for line in all_lines)
    for line in all_lines:
        if is_item(line):
            value = " ".join(without_mark(part) for part in line.splitlines())
            yield _paper(value, line, index, label)
        elif line.endswith(":"):
            label = line.rstrip(":").strip() or section.heading
        elif not has_items:
            for name in _names(line):
                yield _paper(name, line, index, label)


def _paper(value: str, words: str, index: int, label: str) -> Fact:
    return Fact(kind=FactKind.DOCUMENT, value=value, words=words, section=index, label=label)


def _with_alternatives(all_lines: list[str]) -> list[str]:
    """Put the items of one choice on one line."""
    joined: list[str] = []
    for line in all_lines:
        text = without_mark(line)
        open_choice = bool(joined) and is_item(joined[-1]) and bool(_OR_ENDS.search(joined[-1]))
        if (
            joined
            and is_item(joined[-1])
            and (open_choice or _OR_BEGINS.match(text))
            and not text.endswith(":")
        ):
            joined[-1] = f"{joined[-1]}\n{line}"
        else:
            joined.append(line)
    return joined


def _names(line: str) -> list[str]:
    """Take an enumeration of names apart; a short phrase is one name; an explanation none."""
    lead = _LEAD.match(line)
    text = line[lead.end() :] if lead else line
    parts = [part.strip(" .") for part in re.split(r",\s(?![^()]*\))|\s+(?:und|sowie)\s+(?=[A-ZÄÖÜ])", text)]
    is_list = len(parts) > 2 and all(
        part[:1].isupper() and len(part) <= _LONGEST_NAME and not _VERB.search(part) for part in parts
    )
    if is_list:
        return parts
    return [without_mark(line)] if _is_phrase(line) else []


def _is_phrase(line: str) -> bool:
    """Tell whether a line names a paper ("Personalausweis oder Reisepass") and explains nothing."""
    return len(line) <= _LONGEST_PROSE and not re.search(r"[.!?]\s|\b(?:nicht|kein\w*)\b", line)
