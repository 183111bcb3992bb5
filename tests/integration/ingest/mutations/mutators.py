"""Ways in which pages, PDFs and transfers are spoilt: by bad lines, bad software and bad people."""

import codecs
import gzip
import io
import random
import re
import zipfile
from collections.abc import Callable
from enum import StrEnum

Mutator = Callable[[bytes, random.Random], bytes]

_TAG = re.compile(rb"<[^<>]{1,2000}>")
_NUMBER = re.compile(rb"\b\d{1,10}\b")
_REFERENCE = re.compile(rb"\b\d{1,5} 0 R\b")
_OBJECT = re.compile(rb"\d+ 0 obj.{0,20000}?endobj", re.DOTALL)
_STRANGE = [
    b'\x00', b'\xff\xfe', b'\xef\xbb\xbf', b'&lol;', b'&#0;', b'&#xD800;', b'&#x110000;',
    b'&#999999999999;', b'<', b'>', b']]>', b'<![CDATA[', b'<!--', b'-->', b'<?php',
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b'</html>', b'<html>', b'<body>', b'<plaintext>', b'<textarea>',
    b'<script>', b'<style>', b'<svg><title>', b'<math><mi>', b'<template>', b'<frameset>',
    b'<table><tr><td>', b'</div></div></div>', b"<base href='javascript:1'>",
    b"9" * 400,
    b'\xc3', b'\xed\xa0\x80', b'\xe2\x80\xae\xe2\x80\x8b\xf3\xa0\x81\x81',
    b"\r\n" * 50,
    b"<a href='http://[::1'>x</a>", b"<a href='http://a:99999999/'>x</a>",
    b"<ol start='99999999999999999999999'><li>x</ol>", b"<li value='-1'>",
    b"<time datetime='99999-99-99'>", b"<meta charset='utf-16'>", b"<meta charset='no such set'>",
    b"<p lang='\xff'>", b'<h7>', b"<x:y:z a:b:c='d'/>", b"<td rowspan='99999' colspan='99999'>x</td>",
    b"<a href='data:text/html;base64,PGI+'>x</a>",
]  # fmt: skip


