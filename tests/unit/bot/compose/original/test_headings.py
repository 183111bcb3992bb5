"""Headings above parts of an answer."""

import pytest

from bot.compose.original.headings import shown_heading
from corpus.records import SectionKind


@pytest.mark.parametrize(
    "heading",
    [
        "Beschreibung",
        "Allgemeine Informationen",
        "Informationen zur Leistung",
        "Überblick",
        "Leistungsbeschreibung",
        "Description",
        "Hund anmelden",
    ],
)
def test_what_every_page_has_or_its_own_title_is_not_shown(heading: str) -> None:
    assert shown_heading(heading, SectionKind.DESCRIPTION, "Hund anmelden") == ""


@pytest.mark.parametrize("heading", ["Gebühren", "Informationen für Blinde", "Hinweise zum Datenschutz"])
def test_what_says_what_follows_is_shown(heading: str) -> None:
    assert shown_heading(heading, SectionKind.FEES, "Hund anmelden") == heading
