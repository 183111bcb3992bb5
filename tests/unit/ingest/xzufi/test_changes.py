"""What changes from one transfer to the next: full deliveries, deltas, deletions, refusals."""

import sqlite3
from datetime import date

import pytest

from ingest.errors import SourceFailed
from ingest.xzufi.inputs import FileInput
from ingest.xzufi.options import Mode, Options
from ingest.xzufi.transfer import read_transfer
from tests.unit.ingest.xzufi.conftest import Holder
from tests.unit.ingest.xzufi.messages import (
    AGENCY,
    TOWN,
    deletion,
    module,
    office,
    own_responsibility,
    responsible,
    service,
    transfer,
)


def ids(*numbers: str, kind: str = "LB") -> list[str]:
    return [f"xzufi:{AGENCY}.{kind}.{number}" for number in numbers]


def ten(*without: int, changed: int | None = None) -> bytes:
    return transfer(
        *(
            service(
                str(number), module("06", "Neu." if number == changed else "Alt."), title=f"Dienst {number}"
            )
            for number in range(10)
            if number not in without
        )
    )


# --- full deliveries


def test_the_same_delivery_twice_changes_nothing(holder: Holder) -> None:
    holder.read(ten())
    holder.read(ten())
    assert (holder.wrote, holder.deleted, holder.report.unchanged) == ([], [], 10)


def test_only_what_says_something_else_is_written(holder: Holder) -> None:
    holder.read(ten())
    holder.read(ten(changed=4))
    assert (holder.wrote, holder.report.changed, holder.report.unchanged) == (ids("4"), 1, 9)


def test_what_a_full_delivery_no_longer_holds_is_deleted(holder: Holder) -> None:
    holder.read(ten())
    holder.read(ten(3))
    assert (holder.wrote, holder.deleted) == ([], ids("3"))


def test_a_full_delivery_needs_no_register(holder: Holder) -> None:
    holder.register = None
    holder.read(ten())
    holder.read(ten(3, changed=4))
    assert (holder.wrote, holder.deleted) == (ids("4"), ids("3"))


def test_a_shrunken_delivery_is_refused_and_changes_nothing(holder: Holder) -> None:
    holder.read(ten())
    with pytest.raises(SourceFailed, match=r"fehlen 2 von 10 Objekten.*max_loss"):
        holder.read(ten(3, 4))
    holder.read(ten())
    assert (holder.wrote, holder.report.unchanged) == ([], 10)


def test_the_share_that_may_be_lost_can_be_set(holder: Holder) -> None:
    holder.read(ten())
    holder.options = Options(max_loss=1.0)
    holder.read(ten(3, 4, 5, 6))
    assert holder.deleted == ids("3", "4", "5", "6")


@pytest.mark.parametrize("empty", [transfer(), transfer(deletion("Leistung", "1"))])
def test_a_full_delivery_without_objects_is_refused(holder: Holder, empty: bytes) -> None:
    holder.read(ten())
    with pytest.raises(SourceFailed, match="kein einziges Objekt"):
        holder.read(empty)
    assert len(holder.documents) == 10


def test_what_is_deleted_in_so_many_words_is_no_loss(holder: Holder) -> None:
    holder.read(ten())
    gone = [deletion("Leistung", str(number)) for number in range(6)]
    holder.read(
        ten(*range(6)).replace(b"</x:nachrichtenkopf>", b"</x:nachrichtenkopf>" + "".join(gone).encode())
    )
    assert holder.deleted == ids("0", "1", "2", "3", "4", "5")


def test_a_translation_that_is_withdrawn_goes_and_its_service_stays(holder: Holder) -> None:
    holder.read(transfer(service("1", module("06", "Text.", en="Text."))))
    holder.read(transfer(service("1", module("06", "Text."))))
    assert (list(holder.documents), holder.deleted) == (ids("1"), [f"{ids('1')[0]}@en"])


# --- deltas


def test_a_delta_leaves_alone_what_it_doesnt_name(holder: Holder) -> None:
    holder.read(ten(), mode=Mode.DELTA)
    holder.read(transfer(service("4", title="Neuer Titel")), mode=Mode.DELTA)
    assert (holder.wrote, holder.deleted, len(holder.documents)) == (ids("4"), [], 10)


