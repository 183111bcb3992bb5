"""A slip in a content file stops the build with a sentence that names the file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.musterstadt.build import build
from corpus.musterstadt.content import ContentError, read_content

HEAD = "---\ntitle: Angelschein\ntopic: Freizeit\nmodified: 2026-01-02\n"


def test_a_town_with_one_service_is_built(town: Callable[..., Path], tmp_path: Path) -> None:
    manifest = build(read_content(town()), tmp_path / "out", "http://127.0.0.1:1")

    page = manifest.resources["/dienstleistungen/angeln.html"].file.read_text(encoding="utf-8")
    assert "27,00 Euro" in page


@pytest.mark.parametrize(
    ("service", "complaint"),
    [
        (HEAD + "farbe: rot\n---\nText", "Den Schlüssel „farbe“ gibt es hier nicht"),
        ("---\ntitle: Angelschein\nmodified: 2026-01-02\n---\nText", "Der Schlüssel „topic“ fehlt"),
        (HEAD + "layout: karussell\n---\nText", "„layout“ passt nicht"),
        (HEAD + "keywords: [Angel\n---\nText", "kein gültiges YAML"),
        ("Nur Text ohne Kopf", "mit einem Kopf zwischen zwei Zeilen"),
        (HEAD + "---\n## Kosten {#kosten .preise}\nText", "„.preise“ an der Überschrift „Kosten“"),
        (HEAD + "---\n# Angelschein\nText", "erster Ebene|ersten Ebene"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(town: Callable[..., Path], service: str, complaint: str) -> None:
    with pytest.raises(ContentError, match=f"content/services/angeln.md: .*({complaint})"):
        read_content(town(services__angeln=service))


@pytest.mark.parametrize(
    ("service", "complaint"),
    [
        (HEAD + "offices: [fischamt]\n---\nText", "„offices“ nennt „fischamt“"),
        (HEAD + "department: wasser\n---\nText", "„department“ nennt „wasser“"),
        (HEAD + "teasers: [boot]\n---\nText", "„teasers“ nennt „boot“"),
        (HEAD + "---\nSiehe [Boote](services/boote).", "Der Verweis „services/boote“"),
        (HEAD + "---\n## Eins {#a}\nText\n\n## Zwei {#a}\nText", "Die Sprungmarke „a“"),
        (HEAD + "---\n## Inhalt {#inhalt}\nText", "Die Sprungmarke „inhalt“"),
    ],
)
def test_a_reference_that_leads_nowhere_is_named(
    town: Callable[..., Path], tmp_path: Path, service: str, complaint: str
) -> None:
    content = read_content(town(services__angeln=service))

    with pytest.raises(ContentError, match=f"content/services/angeln.md: .*{complaint}"):
        build(content, tmp_path / "out", "http://127.0.0.1:1")


def test_hours_that_yaml_takes_for_a_mapping_are_still_lines(town: Callable[..., Path]) -> None:
    office = "---\ntitle: Amt\nmodified: 2026-01-01\nhours:\n  - Montag: 8:00–12:00 Uhr\n---\nDas Amt.\n"

    content = read_content(town(offices__amt=office))

    assert content.entries["offices/amt"].front.model_dump()["hours"] == ("Montag: 8:00–12:00 Uhr",)


def test_a_missing_description_of_the_site_is_said(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"content/site\.yaml fehlt"):
        read_content(tmp_path)
