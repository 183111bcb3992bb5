"""The process that `large_city` watches: ingests documents three times and prints what it took as JSON."""

import json
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from corpus.city import City
from corpus.embedding.cache import CachedEmbedder
from corpus.embedding.choose import load_embedder
from corpus.generations.manifest import Manifest
from corpus.generations.shelf import Shelf
from corpus.progress import silent
from corpus.records import Document
from corpus.store.documents import DocumentStore, open_store
from evaluation.benchmarks.large_city_documents import CITY, SOURCE, documents
from ingest.joining import JoinedSources
from ingest.serving import Serving

_KIB_PER_MB = 1_000_000 / 1024
_CHANGED = 100
"""One document in so many changes before the third run."""


@dataclass
class Stages:
    """Notes how long stages take, and how much memory is held at their end."""

    phases: list[dict[str, object]] = field(default_factory=list)

    @contextmanager
    def stage(self, run: str, stage: str) -> Iterator[None]:
        """Measure the block."""
        began, worked = time.perf_counter(), time.process_time()
        yield
        seconds = round(time.perf_counter() - began, 2)
        processor = round(time.process_time() - worked, 2)
        resident = round(_resident_mb(), 1)
        self.phases.append(
            {
                "run": run,
                "stage": stage,
                "seconds": seconds,
                "processor_seconds": processor,
                "resident_mb": resident,
            }
        )


@dataclass(frozen=True)
class _Stored:
    store: DocumentStore

    def __iter__(self) -> Iterator[Document]:
        return self.store.documents(CITY, source=SOURCE)


def main(folder: Path, count: int, data: Path) -> None:
    """Ingest anew, unchanged, and with one document in a hundred changed."""
    city = City.model_validate(
        {
            "id": CITY,
            "name": "Großstadt",
            "state": "NW",
            "website": "https://www.grossstadt.example",
            "hotline": {"telephone": "115"},
            "sources": [{"type": "website", "name": SOURCE, "start": ["https://www.grossstadt.example"]}],
            "canary_questions": ["Wie hoch ist die Gebühr?"],
        }
    )
    stages = Stages()
    embedder = CachedEmbedder(load_embedder(city.embedding), folder / "embeddings.sqlite")
    shelf = Shelf(folder / "generations" / CITY)
    with open_store(f"sqlite:///{folder / 'stadtlotse.db'}") as store:
        for run, cents in (("first", 0), ("unchanged", 0), (f"1 in {_CHANGED} changed", 50)):
            with stages.stage(run, "documents, as a source hands them over"):
                read = list(documents(count, data, cents, _CHANGED))
            with stages.stage(run, "compare and store"):
                store.replace_source(CITY, SOURCE, read, run)
            text = sum(len(document.text().encode()) for document in read)
            del read
            with stages.stage(run, "join"):
                joined = JoinedSources(_Stored(store), datetime.now(UTC).date())
            with stages.stage(run, "build, check, publish"):
                served = Serving(city, shelf, embedder, silent).serve(joined, len(joined))
            if served.reasons:
                raise SystemExit(f"{run}: {served.reasons}")
    manifest = Manifest.read(shelf.root / str(served.generation))
    highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_PER_MB
    found = {
        "city": CITY,
        "generation": manifest.name,
        "documents": manifest.documents,
        "passages": manifest.passages,
        "text_mb": round(text / 1_000_000, 1),
        "highest_mb": round(highest, 1),
        "phases": stages.phases,
    }
    sys.stdout.write(json.dumps(found))


def _resident_mb() -> float:
    for line in Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / _KIB_PER_MB
    return 0.0


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
