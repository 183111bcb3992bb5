"""The page that shows all measurements: parts that aren't measured anew stay as they are."""

import os
import platform
import re
from datetime import date

from evaluation.measurements.parts import Part

HEAD = """# Measurements

Written by `make measurements`; each part says when it was measured. `musterstadt` is the sample city,
served and crawled for the measurement; `munich` and `omos` are real texts that are not part of the
repository (their folder is `LOTSE_MEASUREMENT_DATA`). Neither the embedding nor the lexicon was trained or
written on any of these questions; titles of `munich` and `omos` showed what the lexicon lacked. Reader,
coverage and re-ranking were fitted on the `train` split of `omos` and on questions made of the lexicon.
Their variants, thresholds and the search's few weights were chosen with an eye on the figures of the other
sets, so these are development figures and somewhat optimistic. Facts count when they stand in the first 800
characters of an answer. "Wrong amounts" is the share of answers that state an amount which stands in no
gold document; where the right page wasn't found that is nearly every stated amount.
"""


def section(part: Part, output: str, day: date) -> str:
    """The part's section: when and how it was measured, what to know of it, and what was printed."""
    shown = f"```\n{output.strip()}\n```" if part.fenced else output.strip()
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}"
    how = f"`python -m {' '.join(part.command)}` ({day:%Y-%m-%d}, {machine})"
    return f"## {part.heading}\n\n{how}\n\n{part.text}\n\n{shown}\n"


def sections_of(page: str) -> dict[str, str]:
    """The sections of a page written earlier, by heading."""
    found = re.split(r"^(?=## )", page, flags=re.MULTILINE)[1:]
    return {text.partition("\n")[0].removeprefix("## "): text.rstrip("\n") + "\n" for text in found}


def page_of(parts: list[Part], sections: dict[str, str]) -> str:
    """The whole page, in the order of `parts`; those that were never measured are left out."""
    return "\n".join([HEAD, *(sections[part.heading] for part in parts if part.heading in sections)])
