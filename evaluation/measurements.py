"""Writes `docs/measurements.md` anew: `make measurements`. No figure in it is written by hand."""

import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from evaluation.floors.gate import MEASUREMENT_DATA

OUT = Path("docs/measurements.md")
_HEAD = """# Measurements

Written by `make measurements` on {day}, {cores} cores, Python {python}. `musterstadt` is the sample city,
served and crawled for the measurement; `munich` and `omos` are real texts that are not part of the
repository (their folder is `LOTSE_MEASUREMENT_DATA`). Neither the embedding nor the lexicon was trained or
written on any of these questions; the weights of the reader and of coverage were fitted on the `train`
split of `omos` alone. The few weights of the search follow that split too, but were chosen with an eye on
the other sets, so their figures are somewhat optimistic. Facts count when they stand in the first 800
characters of an answer. "Wrong amounts" is the share of answers that state an amount which stands in no
gold document; where the right page wasn't found that is nearly every stated amount.
"""


@dataclass(frozen=True)
class Part:
    """A section of the page: its heading, what to know of it, and the module whose output it shows."""

    heading: str
    text: str
    command: tuple[str, ...]
    fenced: bool = False


def parts(data: Path) -> list[Part]:
    """What is measured, with its commands; parts that need the measurement data only where it is."""
    found = [
        Part(
            "Time and memory",
            "A served instance without a language model, second start, on the sample city.",
            ("evaluation.benchmarks.answers", "--markdown"),
        ),
        Part(
            "Finding, refusing, facts, reading",
            "Original-text mode, no language model. `evaluation/floors.toml` holds what may not be lost.",
            ("evaluation.floors", "--markdown"),
        ),
    ]
    pages = ("--corpus", str(data / "omos/corpus.jsonl")) if data.is_dir() else ()
    found.append(
        Part(
            "Reading pages",
            "The sample city's pages against its content files; those of `omos`, which come without chrome, "
            "against their lines. Counted in word tokens (a multiset for each page) and in lines or cells, "
            "whose words stand side by side. As a website, sections that most pages share are left out.",
            ("evaluation.page_reading", "--markdown", *pages),
        )
    )
    found.append(
        Part(
            "Speed of reading pages",
            "The sample city's pages read from disk, all readers in turn, the median of three rounds. Ours "
            "gives sections, links and facts, the others text.",
            ("evaluation.benchmarks.page_reading", "--markdown"),
        )
    )
    found.append(
        Part(
            "Reading PDFs",
            "Sheets set for it (statutes, fee schedules, leaflets, forms, gazettes) and the sample city's "
            "statutes, against the text that they were made of. Lines are paragraphs, items and rows, equal "
            "to the letter; words of PDFium's own text lack the heads that we repeat in every row.",
            ("evaluation.pdf_reading", "--markdown"),
        )
    )
    found.append(
        Part(
            "Reading facts",
            "Hand-checked snippets in the style of municipal pages. The second half of each kind was written "
            "after the work on the first one. Hours are compared by what they mean on the days of sample "
            "weeks; what stays text claims nothing and costs recall only.",
            ("evaluation.fact_reading", "--markdown"),
        )
    )
    found.append(
        Part(
            "Reading an unchanged website again",
            "`lotse ingest` twice on a website of 1,500 pages with ETags: processor time of all processes. The "
            "second run has to stay under 5 % of the first.",
            ("evaluation.benchmarks.recrawl", "--markdown"),
        )
    )
    found.append(
        Part(
            "A large city",
            "50,000 documents stored, indexed and published, again unchanged, and again with 1 % changed.",
            ("evaluation.benchmarks.large_city", "--markdown"),
        )
    )
    omos = ("--questions", str(data / "omos/questions.jsonl"), "--corpus", str(data / "omos/corpus.jsonl"))
    if data.is_dir():
        found += [
            Part(
                "The reader, five-fold by page",
                "A logistic model over some twenty features of line and question; `dev` is not trained on.",
                ("training.reader", *omos),
                fenced=True,
            ),
            Part(
                "Coverage, five-fold by question",
                "Questions with their page in the corpus and with it taken out, in corpora of four sizes.",
                ("training.coverage", *omos),
                fenced=True,
            ),
        ]
    return found


def main() -> int:
    """Measure everything and write the page; gives 1 if a part failed."""
    data = Path(os.environ.get("LOTSE_MEASUREMENT_DATA", MEASUREMENT_DATA))
    head = _HEAD.format(
        day=f"{datetime.now(UTC):%Y-%m-%d}", cores=os.cpu_count(), python=platform.python_version()
    )
    sections, failed = [head], False
    for part in parts(data):
        sys.stderr.write(f"== {part.heading}\n")
        done = subprocess.run(
            [sys.executable, "-m", *part.command], stdout=subprocess.PIPE, text=True, check=False
        )
        failed = failed or bool(done.returncode)
        shown = f"```\n{done.stdout.strip()}\n```" if part.fenced else done.stdout.strip()
        command = f"`python -m {' '.join(part.command)}`"
        sections.append(f"## {part.heading}\n\n{command}\n\n{part.text}\n\n{shown}\n")
    OUT.write_text("\n".join(sections), encoding="utf-8")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
