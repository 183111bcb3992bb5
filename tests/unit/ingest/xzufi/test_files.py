"""Deliveries from disk: one file, a folder with or without an index, a ZIP."""

import io
import zipfile
from pathlib import Path

import pytest

from ingest.errors import SourceFailed
from ingest.xzufi.files import open_zip
from ingest.xzufi.inputs import Bounds, FileInput, FolderInput
from tests.unit.ingest.xzufi.conftest import Holder
from tests.unit.ingest.xzufi.messages import module, service, transfer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "lieferung"
    made.mkdir()
    for number in range(5):
        (made / f"XZUFI{number}.xml").write_bytes(transfer(service(str(number))))
    return made


def index(folder: Path, *names: str, end: str = "\r\n") -> None:
    (folder / "index.txt").write_bytes("".join(name + end for name in names).encode())


def test_the_index_says_which_files_count_and_the_others_are_reported(holder: Holder, folder: Path) -> None:
    index(folder, "XZUFI1.xml", "", "XZUFI3.xml")
    assert len(holder.take(FolderInput(folder))) == 2
    assert holder.report.unlisted == ["XZUFI0.xml", "XZUFI2.xml", "XZUFI4.xml"]


def test_without_an_index_all_xml_files_count_in_the_order_of_their_names(
    holder: Holder, folder: Path
) -> None:
    (folder / "XZUFI9.xml").write_bytes(transfer(service("0", title="Zuletzt")))
    found = holder.take(FolderInput(folder))
    assert len(found) == 5
    assert next(iter(found.values())).title == "Zuletzt"


@pytest.mark.parametrize("content", [b"", b"\r\n\r\n", b"\xef\xbb\xbf\n"])
def test_an_empty_index_is_refused(holder: Holder, folder: Path, content: bytes) -> None:
    (folder / "index.txt").write_bytes(content)
    with pytest.raises(SourceFailed, match="ist leer"):
        holder.take(FolderInput(folder))


def test_an_index_that_names_what_isnt_there_is_refused(holder: Holder, folder: Path) -> None:
    index(folder, "XZUFI1.xml", "XZUFI7.xml")
    with pytest.raises(SourceFailed, match=r"1 Dateien, die fehlen \(zuerst „XZUFI7.xml“\)"):
        holder.take(FolderInput(folder))


def test_a_shrunken_index_is_refused_and_the_full_one_read_again(holder: Holder, folder: Path) -> None:
    names = [f"XZUFI{number}.xml" for number in range(5)]
    index(folder, *names)
    holder.take(FolderInput(folder))
    index(folder, *names[:4])
    with pytest.raises(SourceFailed, match="nur noch 4 statt 5 Dateien"):
        holder.take(FolderInput(folder))
    index(folder, *names)
    holder.take(FolderInput(folder))
    assert holder.report.unchanged == 5


@pytest.mark.parametrize(
    "name",
    ["../geheim.xml", "/etc/passwd", "a/b.xml", "..\\x.xml", "http://x.example/a.xml", ".xml", "a%2fb.xml"],
)
def test_an_index_that_leads_elsewhere_is_refused(holder: Holder, folder: Path, name: str) -> None:
    index(folder, "XZUFI1.xml", name)
    with pytest.raises(SourceFailed, match="nur Namen von Dateien"):
        holder.take(FolderInput(folder))


def test_a_missing_file_or_folder_says_what_to_do(holder: Holder, tmp_path: Path) -> None:
    with pytest.raises(SourceFailed, match=r"berichtigen Sie city\.toml"):
        holder.take(FileInput(tmp_path / "fehlt.xml"))
    with pytest.raises(SourceFailed, match="ist kein Ordner"):
        holder.take(FolderInput(tmp_path / "fehlt"))
    (tmp_path / "leer").mkdir()
    with pytest.raises(SourceFailed, match="keine XML-Dateien"):
        holder.take(FolderInput(tmp_path / "leer"))


# --- archives


def packed(path: Path, **files: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return path


def test_an_archive_is_read_in_the_order_of_its_names(holder: Holder, tmp_path: Path) -> None:
    path = packed(
        tmp_path / "alles.zip",
        b__2_xml=transfer(service("1", title="Zuletzt")),
        a__1_xml=transfer(service("1"), service("2")),
        liesmich_txt=b"Hallo",
    )
    found = holder.take(FileInput(path))
    assert sorted(one.title for one in found.values()) == ["Personalausweis", "Zuletzt"]


def test_an_index_within_an_archive_counts(holder: Holder, tmp_path: Path) -> None:
    files = {
        "d__1_xml": transfer(service("1")),
        "d__2_xml": transfer(service("2")),
        "d__index_txt": b"2.xml\r\n",
    }
    assert len(holder.take(FileInput(packed(tmp_path / "a.zip", **files)))) == 1
    assert holder.report.unlisted == ["d/1.xml"]


def test_files_of_one_name_in_two_folders_are_both_read(holder: Holder, tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", x__1_xml=transfer(service("1")), y__1_xml=transfer(service("2")))
    assert len(holder.take(FileInput(path))) == 2


def test_a_bomb_is_refused_before_it_is_unpacked(holder: Holder, tmp_path: Path) -> None:
    bomb = transfer(*[service(str(n), module("06", "0" * 1_000_000)) for n in range(60)])
    path = packed(tmp_path / "bombe.zip", a_xml=bomb)
    assert len(bomb) > 300 * path.stat().st_size
    with pytest.raises(SourceFailed, match="stärker gepackt"):
        holder.take(FileInput(path))
    assert holder.documents == {}


def test_the_size_of_a_whole_delivery_is_bounded(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", a_xml=b"x" * 1000, b_xml=b"y" * 1000)

    def read() -> None:
        with open_zip(path, "a.zip", Bounds(total=1500)) as delivery:
            for part in delivery.parts:
                with part.open() as pieces:
                    list(pieces)

    with pytest.raises(SourceFailed, match="größer als erlaubt"):
        read()


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", **{f"f{number}_xml": b"x" for number in range(9)})
    with pytest.raises(SourceFailed, match="mehr als 5 Dateien"), open_zip(path, "a.zip", Bounds(files=5)):
        pass


def test_broken_archives_are_refused(holder: Holder, tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", transfer(service("1"), service("2")))
    whole = buffer.getvalue()
    (tmp_path / "kurz.zip").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(SourceFailed, match="kein lesbares ZIP-Archiv"):
        holder.take(FileInput(tmp_path / "kurz.zip"))
    (tmp_path / "faul.zip").write_bytes(whole[:60] + b"\xff" * 40 + whole[100:])
    with pytest.raises(SourceFailed, match=r"nicht entpacken|nicht wohlgeformt"):
        holder.take(FileInput(tmp_path / "faul.zip"))
    with pytest.raises(SourceFailed, match="ist keine XML-Datei"):
        holder.take(FileInput(packed(tmp_path / "leer.zip", liesmich_txt=b"Hallo")))
