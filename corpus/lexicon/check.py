"""Checks the lexicon: `python -m corpus.lexicon.check [--data FOLDER] [--all]`; exit code 1 for errors.

Errors are entries that lead astray; what is still missing (languages, phrases, pages that no entry
reaches) is only counted. With `--data`, corpora and official names in that folder are looked at, too.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from corpus.lexicon.check_gaps import DataError, Reach, collections, reach, sample_city
from corpus.lexicon.check_rules import Finding, findings
from corpus.lexicon.files import load_lexicon
from corpus.lexicon.lexicon import Lexicon, LexiconError

_SHOWN = 10


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what was found; 1 if there are errors or the lexicon can't be read, else 0."""
    asked = _parser().parse_args(arguments)
    console = Console()
    try:
        lexicon = load_lexicon()
        reached = _reached(lexicon, asked.data)
    except (LexiconError, DataError) as error:
        console.print(str(error), style="red", markup=False)
        return 1
    found = findings(lexicon)
    shown = None if asked.all else _SHOWN
    console.print(_counts(lexicon))
    console.print(_found(found, shown))
    console.print(_gaps(reached, shown))
    errors = sum(finding.is_error for finding in found)
    console.print(f"{errors} Fehler." if errors else "Keine Fehler.", style="red" if errors else "green")
    return 1 if errors else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Prüft das Lexikon.")
    parser.add_argument("--data", type=Path, help="Ordner mit */corpus.jsonl und service_names.txt")
    parser.add_argument("--all", action="store_true", help="alles zeigen, nicht nur die ersten zehn je Regel")
    return parser


def _reached(lexicon: Lexicon, data: Path | None) -> list[Reach]:
    looked_at = [("musterstadt", sample_city()), *(collections(data) if data else ())]
    return [reach(lexicon, name, pages) for name, pages in looked_at]


def _counts(lexicon: Lexicon) -> Table:
    table = Table("Das Lexikon", "Anzahl", title_justify="left")
    words = [*lexicon.thesaurus.items(), *lexicon.common.items()]
    counts = {
        "Leistungen": len(lexicon.services),
        "Fragen und Ausdrücke": sum(len(service.phrases) for service in lexicon.services),
        "Namen in anderen Sprachen": sum(len(n) for s in lexicon.services for n in s.names.values()),
        "LeiKa-Nummern": sum(len(service.leika) for service in lexicon.services),
        "Wörter im Thesaurus": sum(len(others) for _, others in words),
        "amtliche Wörter im Thesaurus": len(words),
    }
    for name, count in counts.items():
        table.add_row(name, f"{count:,}".replace(",", "."))
    return table


def _found(found: Sequence[Finding], shown: int | None) -> Table:
    table = Table("Regel", "Anzahl", "Leistung", "Was zu tun ist")
    counts = Counter(finding.rule for finding in found)
    told: Counter[str] = Counter()
    for finding in found:
        told[finding.rule] += 1
        if shown is None or told[finding.rule] <= shown:
            first = told[finding.rule] == 1
            rule = ("[red]Fehler:[/red] " if finding.is_error else "") + finding.rule if first else ""
            table.add_row(rule, str(counts[finding.rule]) if first else "", finding.service, finding.what)
    return table


def _gaps(reached: Sequence[Reach], shown: int | None) -> Table:
    table = Table("Erreicht", "Titel", "Anteil", "nicht erreicht")
    for one in reached:
        missed = " | ".join(one.missed[:shown])
        more = len(one.missed) - len(one.missed[:shown])
        table.add_row(one.name, str(one.count), f"{one.share:.1%}", missed + (f" | +{more}" if more else ""))
    return table


if __name__ == "__main__":
    sys.exit(main())
