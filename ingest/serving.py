"""From a city's documents to the generation that is served: built only where it would be another one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from corpus.city import City
from corpus.embedding.embedder import Embedder
from corpus.generations.checks import check, silent_canaries
from corpus.generations.code import index_code
from corpus.generations.errors import GenerationError
from corpus.generations.manifest import EmbeddingUsed, Manifest, corpus_hash
from corpus.generations.opened import Generation
from corpus.generations.shelf import Shelf
from corpus.progress import Progress
from corpus.records import Audience, Contradiction, Document
from corpus.values.hours import BERLIN

Given = TypeVar("Given")

EMPTY = "Keine Quelle hat ein Dokument geliefert; es gibt nichts, was in Betrieb gehen könnte."
STAGE = "Suchindex bauen"


@dataclass(frozen=True)
class Served:
    """What became of the documents: the generation, whether it is served, and why not (German sentences).

    `contradictions` are those of the generation's documents, internal ones too.
    """

    generation: str | None = None
    published: bool = False
    unchanged: bool = False
    reasons: tuple[str, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


@dataclass(frozen=True)
class Serving:
    """Builds, checks and publishes the generations of one city.

    With `force` a generation is served whatever the checks say, as long as it is whole.
    """

    city: City
    shelf: Shelf
    embedder: Embedder
    progress: Progress
    force: bool = False

    def serve(self, documents: Iterable[Document], count: int) -> Served:
        """Serve `documents`, which are iterated twice; `count` is how many there are.

        Nothing is built where the served generation, or one that was refused, is what would be built. Raises
        `OSError` if the disk is full.
        """
        if not count:
            return Served(reasons=(EMPTY,))
        wanted = corpus_hash((document.id, document.content_hash()) for document in documents)
        served = self._same(self.shelf.served()[:1], wanted)
        if served is not None:
            self._drop_refused()
            return Served(
                served, unchanged=True, reasons=self._silent(served), contradictions=self._told(served)
            )
        there = self._same((*self.shelf.served()[1:], *self.shelf.refused()), wanted)
        try:
            folder = self.shelf.root / there if there else self._build(documents, count)
            reasons, told = self._reasons(folder), self._told(folder.name)
        except GenerationError as error:
            return Served(reasons=(str(error),))
        if reasons and not self.force:
            if folder.name not in self.shelf.served():
                self.shelf.refuse(folder, reasons)
            return Served(folder.name, reasons=reasons, contradictions=told)
        self.shelf.publish(folder)
        self.shelf.release()
        return Served(folder.name, published=True, reasons=reasons, contradictions=told)

    def _same(self, names: Iterable[str], wanted: str) -> str | None:
        """The one of these generations that is what would be built now, and is whole."""
        embedding, code = EmbeddingUsed.of(self.embedder), index_code()
        for name in names:
            try:
                if Manifest.read(self.shelf.root / name).holds(wanted, embedding, code):
                    self._with(self.shelf.root / name, lambda generation: generation.warm())
                    return name
            except GenerationError:
                continue  # damaged: build it anew
        return None

    def _build(self, documents: Iterable[Document], count: int) -> Path:
        from corpus.generations.build import build_generation
        from ingest.contradictions import find_contradictions

        folder = self.shelf.new_folder()

        def progress(stage: str, done: int, total: int | None = None) -> None:
            del stage
            self.progress(STAGE, done, total)

        built = False
        try:
            found = find_contradictions(documents, datetime.now(BERLIN).date())
            build_generation(
                folder, self.city.id, documents, self.embedder, progress, total=count, contradictions=found
            )
            built = True
        finally:
            if not built:
                self.shelf.discard(folder)
        return folder

    def _reasons(self, folder: Path) -> tuple[str, ...]:
        old = self._open_current()
        try:
            found = self._with(folder, lambda new: check(new, old, self.city))
        finally:
            if old is not None:
                old.close()
        held = self.shelf.held()
        if held is not None:
            found.append(
                f"Am {held.since.astimezone(BERLIN):%d.%m.%Y um %H:%M Uhr} wurde von der Generation "
                f"{held.left} zurückgegangen; bis „lotse generations resume“ bleibt es dabei."
            )
        return tuple(found)

    def _silent(self, served: str) -> tuple[str, ...]:
        questions = self.city.canary_questions
        return tuple(self._with(self.shelf.root / served, lambda one: silent_canaries(one, questions)))

    def _told(self, name: str) -> tuple[Contradiction, ...]:
        return self._with(self.shelf.root / name, lambda one: one.contradictions(audience=Audience.INTERNAL))

    def _drop_refused(self) -> None:
        """What was refused isn't what the sources say any more."""
        for name in self.shelf.refused():
            self.shelf.discard(self.shelf.root / name)

    def _with(self, folder: Path, use: Callable[[Generation], Given]) -> Given:
        generation = Generation.open(folder, self.embedder)
        try:
            return use(generation)
        finally:
            generation.close()

    def _open_current(self) -> Generation | None:
        """Open the served generation; one that is damaged or of another embedding can't be compared with."""
        current = self.shelf.current()
        if current is None:
            return None
        try:
            return Generation.open(current, self.embedder)
        except GenerationError:
            return None
