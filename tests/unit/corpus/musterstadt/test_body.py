"""Markdown is cut into sections whose text has a line per paragraph, list item and table row."""

import textwrap

from corpus.musterstadt.body import html_of, parts, slug
from corpus.records import SectionKind

BODY = textwrap.dedent(
    """\
    Einleitung mit **Nachdruck**
    über zwei Zeilen.

    ## Gebühren {#geld .fees}
    | Wer | Gebühr |
    | --- | --- |
    | ab 24 Jahren | 46,00 Euro |
    | jünger | 27,60 Euro |

    Bar oder mit Karte.

    ## Ablauf
    1. Kommen
    2. [Antrag](services/x) stellen
       - Foto
    """
)


def test_sections_carry_kind_anchor_and_heading() -> None:
    found = [(part.kind, part.anchor, part.heading) for part in parts(BODY)]

    assert found == [
        (SectionKind.DESCRIPTION, "", ""),
        (SectionKind.FEES, "geld", "Gebühren"),
        (SectionKind.DESCRIPTION, "ablauf", "Ablauf"),
    ]


def test_tables_and_lists_become_readable_lines() -> None:
    intro, fees, procedure = (part.text for part in parts(BODY))

    assert intro == "Einleitung mit Nachdruck über zwei Zeilen."
    assert fees.splitlines() == [
        "Wer: ab 24 Jahren; Gebühr: 46,00 Euro",
        "Wer: jünger; Gebühr: 27,60 Euro",
        "Bar oder mit Karte.",
    ]
    assert procedure.splitlines() == ["1. Kommen", "2. Antrag stellen", "- Foto"]


def test_every_link_goes_through_the_resolver_and_is_escaped() -> None:
    tokens = parts("Siehe [dort](services/x).")[0].tokens

    assert '<a href="/x?a=1&amp;b=&quot;">dort</a>' in html_of(tokens, lambda _: '/x?a=1&b="')


def test_a_body_without_headings_is_one_section() -> None:
    assert [part.text for part in parts("Nur ein Satz.")] == ["Nur ein Satz."]


def test_addresses_spell_umlauts_out() -> None:
    assert slug("Müll & Straßenöffnung") == "muell-strassenoeffnung"
