"""A build in a process of its own, slow enough to be killed at a chosen moment.

Run as `python -m tests.integration.corpus.builder ROOT SEED STAGE`. It prints `STAGE` when it has got there
and then waits to be killed; the stage `published` is never waited at.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from corpus.generations.build import build_generation
from corpus.generations.manifest import Manifest
from corpus.generations.shelf import Shelf
from corpus.records import Document, Section, SectionKind
from tests.unit.corpus.search.embedders import HashingEmbedder

CITY = "musterstadt"
STAGES = ("folder", "documents", "manifest", "built", "published")


def documents(seed: str, count: int = 1300) -> list[Document]:
    """Documents that name their seed; enough for Chroma to write its vectors to files."""
    return [
        Document(
            id=f"seite-{number}",
            city=CITY,
            source="Website",
            title=f"Seite {number}",
            url=f"https://musterstadt.example/{number}",
            sections=(
                Section(kind=SectionKind.DESCRIPTION, heading="", text=f"Fassung {seed}, Nummer {number}."),
            ),
        )
        for number in range(count)
    ]


def main(root: str, seed: str, stop_at: str) -> None:
    """Build and publish, stopping at a stage."""

    def reached(stage: str) -> None:
        if stage == stop_at:
            print(stage, flush=True)
            sys.stdin.read()

    def some() -> Iterator[Document]:
        for number, document in enumerate(documents(seed)):
            if number == 1100:
                reached("documents")
            yield document

    write = Manifest.write

    def write_late(self: Manifest, folder: Path) -> None:
        reached("manifest")
        write(self, folder)

    Manifest.write = write_late  # type: ignore[method-assign]  # the moment before a generation is complete
    shelf = Shelf(Path(root))
    folder = shelf.new_folder()
    reached("folder")
    build_generation(folder, CITY, some(), HashingEmbedder())
    reached("built")
    shelf.publish(folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
