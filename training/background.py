"""Counts how rare tokens are in federal law: `python -m training.background --laws laws.jsonl.xz`."""

import argparse
import gzip
import json
import lzma
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from corpus.analysis.rarity import FILE
from corpus.analysis.tokens import index_tokens

_LEAST = 60


def main(arguments: Sequence[str] | None = None) -> None:
    """Count and write `models/rarity-de.txt.gz`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--laws", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("models") / FILE)
    options = parser.parse_args(arguments)
    counts: Counter[str] = Counter()
    total = 0
    with lzma.open(options.laws, "rt", encoding="utf-8") as lines:
        for line in lines:
            paragraph = json.loads(line)
            counts.update(set(index_tokens(f"{paragraph['heading']} {paragraph['text']}")))
            total += 1
    rows = [f"{token}\t{count / total:.5f}" for token, count in counts.most_common() if count >= _LEAST]
    # No time stamp: the same law gives the same file.
    options.out.write_bytes(gzip.compress("\n".join(rows).encode(), mtime=0))
    print(f"{total} Absätze, {len(rows)} Wortteile in {options.out}")  # noqa: T201


if __name__ == "__main__":
    main()
