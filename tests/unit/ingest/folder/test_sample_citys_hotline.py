"""The sample city's folder for the hotline can be read, and nothing in it is for citizens."""

from datetime import date
from importlib.resources import files
from pathlib import Path

from corpus.city import load_city
from corpus.records import Audience, DocumentKind
from corpus.sources import FolderSource
from ingest.folder.reading import read_folder


def test_every_file_of_the_hotline_is_read_and_internal(tmp_path: Path) -> None:
    city = load_city(Path(str(files("corpus.musterstadt"))))
    (source,) = [one for one in city.sources if isinstance(one, FolderSource)]
    reading = read_folder(source, city.id, tmp_path / "memory.json", list, date(2026, 11, 1))
    assert (reading.failed, reading.left_out, reading.hints) == ({}, {}, {})
    assert {document.id for document in reading.documents} == {
        "hotline:/abfall/sperrmuell-beschwerden.txt",
        "hotline:/ausweise/reisepass-eilfall.md",
        "hotline:/ausweise/verlust-am-telefon.md",
        "hotline:/beschwerden.md",
        "hotline:/stoerung-fachverfahren.docx",
    }
    assert {document.audience for document in reading.documents} == {Audience.INTERNAL}
    by_title = {document.title: document for document in reading.documents}
    assert by_title["Reisepass im Eilfall: Hinweise für die Hotline"].kind is DocumentKind.SERVICE
    assert "Interner Anschluss: 5206" in by_title["Vertretung bei Ausfall des Fachverfahrens"].text()