def test_a_delta_may_say_nothing(holder: Holder) -> None:
    holder.read(ten(), mode=Mode.DELTA)
    holder.read(transfer(), mode=Mode.DELTA)
    assert (holder.wrote, holder.deleted) == ([], [])


def test_a_deletion_deletes_every_document_of_an_object(holder: Holder) -> None:
    holder.read(transfer(service("1", module("06", "Text.", en="Text.")), office("1")), mode=Mode.DELTA)
    holder.read(transfer(deletion("Leistung", "1")), mode=Mode.DELTA)
    assert holder.deleted == [*ids("1"), f"{ids('1')[0]}@en"]
    assert list(holder.documents) == ids("1", kind="OE")


def test_deleting_what_was_never_there_is_normal_and_counted(holder: Holder) -> None:
    many = [deletion("Zustaendigkeit", str(number)) for number in range(100)]
    holder.read(transfer(service("1"), deletion("LeistungSpezialisierung", "5"), *many), mode=Mode.DELTA)
    assert (holder.report.orphan_deletions, len(holder.documents)) == (101, 1)


def test_an_unknown_kind_of_deletion_is_reported(holder: Holder) -> None:
    holder.read(transfer(service("1"), deletion("Vertrag", "1")), mode=Mode.DELTA)
    assert dict(holder.report.broken_objects) == {"Eine Löschung nennt die unbekannte Klasse „Vertrag“.": 1}


def test_the_order_within_a_delivery_counts(holder: Holder) -> None:
    first, last = service("1", title="Zuerst"), service("1", title="Zuletzt")
    found = holder.read(transfer(first, deletion("Leistung", "1"), last))
    assert [one.title for one in found.values()] == ["Zuletzt"]
    holder.read(transfer(first, last, deletion("Leistung", "1"), service("2")), mode=Mode.DELTA)
    assert list(holder.documents) == ids("2")


def test_an_object_written_twice_counts_once_as_last_written(holder: Holder) -> None:
    found = holder.read(transfer(service("1", module("06", "Lang.")), service("1", title="Kurz")))
    assert [(one.title, one.sections) for one in found.values()] == [("Kurz", ())]
    assert holder.report.repeated == 1


def test_a_later_responsibility_changes_the_service_it_is_for(holder: Holder) -> None:
    holder.read(transfer(service("1"), service("2"), office("7")), mode=Mode.DELTA)
    holder.read(transfer(own_responsibility("7")), mode=Mode.DELTA)
    assert holder.wrote == ids("1")
    assert holder.documents[ids("1")[0]].office_ids == tuple(ids("7", kind="OE"))
    holder.read(transfer(deletion("Zustaendigkeit", "Z9")), mode=Mode.DELTA)
    assert (holder.wrote, holder.documents[ids("1")[0]].office_ids) == (ids("1"), ())


def test_an_office_written_anew_replaces_its_nested_responsibilities(holder: Holder) -> None:
    holder.read(transfer(service("1"), service("2"), office("7", responsible("1"))), mode=Mode.DELTA)
    holder.read(transfer(office("7", responsible("2"))), mode=Mode.DELTA)
    assert holder.documents[ids("1")[0]].office_ids == ()
    assert holder.documents[ids("2")[0]].office_ids == tuple(ids("7", kind="OE"))


def test_a_service_that_moves_to_another_area_goes(holder: Holder) -> None:
    holder.options = Options(areas=(TOWN,))
    area = "<x:gueltigkeitGebietID>{}</x:gueltigkeitGebietID>"
    holder.read(transfer(service("1", area.format(TOWN)), service("2")), mode=Mode.DELTA)
    holder.read(transfer(service("1", area.format("06"))), mode=Mode.DELTA)
    assert holder.deleted == ids("1")


def test_other_areas_in_the_settings_start_the_register_anew(holder: Holder) -> None:
    holder.options = Options(areas=(TOWN,))
    holder.read(transfer(service("1"), service("2", "<x:gueltigkeitGebietID>06</x:gueltigkeitGebietID>")))
    holder.options = Options(areas=("064350014014",))
    found = holder.read(
        transfer(service("1"), service("2", "<x:gueltigkeitGebietID>06</x:gueltigkeitGebietID>"))
    )
    assert len(found) == 2
    assert "Gebiete" in holder.report.warnings[0]


