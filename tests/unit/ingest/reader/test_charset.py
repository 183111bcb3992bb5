"""Umlauts come out right whatever a page declares."""

import pytest

from ingest.reader.charset import decode

TEXT = "<html><head>{meta}</head><body>Gebühren für Ausweise: 37 € – Öffnungszeiten „groß“</body></html>"


@pytest.mark.parametrize("actual", ["utf-8", "windows-1252", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "windows-1252", "nonsense", ""])
@pytest.mark.parametrize("in_header", [True, False])
def test_any_declaration_gives_the_same_text(actual: str, declared: str, in_header: bool) -> None:
    meta = f'<meta charset="{declared}">' if declared and not in_header else ""
    page = TEXT.format(meta=meta)
    content_type = f"text/html; charset={declared}" if declared and in_header else "text/html"
    assert decode(page.encode(actual), content_type) == page


def test_iso_8859_15_is_believed_when_declared() -> None:
    assert decode("37 €".encode("iso-8859-15"), "text/html; charset=ISO-8859-15") == "37 €"


def test_a_single_broken_byte_does_not_turn_utf8_into_gibberish() -> None:
    data = ("Gebühren " * 30).encode() + b"\xff" + "Öffnungszeiten".encode()
    assert decode(data, "text/html; charset=utf-8").startswith("Gebühren Gebühren")
    assert decode(data).endswith("Öffnungszeiten")


def test_bytes_without_meaning_still_give_a_text() -> None:
    assert decode(bytes(range(128, 160))) != ""
