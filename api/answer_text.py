"""An answer as plain Markdown, for clients that show text: the OpenAI protocol and the terminal."""

from bot.answer import Answer, Block, Contact


def answer_markdown(answer: Answer) -> str:
    """Facts, sentences, contact and numbered sources, in reading order."""
    parts = [*answer.notices]
    if answer.facts:
        parts.append("\n".join(f"- {f.label}: **{f.value}** [{f.citation}]" for f in answer.facts))
    parts.extend(_block(block) for block in answer.blocks)
    if answer.choices:
        parts.append("\n".join(f"- {choice.label}" for choice in answer.choices))
    links = [f"- {_linked(one.label, one.url)}" for one in answer.actions if one.kind != "telephone"]
    if links:
        parts.append("\n".join(links))
    parts.append("\n".join(f"- {_contact(contact)}" for contact in answer.contact))
    if answer.sources:
        parts.append("\n".join(f"- [{s.number}] {_linked(s.title, s.url)}" for s in answer.sources))
    parts.append(answer.footnote)
    return "\n\n".join(part for part in parts if part)


def _linked(text: str, url: str) -> str:
    """Name a page with its address, unless that is none on the web (a file of a folder has none)."""
    return f"{text}: {url}" if url.startswith(("https://", "http://")) else text


def _block(block: Block) -> str:
    # Markdown joins single lines: a list needs the blank line to be one.
    lines = [f"**{block.heading}**\n"] if block.heading else []
    for index, sentence in enumerate(block.sentences, start=1):
        marks = "".join(f" [{number}]" for number in sentence.citations)
        lead = {"list": "- ", "steps": f"{index}. ", "paragraph": ""}[block.form]
        lines.append(f"{lead}{sentence.text}{marks}")
    return "\n".join(lines)


def _contact(contact: Contact) -> str:
    details = [contact.address, contact.telephone, contact.email, *contact.hours]
    return f"{contact.name}: " + ", ".join(detail for detail in details if detail)
