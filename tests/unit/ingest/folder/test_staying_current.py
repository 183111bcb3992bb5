"""A folder is read again only where it changed; what goes is gone, what can't be read stays."""

import os
from datetime import date
from pathlib import Path

import pytest

from ingest.errors import SourceFailed
from ingest.folder import files
from ingest.folder.reading import read_folder
from tests.unit.ingest.folder.conftest import Folder, texts


def test_an_unchanged_file_is_not_read_again(folder: Folder) -> None:
    folder.write("a.md", "# A\n\nEin Satz.")
    folder.write("b.md", "# B\n\nEin Satz dazu.")
    first = folder.read()
    second = folder.read()
    assert (first.parsed, second.parsed) == (2, 0)
    assert second.documents == first.documents


def test_a_file_that_was_only_touched_is_not_read_again(folder: Folder) -> None:
    path = folder.write("a.md", "# A\n\nEin Satz.")
    folder.read()
    os.utime(path, (1_700_000_000, 1_700_000_000))
    assert folder.read().parsed == 0


def test_a_change_is_seen_though_size_and_date_are_the_same(folder: Folder) -> None:
    path = folder.write("a.md", "# A\n\nDas kostet 10 Euro.")
    folder.read()
    times = (path.stat().st_atime_ns, path.stat().st_mtime_ns)
    path.write_text("# A\n\nDas kostet 20 Euro.", encoding="utf-8")
    os.utime(path, ns=times)
    assert "20 Euro" in folder.read().documents[0].text()


def test_another_setting_reads_everything_again(folder: Folder) -> None:
    folder.write("a.md", "# A\n\nEin Satz.")
    folder.read()
    reading = folder.read(audience="public")
    assert reading.parsed == 1
    assert reading.documents[0].audience == "public"


def test_a_broken_memory_is_forgotten(folder: Folder, tmp_path: Path) -> None:
    folder.write("a.md", "# A\n\nEin Satz.")
    folder.read()
    (tmp_path / "memory.json").write_text("{", encoding="utf-8")
    assert folder.read().parsed == 1


def test_a_changed_sidecar_reads_its_file_again(folder: Folder) -> None:
    folder.write("a.txt", "Ein Satz.")
    folder.write("a.yaml", "title: Eins")
    folder.read()
    folder.write("a.yaml", "title: Zwei")
    assert texts(folder.read().documents) == ["Zwei"]


def test_a_removed_file_is_gone(folder: Folder) -> None:
    path = folder.write("a.md", "# A\n\nEin Satz.")
    folder.write("b.md", "# B\n\nEin anderer Satz.")
    folder.read()
    path.unlink()
    reading = folder.read()
    assert texts([*reading.documents, *reading.kept]) == ["B"]


def test_hidden_and_temporary_files_are_passed_over(folder: Folder) -> None:
    folder.write("a.md", "# A\n\nEin Satz.")
    for name in (".geheim.md", "~$a.docx", "b.md.part", "c.md~", ".git/d.md", "__MACOSX/e.md", "f.tmp"):
        folder.write(name, "# Nein\n\nNicht lesen.")
    reading = folder.read()
    assert texts(reading.documents) == ["A"]
    assert (reading.failed, reading.left_out) == ({}, {})


def test_links_out_of_the_folder_are_refused(folder: Folder, tmp_path: Path) -> None:
    folder.write("a.md", "# A\n\nEin Satz.")
    (tmp_path / "secret.md").write_text("# Geheim\n\nNicht für hier.", encoding="utf-8")
    (folder.path / "link.md").symlink_to(tmp_path / "secret.md")
    (folder.path / "ordner").symlink_to(tmp_path)
    (folder.path / "tot.md").symlink_to(tmp_path / "nichts.md")
    reading = folder.read()
    assert texts(reading.documents) == ["A"]
    assert "führt aus dem Ordner hinaus" in reading.left_out["link.md"]
    assert "Verknüpfungen auf Ordner" in reading.left_out["ordner/"]
    assert "lässt sich nicht öffnen" in reading.failed["tot.md"]


