"""Reads files in a process that is killed when it takes too long: a hang is proven, not waited for."""

import multiprocessing
import os
import resource
import tempfile
import time
import traceback
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Self

from corpus.records import Document
from ingest.errors import SourceFailed, Unreadable
from tests.integration.ingest.mutations.mutators import Format

#: Seconds of computing that one file may take (or twelve times as many of waiting), and bytes of address
#: space that its reader may have.
LONGEST = 5.0
MOST_MEMORY = 4_000_000_000
_START = 60.0


@dataclass(frozen=True)
class Outcome:
    """What became of a file: documents, or the reason why it was refused, or how the reader failed."""

    documents: tuple[Document, ...] = ()
    refused: str = ""
    crash: str = ""


class Reader:
    """Reads files in a worker process; a new one is started where the last was killed."""

    def __init__(self) -> None:
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection | None = None

    def read(self, what: Format, data: bytes) -> Outcome:
        """Read a file; a reader that takes longer than `LONGEST`, or dies, counts as crashed."""
        pipe = self._pipe if self._process is not None and self._process.is_alive() else None
        pipe = pipe or self._start()
        pipe.send((what, data))
        before, began = self._processor_time(), time.monotonic()
        try:
            while not pipe.poll(1.0):
                # On a machine that is busy with other things a second of waiting is less than one of work.
                if self._processor_time() - before > LONGEST or time.monotonic() - began > 12 * LONGEST:
                    self.close()
                    return Outcome(crash=f"more than {LONGEST:.0f} seconds")
            outcome: Outcome = pipe.recv()
        except EOFError:
            self.close()
            return Outcome(crash="the process has died")
        return outcome

    def _processor_time(self) -> float:
        """Seconds that the worker has computed so far (user and system time, proc(5))."""
        assert self._process is not None
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        """Kill the worker."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _start(self) -> Connection:
        self.close()
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        if not self._pipe.poll(_START) or self._pipe.recv() != "ready":
            raise AssertionError("the worker doesn't start")
        return self._pipe


def _work(pipe: Connection) -> None:
    _limit_memory()
    with tempfile.TemporaryDirectory() as folder:
        # What is imported when it is first needed is not the first file's time.
        for what in Format:
            _outcome(what, b"<p>", Path(folder))
        pipe.send("ready")
        while True:
            what, data = pipe.recv()
            pipe.send(_outcome(what, data, Path(folder)))


def _limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _outcome(what: Format, data: bytes, folder: Path) -> Outcome:
    try:
        return Outcome(documents=tuple(_read(what, data, folder)))
    except (Unreadable, SourceFailed) as refused:
        return Outcome(refused=str(refused))
    except Exception:
        return Outcome(crash=traceback.format_exc())


def _read(what: Format, data: bytes, folder: Path) -> list[Document]:
    from ingest.pdf import read_pdf
    from ingest.reader.page import read_page
    from ingest.xzufi.inputs import FileInput
    from ingest.xzufi.transfer import Write, read_transfer

    match what:
        case Format.PAGE:
            return [read_page(data, "https://www.musterstadt.example/seite", city="m", source="w")]
        case Format.PDF:
            return [read_pdf(data, "https://www.musterstadt.example/datei.pdf", city="m", source="w")]
        case Format.XZUFI:
            file = folder / "lieferung"
            file.write_bytes(data)
            changes = read_transfer(FileInput(file), city="m", source_name="x")
            return [change.document for change in changes if isinstance(change, Write)]