class Format(StrEnum):
    """What is spoilt."""

    PAGE = "page"
    PDF = "pdf"
    XZUFI = "xzufi"


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def flip_bits(data: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(chance.choice([1, 5, 50])):
        if spoilt:
            spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def zero(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    end = min(len(data), start + chance.choice([1, 100, 4000]))
    return data[:start] + bytes(end - start) + data[end:]


def double_slice(data: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:end] + data[start:end] + data[end:]


def drop_slice(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.choice([1, 30, 3000]) :]


def put_something_strange(data: bytes, chance: random.Random) -> bytes:
    tags = list(_TAG.finditer(data))
    place = chance.choice(tags).end() if tags and chance.random() < 0.5 else chance.randrange(len(data) + 1)
    return data[:place] + chance.choice(_STRANGE) + data[place:]


def drop_tag(data: bytes, chance: random.Random) -> bytes:
    tags = list(_TAG.finditer(data))
    if not tags:
        return data
    one = chance.choice(tags)
    return data[: one.start()] + data[one.end() :]


def double_tag(data: bytes, chance: random.Random) -> bytes:
    tags = list(_TAG.finditer(data))
    if not tags:
        return data
    one = chance.choice(tags)
    return data[: one.end()] + one[0] * chance.choice([1, 3, 40]) + data[one.end() :]


def swap_tags(data: bytes, chance: random.Random) -> bytes:
    tags = list(_TAG.finditer(data))
    if len(tags) < 2:
        return data
    one, other = sorted(chance.sample(tags, 2), key=lambda tag: tag.start())
    between = data[one.end() : other.start()]
    return data[: one.start()] + other[0] + between + one[0] + data[other.end() :]


def leave_open(data: bytes, chance: random.Random) -> bytes:
    """Take away all end tags of one name, or a part of all end tags."""
    ends = sorted(set(re.findall(rb"</[\w:]+>", data)))
    return data.replace(chance.choice(ends), b"") if ends else data


def rename(data: bytes, chance: random.Random) -> bytes:
    found = sorted(set(re.findall(rb"</([\w:]+)>", data)))
    if not found:
        return data
    name, new = chance.choice(found), chance.choice([*found, b"x", b"table", b"p", b"li", b"select"])
    return re.sub(rb"(</?)" + re.escape(name) + rb"\b", rb"\1" + new, data)


def break_quotes(data: bytes, chance: random.Random) -> bytes:
    places = [match.start() for match in re.finditer(rb"[\"']", data)]
    if not places:
        return data
    place = chance.choice(places)
    return data[:place] + data[place + 1 :]


def giant_attribute(data: bytes, chance: random.Random) -> bytes:
    tags = list(_TAG.finditer(data))
    if not tags:
        return data
    place = chance.choice(tags).end() - 1
    value = chance.choice([b"a", b"a ", b"-", b";color:", b"{}", b"\xc3\xa4"]) * 100_000
    return (
        data[:place]
        + b' %s="%s"' % (chance.choice([b"class", b"style", b"title", b"id"]), value)
        + data[place:]
    )


def nest(data: bytes, chance: random.Random) -> bytes:
    """Nest elements 5,000 deep."""
    name = chance.choice(
        [b"div", b"b", b"ul><li", b"table><tr><td", b"section", b"x:y", b"a", b"blockquote", b"dl><dd"]
    )
    place = chance.choice([match.end() for match in _TAG.finditer(data)] or [0])
    return data[:place] + b"<%s>" % name * 5000 + data[place:]


def entities(data: bytes, _: random.Random) -> bytes:
    """Declare entities that expand to a billion letters ("billion laughs")."""
    declared = b"".join(
        b'<!ENTITY l%d "%s">' % (level, b"&l%d;" % (level - 1) * 10 if level else b"lol")
        for level in range(10)
    )
    start = re.match(rb"\s*<\?xml[^>]*>", data)
    place = start.end() if start else 0
    body = data[place:].replace(b">", b">&l9;", 3)
    return data[:place] + b"<!DOCTYPE a [" + declared + b"]>" + body


def other_charset(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(
        chance.choice(["utf-16", "utf-32", "cp1252", "utf-7", "cp037", "iso2022_jp"]), "replace"
    )


def declare_charset(data: bytes, chance: random.Random) -> bytes:
    name = chance.choice(
        [b"utf-16", b"utf-7", b"rot13", b"hex", b"zlib", b"idna", b"unicode_escape", b"shift_jis", b"nix"]
    )
    return re.sub(rb"(?i)(charset|encoding)=([\"']?)[\w-]+", rb"\1=\2" + name, data)


def mix_charsets(data: bytes, chance: random.Random) -> bytes:
    half = chance.randrange(len(data) + 1)
    return data[:half] + data[half:].decode("utf-8", "replace").encode("cp1252", "replace")


def byte_order_mark(data: bytes, chance: random.Random) -> bytes:
    return chance.choice([codecs.BOM_UTF16_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF8 * 3]) + data


def as_xml(data: bytes, _: random.Random) -> bytes:
    return b"<?xml version='1.0' encoding='utf-8'?><page><![CDATA[" + data + b"]]></page>"


def pack(data: bytes, chance: random.Random) -> bytes:
    """Send it packed, as no page should be, once or in one another."""
    if chance.random() < 0.3:
        return gzip.compress(data, mtime=0)
    for _ in range(chance.choice([1, 2, 5])):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(
                zipfile.ZipInfo(chance.choice(["a.xml", "index.txt", "../a.xml", "a.zip"])), data
            )
        data = packed.getvalue()
    return data


def change_number(data: bytes, chance: random.Random) -> bytes:
    """Lie about a count, a length or an offset."""
    numbers = list(_NUMBER.finditer(data))
    for one in sorted(
        chance.sample(numbers, min(len(numbers), chance.choice([1, 4]))), key=lambda one: -one.start()
    ):
        new = chance.choice([b"0", b"-1", b"999999999", b"2147483648", b"18446744073709551616", b"1", b"7"])
        data = data[: one.start()] + new + data[one.end() :]
    return data


def redirect_reference(data: bytes, chance: random.Random) -> bytes:
    """Let objects refer to others, or in circles."""
    references = list(_REFERENCE.finditer(data))
    if not references:
        return data
    one, other = chance.choice(references), chance.choice(references)
    return data[: one.start()] + other[0] + data[one.end() :]


def double_object(data: bytes, chance: random.Random) -> bytes:
    objects = list(_OBJECT.finditer(data))
    if len(objects) < 2:
        return data
    one, other = chance.sample(objects, 2)
    number = re.match(rb"\d+", other[0])
    renamed = re.sub(rb"^\d+", number[0] if number else b"1", one[0])
    return data[: other.start()] + renamed + data[other.end() :]


def break_xref(data: bytes, chance: random.Random) -> bytes:
    place = data.rfind(b"xref", 0, max(0, data.rfind(b"startxref")))
    if place < 0:
        return data
    return chance.choice(
        [
            data[:place] + data[data.rfind(b"trailer") :],
            data[:place] + re.sub(rb"\d{10}", lambda _: b"%010d" % chance.randrange(len(data)), data[place:]),
            data[:place] + data[place:].replace(b" n", b" f"),
            re.sub(rb"startxref\s+\d+", b"startxref\n%d" % chance.randrange(len(data) + 9), data),
            data.replace(b"trailer", b"trailer <</Prev %d>>" % place),
        ]
    )


_ANY: tuple[Mutator, ...] = (cut, flip_bits, zero, double_slice, drop_slice, put_something_strange)
_MARKUP: tuple[Mutator, ...] = (
    drop_tag, double_tag, swap_tags, leave_open, rename, break_quotes, giant_attribute, nest, entities,
    other_charset, declare_charset, mix_charsets, byte_order_mark, as_xml, pack,
)  # fmt: skip
MUTATORS: dict[Format, tuple[Mutator, ...]] = {
    Format.PAGE: (*_ANY, *_MARKUP),
    Format.XZUFI: (*_ANY, *_MARKUP),
    Format.PDF: (
        *_ANY,
        change_number,
        redirect_reference,
        double_object,
        break_xref,
        change_number,
        break_xref,
    ),
}


def spoilt(data: bytes, what: Format, chance: random.Random) -> bytes:
    """Spoil `data` in one to three ways, chosen by `chance`: the same for the same seed."""
    for _ in range(chance.choice([1, 1, 2, 3])):
        data = chance.choice(MUTATORS[what])(data, chance)
    return data
