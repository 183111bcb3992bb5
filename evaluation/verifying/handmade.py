"""The rewordings written by hand, from `paraphrases.toml`."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files

from evaluation.verifying.case import Case
from evaluation.verifying.sources import Source

KIND = "by hand"


def handmade() -> Iterator[Case]:
    """Each with the sentence of the sample city that it rewords; its page says which half it is of."""
    text = files("evaluation.verifying").joinpath("paraphrases.toml").read_text(encoding="utf-8")
    tables: dict[str, dict[str, list[tuple[str, str]]]] = tomllib.loads(text)
    for page, table in tables.items():
        for source, said in table["pairs"]:
            half = Source(source, page, "musterstadt").half
            yield Case(KIND, said, (source,), half, "musterstadt")
