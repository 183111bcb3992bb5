"""Puts a delivery's operations into the register, a part whole or not at all."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from corpus.progress import Progress
from ingest.errors import Unreadable
from ingest.xzufi import areas
from ingest.xzufi.inputs import Part
from ingest.xzufi.model import Area, Key, Kind, Responsibility, Service
from ingest.xzufi.node import Node
from ingest.xzufi.objects import Written, read_deletion, read_object
from ingest.xzufi.options import Options, document_id
from ingest.xzufi.register import Register
from ingest.xzufi.report import TransferReport
from ingest.xzufi.stream import LARGEST_OBJECT, Operation, Root, read_events
from ingest.xzufi.titles import has_double_title

_NAMESPACE = re.compile(r"/xzufi/(\d+)[_.](\d+)(?:[_.](\d+))?", re.IGNORECASE)
_KNOWN_VERSIONS = frozenset({(2, 1), (2, 2), (2, 3)})
_MOST_KINDS = 1000


class Loader:
    """Reads parts into a register and counts what it meets.

    `known` are the ids of the documents that the caller holds: a deletion of one of them is kept even if the
    register never had the object.
    """

    def __init__(
        self,
        register: Register,
        report: TransferReport,
        options: Options,
        *,
        source: str,
        known: Mapping[str, str],
        progress: Progress,
        largest: int = LARGEST_OBJECT,
    ) -> None:
        self._register = register
        self._report = report
        self._options = options
        self._source = source
        self._known = known
        self._progress = progress
        self._largest = largest
        self._done = 0

    def load(self, part: Part) -> None:
        """Read one part; raises `Unreadable` if it is no XZuFi or broken, and then nothing of it counts."""
        before = self._report.model_copy(deep=True)
        try:
            with self._register.attempt(), part.open() as pieces:
                self._read(pieces)
        except Unreadable:
            for name in type(before).model_fields:
                setattr(self._report, name, getattr(before, name))
            raise
        self._report.files += 1

    def _read(self, pieces: Iterable[bytes]) -> None:
        root = Root()
        operations = 0
        head = False
        for event in read_events(pieces, root, self._largest):
            match event.operation:
                case Operation.WRITE:
                    self._write(event.node)
                    operations += 1
                case Operation.DELETE:
                    self._delete(event.node)
                    operations += 1
                case Operation.UNKNOWN:
                    _count(self._report.unknown_elements, event.path)
                case Operation.HEAD:
                    head = True
            self._tell()
        self._check_root(root, is_transfer=bool(operations) or head)

    def _check_root(self, root: Root, *, is_transfer: bool) -> None:
        match = _NAMESPACE.search(root.namespace)
        if not match and not root.version and not is_transfer:
            raise Unreadable(f"Die Datei (Wurzel „{root.name[:60]}“) enthält keine XZuFi-Daten.")
        version = ".".join(part for part in match.groups() if part) if match else root.version
        self._report.versions[version or "ohne Angabe"] += 1
        numbers = tuple(int(part) for part in re.findall(r"\d+", version)[:2])
        if numbers not in _KNOWN_VERSIONS:
            shown = version or "ohne Angabe"
            warning = f"Die XZuFi-Version „{shown}“ ist nicht erprobt; gelesen wurde sie trotzdem."
            if warning not in self._report.warnings:
                self._report.warnings.append(warning)

    def _write(self, node: Node) -> None:
        try:
            written = read_object(node)
        except Unreadable as error:
            _count(self._report.broken_objects, str(error))
            return
        for path in node.unknown():
            _count(self._report.unknown_elements, path)
        if written.body is None:
            self._write_own_responsibility(written.responsibilities)
        else:
            self._write_object(written)

    def _write_object(self, written: Written) -> None:
        body = written.body
        if body is None:
            return
        key = Key.of(written.kind, body.id)
        refers = None
        if isinstance(body, Service):
            self._note_areas(body.areas)
            refers = body.refines
            if areas.best(body.areas, self._options.areas) is None:
                # It may have been the town's until now.
                self._register.delete(key)
                self._report.outside += 1
                return
            if has_double_title(body):
                self._report.double_titles.append(document_id(self._source, key))
        if self._register.write(key, body, refers):
            self._report.repeated += 1
        self._report.written[key.kind] += 1
        if not isinstance(body, Service | Area):
            self._register.write_nested(key, list(self._ours(written.responsibilities)))

    def _write_own_responsibility(self, found: Iterable[Responsibility]) -> None:
        for one in found:
            if one.id is not None:
                # Written anew for other areas, it is no longer the town's.
                self._register.delete(Key.of(Kind.RESPONSIBILITY, one.id))
            for ours in self._ours([one]):
                self._register.write_responsibility(ours)

    def _ours(self, found: Iterable[Responsibility]) -> Iterator[Responsibility]:
        for one in found:
            self._note_areas(one.areas)
            if areas.best(one.areas, self._options.areas) is None:
                self._report.outside += 1
                continue
            self._report.written[Kind.RESPONSIBILITY] += 1
            yield one

    def _note_areas(self, found: Iterable[str]) -> None:
        for area in found:
            if not areas.is_key(area):
                _count(self._report.unknown_areas, area[:60])

    def _delete(self, node: Node) -> None:
        try:
            key = read_deletion(node)
        except Unreadable as error:
            _count(self._report.broken_objects, str(error))
            return
        for path in node.unknown():
            _count(self._report.unknown_elements, path)
        if self._register.delete(key):
            self._report.deleted[key.kind] += 1
        elif document_id(self._source, key) in self._known:
            self._register.mark_deleted(key)
            self._report.deleted[key.kind] += 1
        else:
            self._report.orphan_deletions += 1

    def _tell(self) -> None:
        self._done += 1
        if self._done % 200 == 0:
            self._progress(f"XZuFi „{self._source}“ lesen", self._done)


def _count(counter: Counter[str], name: str) -> None:
    """Count, but don't let a hostile delivery fill the memory with ever new names."""
    if name in counter or len(counter) < _MOST_KINDS:
        counter[name] += 1
    else:
        counter["(weitere)"] += 1
