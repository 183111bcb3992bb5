"""Draws the answers as Markdown, in the order in which the chat shows them."""

from collections.abc import Iterator
from itertools import groupby

from bot.answer import Action, Answer, Block, Citation, Contact, FactLine
from evaluation.examples.asking import Asked, Example, Groups

_HEAD = """# Examples

{count} whole answers of the sample city, as they come: without a language model, on {day}. This page is
written by `python -m evaluation.examples`; CI compares it, so that everyone sees what a change does to
answers. Numbers in brackets are the sources below each answer; a grey line says how the answer ended.
"""
_MARKS = {"steps": "1. ", "list": "- ", "paragraph": ""}


def draw_page(groups: Groups, day: str) -> str:
    """The whole page."""
    count = sum(len(found) for found in groups.values())
    parts = [_HEAD.format(count=count, day=day)]
    for title, found in groups.items():
        parts.append(f"## {title}\n")
        parts.extend("\n".join(_example(one)) + "\n" for one in found)
    return "\n".join(parts)


def _example(one: Example) -> Iterator[str]:
    answer = one.answer
    yield f"### {_escaped(one.asked.text)}\n"
    yield f"<sub>{_how(one.asked, answer)}</sub>\n"
    yield from (f"> {_escaped(notice)}\n" for notice in answer.notices)
    yield from _facts(answer.facts)
    for block in answer.blocks:
        yield from _block(block)
    if answer.choices:
        yield from (f"- {_escaped(choice.label)}?" for choice in answer.choices)
        yield ""
    yield from _listed("Was Sie jetzt tun können", [_action(action) for action in answer.actions])
    yield from _listed("Wer Ihnen hilft", [_contact(contact) for contact in answer.contact])
    yield from _listed("Weiterfragen", [_escaped(text) for text in answer.suggestions])
    yield from _listed("Quellen", [_source(source) for source in answer.sources])
    if answer.footnote:
        yield f"*{_escaped(answer.footnote)}*\n"


def _how(asked: Asked, answer: Answer) -> str:
    parts = [answer.status.value, answer.style.value, answer.language]
    return " · ".join([*parts, f"nach „{asked.after}“"] if asked.after else parts)


def _facts(facts: tuple[FactLine, ...]) -> Iterator[str]:
    for label, lines in groupby(facts, lambda fact: fact.label):
        found = list(lines)
        if len(found) == 1:
            yield f"- **{_escaped(label)}:** {_escaped(found[0].value)} [{found[0].citation}]"
        else:
            yield f"- **{_escaped(label)}:**"
            yield from (f"  - {_escaped(fact.value)} [{fact.citation}]" for fact in found)
    if facts:
        yield ""


def _block(block: Block) -> Iterator[str]:
    if block.heading:
        yield f"**{_escaped(block.heading)}**\n"
    shown = [f"{_escaped(s.text)}{''.join(f' [{n}]' for n in s.citations)}" for s in block.sentences]
    mark = _MARKS[block.form]
    yield "\n".join(f"{mark}{text}" for text in shown) if mark else " ".join(shown)
    yield ""


def _listed(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"{title}:\n"
        yield from (f"- {line}" for line in lines)
        yield ""


def _action(action: Action) -> str:
    return f"[{_escaped(action.label)}]({action.url})"


def _contact(contact: Contact) -> str:
    parts = [contact.name, contact.address, contact.telephone, contact.email, *contact.hours]
    known = {True: "jetzt geöffnet", False: "jetzt geschlossen", None: contact.hint or ""}
    return _escaped(", ".join(part for part in [*parts, known[contact.open_now], contact.notice] if part))


def _source(source: Citation) -> str:
    title = f"{source.title}: {source.heading}" if source.heading else source.title
    day = f", {source.modified:%d.%m.%Y}" if source.modified else ""
    return f"[{source.number}] [{_escaped(title)}]({source.url}){day}"


def _escaped(text: str) -> str:
    """Text that Markdown must not read as its own."""
    return " ".join(text.split()).replace("*", "\\*").replace("_", "\\_").replace("<", "&lt;")
