"""Documents of a large city: services with description, fee, papers and opening hours."""

import json
import lzma
import random
from collections.abc import Iterator
from decimal import Decimal
from importlib.resources import files
from itertools import islice
from pathlib import Path

from corpus.analysis.sentences import split_sentences
from corpus.records import Document, DocumentKind, Fact, FactKind, Section, SectionKind

CITY = "grossstadt"
SOURCE = "website"
_HOST = "https://www.grossstadt.example"
_LONGEST = 1_500
_SEED = 7


def documents(count: int, data: Path, cents: int = 0, every: int = 0) -> Iterator[Document]:
    """Give `count` documents, always the same; the fee of one in `every` ends with `cents`."""
    for number, (heading, text) in enumerate(_texts(count, data)):
        yield _document(number, heading, text, cents if every and number % every == 0 else 0)


def _document(number: int, heading: str, text: str, cents: int) -> Document:
    fee = f"{number % 180 + 5},{cents:02} Euro"
    hours = f"Montag bis Freitag: 8:00–{12 + number % 6}:00 Uhr"
    papers = f"- Personalausweis\n- Antrag Nummer {number}"
    sections = (
        Section(kind=SectionKind.DESCRIPTION, heading=heading, text=text),
        Section(kind=SectionKind.FEES, heading="Gebühren", text=f"Die Gebühr beträgt {fee}."),
        Section(kind=SectionKind.DOCUMENTS, heading="Erforderliche Unterlagen", text=papers),
        Section(kind=SectionKind.HOURS, heading="Öffnungszeiten", text=hours),
    )
    amount = Decimal(fee.removesuffix(" Euro").replace(",", "."))
    facts = (
        Fact(kind=FactKind.FEE, value=fee, words=sections[1].text, section=1, amount=amount),
        Fact(kind=FactKind.DOCUMENT, value="Personalausweis", words="- Personalausweis", section=2),
        Fact(
            kind=FactKind.HOURS,
            value=hours,
            words=hours,
            section=3,
            osm=f"Mo-Fr 08:00-{12 + number % 6}:00",
        ),
    )
    return Document(
        id=f"{SOURCE}:/{number}",
        city=CITY,
        source=SOURCE,
        title=f"{heading[:80]} {number}",
        url=f"{_HOST}/{number}",
        kind=DocumentKind.SERVICE,
        sections=sections,
        facts=facts,
    )


def _texts(count: int, data: Path) -> Iterator[tuple[str, str]]:
    laws = data / "laws.jsonl.xz"
    return islice(_laws(laws) if laws.is_file() else _sample_texts(), count)


def _laws(path: Path) -> Iterator[tuple[str, str]]:
    while True:
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                yield f"{row['heading']} {row['law']}", row["text"][:_LONGEST]


def _sample_texts() -> Iterator[tuple[str, str]]:
    """Pages made of the sample city's sentences, without end, always the same."""
    pages = sorted(Path(str(files("corpus.musterstadt") / "content")).rglob("*.md"))
    sentences = [
        sentence
        for page in pages
        for sentence in split_sentences(page.read_text(encoding="utf-8"))
        if 30 < len(sentence) < 300 and sentence.endswith(".")
    ]
    chance = random.Random(_SEED)
    while True:
        yield " ".join(chance.choice(sentences).split()[:4]), "\n".join(chance.sample(sentences, 6))
