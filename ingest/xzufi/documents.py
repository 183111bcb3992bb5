"""Makes the documents of everything in the register, and of nothing that hasn't changed."""

from collections.abc import Iterator, Mapping
from itertools import chain

from corpus.progress import Progress
from corpus.records import Document
from ingest.xzufi import areas
from ingest.xzufi.bundle import Gatherer
from ingest.xzufi.model import Key, Kind, Office, OnlineService, Service
from ingest.xzufi.office_document import office_documents
from ingest.xzufi.online_document import form_documents, online_documents
from ingest.xzufi.options import document_id, without_variant
from ingest.xzufi.register import Register
from ingest.xzufi.report import TransferReport
from ingest.xzufi.service_document import Making, service_documents

# Forms come last: by then it is known which of them belong to a service.
PRESENTED = (Kind.SERVICE, Kind.SPECIALISATION, Kind.OFFICE, Kind.ONLINE, Kind.FORM)


class Documents:
    """Compares what the register gives with `known`, the documents that the caller holds (id to hash)."""

    def __init__(
        self,
        register: Register,
        gatherer: Gatherer,
        making: Making,
        known: Mapping[str, str],
        report: TransferReport,
        progress: Progress,
    ) -> None:
        self._register = register
        self._gatherer = gatherer
        self._making = making
        self._known = known
        self._report = report
        self._progress = progress
        self._present: set[str] = set()

    def changed(self) -> Iterator[Document]:
        """Give the documents that are new or differ; whatever made none stays unread."""
        stage = f"XZuFi „{self._making.source}“: Dokumente bilden"
        keys = chain.from_iterable(self._register.keys(kind) for kind in PRESENTED)
        for number, key in enumerate(list(keys), start=1):
            yield from self._of(key)
            if number % 50 == 0:
                self._progress(stage, number)

    def gone(self, *, omitted: bool) -> Iterator[str]:
        """Give the known documents that aren't made any more.

        `omitted` says that what the register doesn't hold is gone; otherwise that is only what was deleted
        or has ended.
        """
        here = mentioned(self._register, self._making.source)
        for known in sorted(self._known.keys() - self._present):
            if omitted or without_variant(known) in here:
                yield known

    def _of(self, key: Key) -> Iterator[Document]:
        self._gatherer.start()
        make = self._maker(key)
        if make is None:
            return
        fingerprint = self._gatherer.fingerprint()
        before, hashes = self._register.built(key)
        if before == fingerprint and all(self._known.get(name) == value for name, value in hashes.items()):
            self._present.update(hashes)
            self._report.unchanged += len(hashes)
            return
        made = {document.id: document for document in make}
        hashes = {name: document.content_hash() for name, document in made.items()}
        self._register.set_built(key, fingerprint, hashes)
        for name, document in made.items():
            self._present.add(name)
            if self._known.get(name) == hashes[name]:
                self._report.unchanged += 1
                continue
            if name in self._known:
                self._report.changed += 1
            else:
                self._report.new += 1
            yield document

    def _maker(self, key: Key) -> Iterator[Document] | None:
        """Read what an object's documents are made of, and give what makes them; None if it has none."""
        match key.kind:
            case Kind.SERVICE:
                bundle = self._gatherer.bundle(key)
                return service_documents(bundle, key, self._making) if bundle else None
            case Kind.SPECIALISATION:
                return self._lone_addition(key)
            case Kind.OFFICE:
                return self._office(key)
            case Kind.ONLINE if not self._register.serves_any(key):
                online = self._gatherer.get(key, OnlineService)
                return online_documents(online, key, self._making) if online else None
            case Kind.FORM if key not in self._gatherer.used_forms:
                form = self._gatherer.get(key, OnlineService)
                return form_documents(form, key, self._making) if form else None
        return None

    def _lone_addition(self, key: Key) -> Iterator[Document] | None:
        """An addition whose service isn't there is kept as a document of its own."""
        addition = self._gatherer.get(key, Service)
        if addition is None:
            return None
        if addition.refines and self._register.has(Key.of(Kind.SERVICE, addition.refines)):
            return None
        bundle = self._gatherer.bundle(key)
        return service_documents(bundle, key, self._making) if bundle else None

    def _office(self, key: Key) -> Iterator[Document] | None:
        office = self._gatherer.get(key, Office)
        if office is None or not self._is_ours(office, key):
            return None
        above = self._gatherer.superior_names(office)
        return office_documents(office, above, key, self._making)

    def _is_ours(self, office: Office, key: Key) -> bool:
        """Tell whether an office works for the town: by a responsibility, else by where it is."""
        towns = self._making.options.areas
        if not towns or self._register.areas_of(key):
            return True
        keys = [address.area for address in office.addresses if areas.is_key(address.area)]
        ours = bool(keys) and areas.best(keys, towns) is not None
        self._report.outside += not ours
        return ours


def mentioned(register: Register, source: str) -> set[str]:
    """The ids of the German documents of everything that was delivered, or deleted in so many words."""
    return {document_id(source, key) for kind in PRESENTED for key in register.keys(kind, deleted=True)}
