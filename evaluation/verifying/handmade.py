"""The rewordings written by hand, from `paraphrases.toml` and, as plain language says it, `plain.toml`."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files

from evaluation.verifying.case import Case
from evaluation.verifying.sources import Source

PLAIN = "by hand, plain language"
"""Much further from the source than the other rewordings, so they have a floor of their own."""
_FILES = {"by hand": "paraphrases.toml", PLAIN: "plain.toml"}


def handmade() -> Iterator[Case]:
    """Each with the sentence of the sample city that it rewords; its page says which half it is of."""
    for kind, name in _FILES.items():
        text = files("evaluation.verifying").joinpath(name).read_text(encoding="utf-8")
        tables: dict[str, dict[str, list[tuple[str, str]]]] = tomllib.loads(text)
        for page, table in tables.items():
            for source, said in table["pairs"]:
                half = Source(source, page, "musterstadt").half
                yield Case(kind, said, (source,), half, "musterstadt")