def test_a_pipe_does_not_hang_the_reading(folder: Folder) -> None:
    folder.write("a.md", "# A\n\nEin Satz.")
    os.mkfifo(folder.path / "rohr.md")
    assert folder.read().left_out == {"rohr.md": "Das ist keine gewöhnliche Datei."}


def test_other_kinds_of_files_are_named_with_what_to_do(folder: Folder) -> None:
    folder.write("a.md", "# A\n\nEin Satz.")
    folder.write("alt.doc", b"x")
    folder.write("tabelle.xlsx", b"x")
    folder.write("allein.yaml", "title: Nichts")
    left_out = folder.read().left_out
    assert "als .docx" in left_out["alt.doc"]
    assert "als .pdf" in left_out["tabelle.xlsx"]
    assert "keine Datei gleichen Namens" in left_out["allein.yaml"]


def test_a_file_beyond_its_bounds_is_refused(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_LARGEST_OTHER", 100)
    folder.write("a.md", "# A\n\nEin Satz.")
    folder.write("b.md", "# B\n\n" + "Ein Satz. " * 20)
    assert "größer als" in folder.read().failed["b.md"]


def test_two_copies_become_one_document(folder: Folder) -> None:
    for name in ("a.md", "kopie/a.md"):
        folder.write(name, "# A\n\nEin Satz.")
    for _ in range(2):
        reading = folder.read()
        assert [one.id for one in reading.documents] == ["wissen:/a.md"]
        assert reading.copies == {"kopie/a.md": "wissen:/a.md"}


def test_names_are_the_same_however_they_are_composed(folder: Folder) -> None:
    folder.write("Pa\u0308sse.md", "# Pässe\n\nEin Satz.")
    assert [one.id for one in folder.read().documents] == ["wissen:/Pässe.md"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_folder_without_access_keeps_what_was_read(folder: Folder) -> None:
    folder.write("a.md", "# A\n\nEin Satz.")
    folder.write("zu/b.md", "# B\n\nNoch ein Satz.")
    folder.read()
    (folder.path / "zu").chmod(0)
    try:
        reading = folder.read()
    finally:
        (folder.path / "zu").chmod(0o700)
    assert "zu/" in reading.failed
    assert texts(reading.kept) == ["B"]


def test_an_unreadable_file_keeps_its_earlier_document(folder: Folder) -> None:
    folder.write("a.md", "# A\n\nEin Satz.")
    folder.write("b.txt", "Ein Satz.")
    folder.read()
    folder.write("b.txt", b"\x00\x00\x00")
    reading = folder.read()
    assert texts(reading.documents) == ["A"]
    assert [one.id for one in reading.kept] == ["wissen:/b.txt"]


@pytest.mark.parametrize("exists", [True, False])
def test_a_drive_that_is_not_there_fails_the_source_and_loses_nothing(
    folder: Folder, *, exists: bool
) -> None:
    path = folder.write("a.md", "# A\n\nEin Satz.")
    folder.read()
    path.unlink()
    if not exists:
        folder.path.rmdir()
    with pytest.raises(SourceFailed, match=r"Laufwerk verbunden|gibt es nicht"):
        folder.read()
    assert texts(folder.stored) == ["A"]


def test_progress_counts_the_files(folder: Folder, tmp_path: Path) -> None:
    from corpus.sources import FolderSource

    for name in ("a.md", "b.md"):
        folder.write(name, f"# {name}\n\nEin Satz über {name}.")
    seen: list[tuple[str, int, int | None]] = []
    source = FolderSource(type="folder", name="wissen", folder=folder.path)
    read_folder(
        source,
        "k",
        tmp_path / "m.json",
        list,
        date(2026, 1, 1),
        lambda stage, done, total=None: seen.append((stage, done, total)),
    )
    assert seen[-1] == ("Ordner „wissen“ lesen", 2, 2)