def test_the_passing_of_time_alone_changes_documents(holder: Holder) -> None:
    until = "<x:gueltigkeit><x:ende>2026-12-31</x:ende></x:gueltigkeit>"
    holder.read(transfer(service("1", until), service("2")), mode=Mode.DELTA)
    holder.today = date(2027, 1, 1)
    holder.read(transfer(), mode=Mode.DELTA)
    assert holder.deleted == ids("1")


def test_changes_are_told_until_the_caller_holds_them(holder: Holder) -> None:
    holder.read(ten(), mode=Mode.DELTA)
    lost = ids("4")[0]
    del holder.documents[lost]
    holder.read(transfer(), mode=Mode.DELTA)
    assert holder.wrote == [lost]


def test_an_interrupted_run_is_made_good_by_the_next(holder: Holder) -> None:
    holder.read(ten())
    path = holder.folder / "delivery" / "0000.xml"
    path.write_bytes(ten(3, changed=4))
    known = {name: one.content_hash() for name, one in holder.documents.items()}
    started = read_transfer(
        FileInput(path), city="stadt", source_name="xzufi", known=known, register=holder.register
    )
    next(started)
    del started
    holder.read(ten(3, changed=4))
    assert (holder.wrote, holder.deleted) == (ids("4"), ids("3"))


def test_a_lost_register_removes_nothing_and_is_told(holder: Holder) -> None:
    holder.read(transfer(service("1"), service("2")), mode=Mode.DELTA)
    assert holder.register is not None
    holder.register.unlink()
    holder.read(transfer(service("3")), mode=Mode.DELTA)
    assert (len(holder.documents), holder.deleted) == (3, [])
    assert "vollständige Lieferung" in holder.report.warnings[0]
    holder.read(transfer(deletion("Leistung", "1")), mode=Mode.DELTA)
    assert (holder.deleted, holder.report.warnings) == (ids("1"), [])


def test_a_delta_without_a_register_is_a_mistake_of_the_caller(holder: Holder) -> None:
    with pytest.raises(ValueError, match="register"):
        read_transfer(FileInput(holder.folder), city="stadt", source_name="xzufi", mode=Mode.DELTA)


# --- files that are broken, registers that are in use


def test_a_broken_file_counts_not_at_all_and_nothing_is_removed(holder: Holder) -> None:
    holder.read(ten(8, 9), transfer(service("8"), service("9")))
    holder.read(ten(8, 9, changed=4), transfer(service("8", title="Anders"), service("9"))[:-40])
    assert (holder.wrote, holder.deleted) == (ids("4"), [])
    assert [one.name for one in holder.report.failed] == ["0001.xml"]
    assert holder.report.written == {"LB": 8}
    assert any("nichts entfernt" in warning for warning in holder.report.warnings)


def test_a_delivery_of_broken_files_only_fails(holder: Holder) -> None:
    with pytest.raises(SourceFailed, match=r"Keine Datei .* ist lesbar; zuerst 0000.xml"):
        holder.read(b"<kaputt", b"<auch")


def test_a_file_that_is_no_xzufi_is_refused(holder: Holder) -> None:
    with pytest.raises(SourceFailed, match="enthält keine XZuFi-Daten"):
        holder.read(b"<rss><channel><item/></channel></rss>")


def test_two_runs_at_once_are_told_apart(holder: Holder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.xzufi.register_file._LOCK_WAIT", 0.1)
    holder.read(ten())
    assert holder.register is not None
    other = sqlite3.connect(holder.register)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(SourceFailed, match="von einem anderen Lauf benutzt"):
        holder.read(ten())
    other.close()
    holder.read(ten())
    assert holder.report.unchanged == 10


def test_a_damaged_register_says_what_to_do(holder: Holder) -> None:
    assert holder.register is not None
    holder.register.write_bytes(b"kein SQLite" * 100)
    with pytest.raises(SourceFailed, match=r"beschädigt\. Bitte löschen Sie die Datei"):
        holder.read(ten())


def test_what_hasnt_changed_is_not_made_again(holder: Holder, monkeypatch: pytest.MonkeyPatch) -> None:
    holder.read(ten())
    monkeypatch.setattr("ingest.xzufi.service_document.find_facts", None)
    holder.read(ten())
    assert holder.report.unchanged == 10
