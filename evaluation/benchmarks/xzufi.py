"""`python -m evaluation.benchmarks.xzufi`: time and memory of reading a large XZuFi transfer.

Makes a transfer of the wanted size (1 GB by default: services with all modules, offices, responsibilities,
most of them for other towns, as PVOG hands them on), and reads it in a process of its own, watched from
outside. 1 GB has to stay under 300 MB of memory.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer
from pydantic import BaseModel, ConfigDict

from evaluation.benchmarks.telling import AsJson, AsMarkdown, end, tell
from evaluation.report.rows import Table

_MEGABYTE = 1_000_000
_LIMIT_MIB = 300.0
_TOWN = "059990001001"
_TEXT_CODES = ("06", "07", "08", "09", "11", "15", "16", "25")
_START = """<?xml version="1.0" encoding="UTF-8"?>
<x:transfer xmlns:x="http://xoev.de/schemata/xzufi/2_2_0" xzufiVersion="2.2.0">
<x:nachrichtenkopf><x:nachrichtUUID>1</x:nachrichtUUID></x:nachrichtenkopf>
"""
_READ = """
import resource, sys, time
from pathlib import Path
from ingest.xzufi.inputs import FileInput
from ingest.xzufi.options import Options
from ingest.xzufi.transfer import read_transfer

began = time.perf_counter()
transfer = read_transfer(
    FileInput(Path(sys.argv[1])), city="stadt", source_name="xzufi",
    register=Path(sys.argv[2]), options=Options(areas=(sys.argv[3],)),
)
first, changes = 0.0, 0
for change in transfer:
    first = first or time.perf_counter() - began
    changes += 1
first = first or time.perf_counter() - began
highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(changes, first, highest, transfer.report.outside + sum(transfer.report.written.values()))
"""


class Report(BaseModel):
    """What was measured: seconds until all was read, which is when the first change comes, and altogether.

    Memory is the reading process's highest resident size in MiB, the interpreter and all modules included.
    """

    model_config = ConfigDict(frozen=True)

    megabytes: float
    objects: int
    documents: int
    read_s: float
    total_s: float
    megabytes_per_s: float
    highest_mib: float


def write_transfer(path: Path, size: int, towns_share: float = 0.002) -> None:
    """Write a transfer of at least `size` bytes; `towns_share` of it is for the town that reads it."""
    with path.open("w", encoding="utf-8") as file:
        file.write(_START)
        written = 0
        for text in _objects(towns_share):
            written += file.write(f"<x:schreibe>{text}</x:schreibe>\n")
            if written >= size:
                break
        file.write("</x:transfer>\n")


def _objects(towns_share: float) -> Iterator[str]:
    """Give services, each followed by an office and 20 responsibilities, without end."""
    every = max(1, round(1 / towns_share))
    number = 0
    while True:
        number += 1
        area = _TOWN if number % every == 0 else f"08{number % 10_000_000_000:010d}"
        yield _service(number, area)
        yield _office(number, area)
        for index in range(20):
            yield (
                "<x:zustaendigkeitTransferObjekt>"
                f'<x:uebergeordnetesObjektID schemeAgencyID="L08">O{number}</x:uebergeordnetesObjektID>'
                f'<x:zustaendigkeit><x:id schemeAgencyID="L08">Z{number}-{index}</x:id>'
                f'<x:leistungID schemeAgencyID="L08">{number}</x:leistungID>'
                f"<x:gebietID>{area}</x:gebietID><x:rolle><code>02</code></x:rolle>"
                "</x:zustaendigkeit></x:zustaendigkeitTransferObjekt>"
            )


def _service(number: int, area: str) -> str:
    sentence = f"Dienst Nummer {number} erledigen wir nach Antrag und Prüfung der Unterlagen. "
    items = "&lt;ul&gt;&lt;li&gt;Antrag&lt;/li&gt;&lt;li&gt;Ausweis&lt;/li&gt;&lt;/ul&gt;"
    html = f"&lt;p&gt;{sentence * 8}&lt;/p&gt;{items}"
    modules = "".join(
        f"<x:modulText><x:leikaTextmodul><code>{code}</code></x:leikaTextmodul>"
        f'<x:inhalt languageCode="de">{html}</x:inhalt></x:modulText>'
        for code in _TEXT_CODES
    )
    return (
        f'<x:leistung><x:id schemeAgencyID="L08">{number}</x:id>'
        f'<x:modulText><x:leikaTextmodul><code>03</code></x:leikaTextmodul><x:inhalt languageCode="de">'
        f"Dienst {number} beantragen</x:inhalt></x:modulText>{modules}"
        f'<x:modulKosten><x:beschreibung languageCode="de">Die Gebühr beträgt {number % 90 + 10},00 Euro.'
        f"</x:beschreibung></x:modulKosten><x:gueltigkeitGebietID>{area}</x:gueltigkeitGebietID></x:leistung>"
    )


def _office(number: int, area: str) -> str:
    return (
        f'<x:organisationseinheit><x:id schemeAgencyID="L08">O{number}</x:id>'
        f'<x:name><x:name languageCode="de">Amt {number}</x:name></x:name><x:anschrift>'
        f"<x:strasse>Rathausplatz</x:strasse><x:hausnummer>{number % 99 + 1}</x:hausnummer>"
        "<x:postleitzahl>60999</x:postleitzahl><x:ort>Musterstadt</x:ort><x:verwaltungspolitischeKodierung>"
        f"<x:regionalschluessel><code>{area}</code></x:regionalschluessel></x:verwaltungspolitischeKodierung>"
        "</x:anschrift></x:organisationseinheit>"
    )


def measure(size: int) -> Report:
    """Make a transfer of `size` bytes and read it in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="xzufi-") as name:
        folder = Path(name)
        path = folder / "transfer.xml"
        write_transfer(path, size)
        began = perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", _READ, str(path), str(folder / "register.sqlite"), _TOWN],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        total = perf_counter() - began
        documents, read_s, highest, objects = done.stdout.split()
        megabytes = path.stat().st_size / _MEGABYTE
        return Report(
            megabytes=round(megabytes, 1),
            objects=int(objects),
            documents=int(documents),
            read_s=round(float(read_s), 1),
            total_s=round(total, 1),
            megabytes_per_s=round(megabytes / float(read_s), 1),
            highest_mib=round(float(highest), 1),
        )


def bench(
    megabytes: Annotated[int, typer.Option(min=1, help="Größe der Lieferung in MB")] = 1000,
    json: AsJson = False,
    markdown: AsMarkdown = False,
) -> None:
    """Misst Zeit und Speicher beim Lesen einer großen XZuFi-Lieferung."""
    del markdown
    report = measure(megabytes * _MEGABYTE)
    rows = tuple((name, str(value)) for name, value in report.model_dump().items())
    tell(report, Table(("what", "measured"), rows), json=json)
    end(missed=report.highest_mib > _LIMIT_MIB)


if __name__ == "__main__":
    typer.run(bench)
