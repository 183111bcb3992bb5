"""How a message is taken apart: what counts as an object, and what is refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.errors import Unreadable
from ingest.xzufi.stream import LARGEST_OBJECT, Event, Operation, Root, read_events
from tests.unit.ingest.xzufi.messages import deletion, module, office, online, service, transfer

BOMB = b"""<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>
<r xmlns="http://xoev.de/schemata/xzufi/2_2_0"><schreibe><leistung><id>&d;</id></leistung></schreibe></r>"""


def events(data: bytes, piece: int = 65536, largest: int = LARGEST_OBJECT) -> list[Event]:
    pieces = (data[start : start + piece] for start in range(0, len(data), piece))
    return list(read_events(pieces, largest=largest))


def written(data: bytes, piece: int = 65536) -> list[str]:
    return [
        f"{event.node.name} {event.node.value('id')}"
        for event in events(data, piece)
        if event.operation is Operation.WRITE
    ]


def test_operations_come_in_document_order() -> None:
    data = transfer(service("1"), deletion("Leistung", "1"), service("2"), office("7"))
    assert [event.operation for event in events(data) if event.operation is not Operation.HEAD] == [
        Operation.WRITE, Operation.DELETE, Operation.WRITE, Operation.WRITE,
    ]  # fmt: skip


@pytest.mark.parametrize("piece", [1, 7, 100, 65536])
def test_the_size_of_the_pieces_makes_no_difference(piece: int) -> None:
    data = transfer(service("1") + service("2"), office("7"))
    assert written(data, piece) == ["leistung 1", "leistung 2", "organisationseinheit 7"]


def test_a_schreibe_may_hold_several_objects() -> None:
    assert written(transfer(service("1") + office("7"))) == ["leistung 1", "organisationseinheit 7"]


def test_any_root_and_any_prefix_will_do() -> None:
    data = b"""<ganz.anders xmlns="http://xoev.de/schemata/xzufi/2_2_0" xmlns:y="http://xoev.de/schemata/xzufi/2_2_0">
    <y:schreibe><leistung><y:id>1</y:id></leistung></y:schreibe></ganz.anders>"""
    root = Root()
    found = list(read_events([data], root))
    assert [event.node.value("id") for event in found] == ["1"]
    assert root.namespace.endswith("2_2_0")


def test_a_catalogue_lists_services_at_any_depth_without_an_operation() -> None:
    data = b"""<leika xmlns="http://xoev.de/schemata/xzufi/2_1_0"><antwort><liste>
    <leistung><id>1</id></leistung><leistung><id>2</id></leistung></liste></antwort></leika>"""
    assert written(data) == ["leistung 1", "leistung 2"]


def test_a_single_object_may_be_the_root() -> None:
    assert written(b'<leistung xmlns="http://xoev.de/schemata/xzufi/2_3_1"><id>1</id></leistung>') == [
        "leistung 1"
    ]


def test_results_of_reports_hold_an_object_or_are_one() -> None:
    data = b"""<a xmlns="http://xoev.de/schemata/xzufi/2_1_0"><antwort>
    <ergebnisLeistung><leistung><id>1</id></leistung></ergebnisLeistung>
    <ergebnisLeistung><id>2</id></ergebnisLeistung></antwort></a>"""
    assert written(data) == ["leistung 1", "ergebnisLeistung 2"]


def test_names_inside_objects_are_no_objects() -> None:
    inside = "<x:herausgeber><x:gebiet><x:id>9</x:id></x:gebiet></x:herausgeber>"
    assert written(transfer(service("1", inside))) == ["leistung 1"]


def test_what_is_written_but_unknown_is_reported_and_nothing_inside_it_is_taken() -> None:
    data = transfer("<x:textbaustein><x:leistung><x:id>8</x:id></x:leistung></x:textbaustein>", service("1"))
    assert written(data) == ["leistung 1"]
    assert [event.path for event in events(data) if event.path] == ["schreibe/textbaustein"]


def test_unknown_elements_around_the_objects_are_reported() -> None:
    data = transfer(service("1")).replace(b"<x:schreibe>", b"<x:neu>1</x:neu><x:schreibe>", 1)
    data = data.replace(b"</x:transfer", b"<x:schluss/></x:transfer")
    paths = [event.path for event in events(data) if event.path]
    assert paths == ["transfer.operation.040501/neu", "transfer.operation.040501/schluss"]


def test_an_entity_bomb_is_refused() -> None:
    with pytest.raises(Unreadable, match="Dokumenttypdefinition"):
        events(BOMB)


def test_a_file_of_the_server_is_never_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("geheim")
    data = f"""<!DOCTYPE r [<!ENTITY e SYSTEM "file://{secret}">]>
    <r xmlns="http://xoev.de/schemata/xzufi/2_2_0"><schreibe><leistung><id>&e;</id></leistung></schreibe></r>"""
    with pytest.raises(Unreadable, match="Dokumenttypdefinition") as refused:
        events(data.encode())
    assert "geheim" not in str(refused.value)


def test_a_definition_elsewhere_is_refused_too() -> None:
    data = b'<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd"><r><schreibe/></r>'
    with pytest.raises(Unreadable, match="Dokumenttypdefinition"):
        events(data)


@pytest.mark.parametrize("cut", [40, 300, -1, -30])
def test_a_truncated_file_is_refused(cut: int) -> None:
    with pytest.raises(Unreadable, match="nicht wohlgeformt oder bricht ab"):
        events(transfer(service("1"), office("7"))[:cut])


@pytest.mark.parametrize("data", [b"", b"Leistung;Titel\n1;Ausweis", b"\x00\x01\x02", b"<a><b></a>"])
def test_what_is_no_xml_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="nicht wohlgeformt"):
        events(data)


def test_an_object_without_end_is_refused_before_it_fills_the_memory() -> None:
    def endless() -> Iterator[bytes]:
        yield transfer(service("1")).split(b"</x:leistung>")[0]
        for _ in range(1000):
            yield b"<x:modulText>" + b"x" * 10_000 + b"</x:modulText>"
        pytest.fail("read on")

    with pytest.raises(Unreadable, match="größer als 1 MB"):
        list(read_events(endless(), largest=1_000_000))


def test_many_objects_larger_than_the_bound_together_are_fine() -> None:
    data = transfer(*[service(str(number), module("06", "lang " * 200)) for number in range(50)])
    assert len(data) > 50_000
    assert len([one for one in events(data, 1000, largest=5_000) if one.operation is Operation.WRITE]) == 50


def test_absurd_nesting_is_refused() -> None:
    deep = "<x:a>" * 100 + "</x:a>" * 100
    with pytest.raises(Unreadable, match="geschachtelt"):
        events(transfer(service("1", deep)))


def test_other_encodings_are_read() -> None:
    text = transfer(online("3", name="Führerschein")).decode().replace("UTF-8", "ISO-8859-1")
    nodes = [event.node for event in events(text.encode("latin-1")) if event.operation is Operation.WRITE]
    assert nodes[0].value("bezeichnung") == "Führerschein"
