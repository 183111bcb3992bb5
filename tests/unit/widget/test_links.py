"""What may become a link."""

import pytest

from widget.links import safe_url, tel_url


@pytest.mark.parametrize(
    "address",
    [
        "https://www.musterstadt.example/a#b",
        "http://127.0.0.1:8000/",
        "HTTPS://X.EXAMPLE/",
        "mailto:a@b.example",
        "tel:+4912345",
    ],
)
def test_web_mail_and_telephone_addresses_are_linked(address: str) -> None:
    assert safe_url(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        " javascript:alert(1)",
        "\x01https://x.example/",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//other.example/",
        "/relativ",
        "https:x",
        "",
        None,
    ],
)
def test_everything_else_stays_text(address: str | None) -> None:
    assert safe_url(address) is None


@pytest.mark.parametrize(
    ("printed", "link"),
    [
        ("+49 (0)1234 56-100", "tel:+49123456100"),
        ("01234/56-0", "tel:01234560"),
        ("115", "tel:115"),
        ("Tel. 01234 56–0 (Zentrale)", "tel:01234560"),
        ("01234 560 oder 01234 561", "tel:01234560"),
        ("<script>alert(12)</script>", None),
        ("nach Vereinbarung", None),
        (None, None),
    ],
)
def test_the_first_number_of_a_printed_text_can_be_dialled(printed: str | None, link: str | None) -> None:
    assert tel_url(printed) == link
