"""Compares what was read of a PDF with what it was made from."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus.musterstadt.content import Content, default_folder, read_content
from corpus.musterstadt.gold import gold
from corpus.musterstadt.pdf import statute_pdf
from evaluation.pdf_reading.sheet import Sheet
from ingest.pdf import read_pdf

_WORD = re.compile(r"[\w,.:/@-]*\w")


@dataclass(frozen=True)
class Score:
    """How many of the things that are there were found, and how many of those found are right."""

    there: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 if nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found; 1 if there was nothing."""
        return self.right / self.there if self.there else 1.0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.there + other.there, self.found + other.found, self.right + other.right)


@dataclass(frozen=True)
class Result:
    """A sheet's scores: words, lines (paragraphs, items, rows), rows of tables, headings."""

    name: str
    words: Score
    lines: Score
    rows: Score
    headings: Score
    missed: tuple[str, ...] = field(default=(), repr=False)


def measure(sheet: Sheet) -> Result:
    """Read a sheet and compare."""
    document = read_pdf(
        sheet.data, f"https://www.auental.example/{id(sheet)}.pdf", city="auental", source="s"
    )
    lines = [line for section in document.sections for line in section.text.splitlines()]
    headings = [section.heading for section in document.sections if section.heading]
    wanted = [*sheet.lines, *sheet.headings]
    rows = [line for line in lines if _looks_like_row(line)]
    return Result(
        sheet.name,
        score(words([sheet.title, *wanted]), words([document.title, *headings, *lines])),
        score(sheet.lines, lines),
        score(sheet.rows, [one for one in rows if one in sheet.rows or _is_false_row(one, sheet)]),
        score(_headings(sheet.headings), [text.rpartition(": ")[2] for text in headings]),
        tuple((Counter(sheet.lines) - Counter(lines)).elements()),
    )


def plain(sheet: Sheet) -> Score:
    """Give the words' score of PDFium's own text, to compare with."""
    import pypdfium2

    with pypdfium2.PdfDocument(sheet.data) as pdf:
        text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    return score(words([sheet.title, *sheet.lines, *sheet.headings]), words([text.replace("\ufffe", "-")]))


def sample_sheets() -> list[Sheet]:
    """The sample city's statutes, with the text of their content files."""
    content: Content = read_content(default_folder())
    made = []
    for key, entry in sorted(content.entries.items()):
        if key.startswith("statutes/"):
            sections = gold(f"/ortsrecht/{key.partition('/')[2]}.pdf", content)
            lines = [line for section in sections for line in section.text.splitlines()]
            rows = [line for line in lines if _looks_like_row(line) and "; " in line]
            made.append(
                Sheet(
                    f"Musterstadt: {key.partition('/')[2]}",
                    statute_pdf(entry, content.site),
                    entry.front.title,
                    tuple(lines),
                    tuple(rows),
                    tuple(section.heading for section in sections if section.heading),
                )
            )
    return made


def words(texts: Iterable[str]) -> list[str]:
    """Give the words of texts, figures and addresses whole."""
    return [word for text in texts for word in _WORD.findall(text)]


def score(there: Iterable[str], found: Iterable[str]) -> Score:
    """Compare two collections, repeated things counted as often as they stand there."""
    wanted, got = Counter(there), Counter(found)
    return Score(wanted.total(), got.total(), (wanted & got).total())


def _headings(texts: Iterable[str]) -> list[str]:
    return [text.rpartition(": ")[2] for text in texts]


def _looks_like_row(line: str) -> bool:
    return ": " in line


def _is_false_row(line: str, sheet: Sheet) -> bool:
    """Tell whether a line was taken for a row of a table that isn't there."""
    return line.count(": ") > 1 and "; " in line and line not in sheet.lines
