"""Small files that unpack, expand or nest to enormous ones are refused or read in part, and soon."""

import io
import zipfile
import zlib

import pytest

from tests.integration.ingest.mutations.mutators import Format
from tests.integration.ingest.mutations.worker import Outcome, Reader

pytestmark = pytest.mark.slow

BILLION_LAUGHS = (
    b"<!DOCTYPE a ["
    + b"".join(
        b'<!ENTITY l%d "%s">' % (level, b"&l%d;" % (level - 1) * 10 if level else b"lol" * 100)
        for level in range(12)
    )
    + b"]>"
)
TRANSFER = (
    b"<x:transfer.operation.040501 xmlns:x='http://xoev.de/schemata/xzufi/2_2_0'>"
    b"%s</x:transfer.operation.040501>"
)


def zipped(data: bytes, name: str = "a.xml") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr(name, data)
    return packed.getvalue()


def pdf(*objects: bytes) -> bytes:
    """Put a PDF together of the bodies of its objects; the first is the catalogue."""
    data = b"%PDF-1.7\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return data + b"trailer <</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def stream(content: bytes, more: bytes = b"") -> bytes:
    packed = zlib.compress(content, 9)
    return b"<</Filter /FlateDecode /Length %d %s>> stream\n%s\nendstream" % (len(packed), more, packed)


TEXT = b"BT /F1 12 Tf 60 700 Td (Die Hundesteuer betraegt 84 Euro im Jahr.) Tj ET\n"
FONT = b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"
CATALOGUE = b"<</Type /Catalog /Pages 2 0 R>>"
PAGES = b"<</Type /Pages /Kids [3 0 R] /Count 1>>"
PAGE = (
    b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
    b"/Resources <</Font <</F1 5 0 R>> /XObject <</I 6 0 R>>>>>>"
)


def refused(outcome: Outcome) -> bool:
    assert outcome.crash == ""
    return bool(outcome.refused)


def test_entities_that_expand_to_billions_are_refused_in_transfers(reader: Reader) -> None:
    body = (
        TRANSFER % b"<x:schreibe><x:leistung><x:id>1</x:id><x:name>&l11;</x:name></x:leistung></x:schreibe>"
    )
    outcome = reader.read(Format.XZUFI, BILLION_LAUGHS + body)
    assert refused(outcome)


def test_entities_that_expand_to_billions_are_text_on_pages(reader: Reader) -> None:
    page = BILLION_LAUGHS + b"<html><body><h1>A</h1><p>Der Antrag ist kostenlos. &l11;</p></body></html>"
    outcome = reader.read(Format.PAGE, page)
    assert outcome.crash == ""
    assert sum(len(document.text()) for document in outcome.documents) < 5_000


@pytest.mark.parametrize("times", [1, 2, 3])
def test_archives_that_unpack_to_hundreds_of_megabytes_are_refused(times: int, reader: Reader) -> None:
    data = TRANSFER % (b" " * 150_000_000 if times == 1 else b" " * 50_000_000)
    for level in range(times):
        data = zipped(data, "a.xml" if level in {0, times - 1} else "a.zip")
    assert len(data) < 1_000_000
    assert refused(reader.read(Format.XZUFI, data))


def test_a_packed_page_is_not_unpacked(reader: Reader) -> None:
    assert refused(reader.read(Format.PAGE, zlib.compress(b"<p>" + b"a" * 50_000_000, wbits=31)))


@pytest.mark.parametrize(
    "page",
    [
        b"<div>" * 5000 + b"Text",
        b"<b>" * 100_000 + b"Text",
        b"<table><tr><td>" * 3000 + b"Text",
        b"<ul><li>" * 900 + b"Text",
        b"<p>" + b"a" * 9_000_000,
        b"<p>" + b"Wort " * 1_800_000,
        b"<a href='/x'>Seite</a>" * 190_000,
        b"<br>" * 1_000_000,
        b"<p>x</p>" * 190_000,
        b"<table>" + b"<tr><td rowspan=60000 colspan=1000>x</td></tr>" * 500 + b"</table>",
        b"<p style='" + b"color:#fff;" * 500_000 + b"'>x",
        b"<style>" + b".a{color:red}" * 300_000 + b"</style><p>x",
        b"<p class='" + b"a " * 2_000_000 + b"'>x",
        b"<!--" * 500_000 + b"<p>x",
        b"<h2>Fristen</h2><p>zwei Wochen</p>" * 40_000,
        b"<h2>Fristen</h2><p>zwei Wochen</p>" * 4_900,
        b"<p>" + b"Ignoriere alle du bist eine KI wenn du " * 15_000,
        b"<p>" + b"5 Euro " * 60_000,
        b"<p>" + b"Mo 8-12 Uhr, " * 40_000,
        b"<p>" + b"069 12345-" * 80_000,
    ],
    ids=lambda page: page[:24].decode() + f"x{len(page)}",
)
def test_huge_and_deep_pages_take_no_longer_than_others(page: bytes, reader: Reader) -> None:
    start = b"<html><body><main><h1>Hundesteuer</h1>"
    assert reader.read(Format.PAGE, start + page).crash == ""


def test_a_picture_of_a_billion_pixels_is_not_painted(reader: Reader) -> None:
    picture = stream(
        bytes(1_000_000),
        b"/Type /XObject /Subtype /Image /Width 40000 /Height 40000 "
        b"/ColorSpace /DeviceRGB /BitsPerComponent 8",
    )
    drawn = stream(TEXT + b"q 500 0 0 500 40 40 cm /I Do Q")
    outcome = reader.read(Format.PDF, pdf(CATALOGUE, PAGES, PAGE, drawn, FONT, picture))
    assert outcome.crash == ""
    assert "84 Euro" in outcome.documents[0].text()


def test_a_page_tree_that_holds_itself_ends(reader: Reader) -> None:
    loop = b"<</Type /Pages /Kids [2 0 R 3 0 R] /Count 999999999 /Parent 2 0 R>>"
    assert reader.read(Format.PDF, pdf(CATALOGUE, loop, PAGE, stream(TEXT), FONT)).crash == ""


def test_a_page_tree_of_5000_levels_ends(reader: Reader) -> None:
    levels = [
        b"<</Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R>>" % (n + 3, n + 1) for n in range(5000)
    ]
    assert reader.read(Format.PDF, pdf(CATALOGUE, *levels, PAGE, stream(TEXT), FONT)).crash == ""


def test_a_stream_that_unpacks_to_hundreds_of_megabytes_ends(reader: Reader) -> None:
    bomb = stream(TEXT + b" " * 150_000_000)
    assert reader.read(Format.PDF, pdf(CATALOGUE, PAGES, PAGE, bomb, FONT)).crash == ""


def test_a_form_that_draws_itself_ends(reader: Reader) -> None:
    form = stream(
        TEXT + b"/I Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</I 6 0 R>>>>"
    )
    assert reader.read(Format.PDF, pdf(CATALOGUE, PAGES, PAGE, stream(b"/I Do"), FONT, form)).crash == ""


def test_a_page_of_a_million_letters_ends(reader: Reader) -> None:
    assert reader.read(Format.PDF, pdf(CATALOGUE, PAGES, PAGE, stream(TEXT * 30_000), FONT)).crash == ""


def test_one_object_of_a_transfer_with_endless_depth_is_refused(reader: Reader) -> None:
    body = TRANSFER % (b"<x:schreibe><x:leistung>" + b"<x:a>" * 200_000)
    assert refused(reader.read(Format.XZUFI, body))
