"""What two versions of a document say differently: title, facts, and text section by section."""

from collections import Counter
from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, Field

from corpus.difference.facts import FactChange, changed_facts
from corpus.difference.text import diff
from corpus.records import Document, Section
from corpus.store.history import differing_fields

MOST_LINES = 60
"""Lines of difference shown of one document."""
MOST_FACTS = 40


class SectionChange(BaseModel):
    """The text of a section as a unified diff: lines that begin with "-" went, with "+" came."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    heading: str
    lines: tuple[str, ...]


class DocumentChange(BaseModel):
    """What a document says otherwise than before; `fields` names the parts of the record that differ.

    `more` counts lines and facts that are left out to bound the report.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    title: str
    url: str
    fields: tuple[str, ...] = ()
    facts: tuple[FactChange, ...] = ()
    sections: tuple[SectionChange, ...] = ()
    more: int = Field(default=0, ge=0)


def compare_documents(old: Document, new: Document) -> DocumentChange:
    """Compare two versions of a document; bounded by MOST_FACTS and MOST_LINES."""
    facts = changed_facts(old, new)
    sections, more = _bounded(list(_changed_sections(old, new)))
    return DocumentChange(
        id=new.id,
        title=new.title,
        url=new.url,
        fields=differing_fields(old, new),
        facts=facts[:MOST_FACTS],
        sections=sections,
        more=more + max(0, len(facts) - MOST_FACTS),
    )


def _changed_sections(old: Document, new: Document) -> Iterator[SectionChange]:
    """Sections with the same kind and heading are compared, the first with the first and so on."""
    if old.title != new.title:
        yield SectionChange(heading="Titel", lines=(f"-{old.title}", f"+{new.title}"))
    before, after = _keyed(old), _keyed(new)
    for key in dict.fromkeys([*after, *before]):
        lines = diff(before[key].text if key in before else "", after[key].text if key in after else "")
        if lines:
            section = after.get(key) or before[key]
            yield SectionChange(heading=section.heading, lines=lines)


def _keyed(document: Document) -> dict[tuple[str, str, int], Section]:
    seen: Counter[tuple[str, str]] = Counter()
    keyed = {}
    for section in document.sections:
        name = (section.kind.value, section.heading)
        keyed[*name, seen[name]] = section
        seen[name] += 1
    return keyed


def _bounded(sections: list[SectionChange]) -> tuple[tuple[SectionChange, ...], int]:
    shown: list[SectionChange] = []
    room = MOST_LINES
    for section in sections:
        if room:
            shown.append(SectionChange(heading=section.heading, lines=section.lines[:room]))
        room = max(0, room - len(section.lines))
    left_out = sum(len(one.lines) for one in sections) - sum(len(one.lines) for one in shown)
    return tuple(shown), left_out
