"""`python -m evaluation.examples`: writes docs/examples.md, or with `--check` says what would change."""

import difflib
import sys
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from evaluation.errors import EvaluationError
from evaluation.examples.asking import examples
from evaluation.examples.page import draw_page
from evaluation.musterstadt.measuring import NOW

_PAGE = Path("docs/examples.md")
_FAILED = 1
_MOST_LINES = 80


def write(
    page: Annotated[Path, typer.Option(help="die Seite")] = _PAGE,
    check: Annotated[bool, typer.Option("--check", help="nur vergleichen")] = False,
    data: Annotated[Path, typer.Option(envvar="LOTSE_DATA", help="Ordner für Zwischenspeicher")] = Path(
        "var"
    ),
) -> None:
    """Stellt der Musterstadt fünfzig Fragen und schreibt die ganzen Antworten auf eine Seite."""
    try:
        groups, as_the_citys = examples(data)
    except EvaluationError as error:
        sys.stderr.write(f"{error}\n")
        raise typer.Exit(_FAILED) from None
    drawn = as_the_citys(draw_page(groups, f"{NOW:%A, %d %B %Y, %H:%M}"))
    if not check:
        page.write_text(drawn, encoding="utf-8")
        return
    known = page.read_text(encoding="utf-8") if page.is_file() else ""
    if known != drawn:
        changed = difflib.unified_diff(
            known.splitlines(), drawn.splitlines(), "now", "then", lineterm="", n=1
        )
        sys.stdout.writelines(f"{line}\n" for line in islice(changed, _MOST_LINES))
        sys.stderr.write(f"Die Antworten haben sich geändert. Bitte `make examples` und {page} ansehen.\n")
        raise typer.Exit(_FAILED)


if __name__ == "__main__":
    typer.run(write)
