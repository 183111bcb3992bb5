"""Spoilt transfers: whatever is done to one, there are documents or one clear sentence, and soon."""

import io
import random
import re
import time
import zipfile
from pathlib import Path

import pytest

from corpus.records import Document
from ingest.errors import SourceFailed
from tests.unit.ingest.xzufi.conftest import Holder
from tests.unit.ingest.xzufi.messages import (
    address,
    channel,
    cost,
    deletion,
    described,
    module,
    office,
    online,
    own_responsibility,
    responsible,
    service,
    transfer,
)

ROUNDS = 250
LONGEST = 5.0
_TAG = re.compile(rb"<[^<>]+>")
_STRANGE = [
    b"", b"\x00", b"\xff\xfe", b"&nbsp;", b"&lol;", b"<", b">", b"]]>", b"<![CDATA[", b"<!--", b"<?x?>",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&#0;", b"&#xD800;", b"9" * 400, b"-1", b"\xc3", b"<x:leistung>",
    b"</x:leistung>", b"<x:id/>", "\u202e\u200b".encode(), b"languageCode='\xc3\xa4'", b"\r\n" * 50,
]  # fmt: skip


def whole() -> bytes:
    html = "<h3>A</h3><ul><li>x</li></ul><table><tr><td>1</td></tr></table>"
    return transfer(
        service(
            "1",
            module("06", html, en="Text"),
            described("modulKosten", "12 Euro", cost("<x:betrag>41.00</x:betrag>", "ab 24 Jahren")),
            "<x:gueltigkeit><x:beginn>2024-01-01</x:beginn></x:gueltigkeit>",
        ),
        office("7", address(), channel("02", "069 90009-200"), responsible()),
        online("3"),
        own_responsibility("3"),
        deletion("Leistung", "2"),
    )


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """Do up to three of: cut, flip a byte, put something strange in, drop, double, swap, rename elements."""
    for _ in range(chance.randint(1, 3)):
        tags = list(_TAG.finditer(data)) or list(re.finditer(rb".", data))
        if not tags:
            return data
        one, other = chance.choice(tags), chance.choice(tags)
        start, end = sorted((one.start(), other.start()))
        match chance.randrange(7):
            case 0:
                data = data[: chance.randrange(len(data))]
            case 1:
                place = chance.randrange(len(data))
                data = data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]
            case 2:
                place = chance.choice([one.start(), one.end(), chance.randrange(len(data))])
                data = data[:place] + chance.choice(_STRANGE) + data[place:]
            case 3:
                data = data[:start] + data[end:]
            case 4:
                data = data[:end] + data[start:end] * chance.randint(1, 4) + data[end:]
            case 5:
                data = data.replace(one[0], other[0])
            case 6:
                data = data.replace((one[0].strip(b"</>").split() or [b"x:id"])[0], b"x:neu")
    return data


@pytest.mark.parametrize("seed", range(4))
def test_no_spoilt_transfer_crashes_hangs_or_shows_markup(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    data = whole()
    read = 0
    for _ in range(ROUNDS):
        began = time.perf_counter()
        found = documents(spoilt(data, chance), tmp_path)
        assert time.perf_counter() - began < LONGEST
        read += bool(found)
        for document in found:
            assert document.title
            assert not re.search(r"</?(?:p|ul|li|h3|td|script)\b", document.text())
    # What is spoilt within a text can still be read; if nothing could, nothing would have been tested.
    assert read > ROUNDS / 20


def test_no_spoilt_archive_crashes(tmp_path: Path) -> None:
    chance = random.Random(5)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("index.txt", "a.xml\r\nb.xml")
        archive.writestr("a.xml", whole())
        archive.writestr("b.xml", whole())
    read = 0
    for _ in range(ROUNDS):
        data = bytearray(buffer.getvalue())
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(4, len(data))] = chance.randrange(256)
        read += bool(documents(bytes(data), tmp_path))
    assert read > ROUNDS / 50


def documents(data: bytes, folder: Path) -> list[Document]:
    holder = Holder(folder)
    holder.register = None
    try:
        return list(holder.read(data).values())
    except SourceFailed as refused:
        assert str(refused)[-1] in ".)"  # noqa: PT017 - both ways out are right
        return []
