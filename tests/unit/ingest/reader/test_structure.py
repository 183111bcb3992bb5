"""Tables, lists, definition lists, accordions and tabs become readable lines under the right headings."""
# ruff: noqa: E501 (pages and lines read best as they are written)

from corpus.records import SectionKind
from tests.unit.ingest.reader.reading import body, section


def test_a_table_row_names_its_columns() -> None:
    document = body(
        "<h1>Pass</h1><h2>Gebühren</h2><table><tr><th>Wer</th><th>Gebühr</th></tr>"
        "<tr><td>ab 24 Jahren</td><td>70,00&nbsp;Euro</td></tr></table>"
    )
    assert section(document, "Gebühren").text == "Wer: ab 24 Jahren; Gebühr: 70,00 Euro"


def test_a_table_with_row_heads_and_no_column_heads_reads_head_colon_value() -> None:
    document = body(
        "<h1>Amt</h1><h2>Öffnungszeiten</h2><table><tr><th scope='row'>Montag</th><td>8–12 Uhr</td></tr>"
        "<tr><th scope='row'>Dienstag</th><td>8–12 Uhr</td><td>14–16 Uhr</td></tr></table>"
    )
    assert section(document, "Öffnungszeiten").text.splitlines() == [
        "Montag: 8–12 Uhr",
        "Dienstag: 8–12 Uhr; 14–16 Uhr",
    ]


def test_spanning_cells_are_repeated_where_they_reach() -> None:
    document = body(
        "<h1>Amt</h1><h2>Kosten</h2><table><tr><th>Art</th><th>Alter</th><th>Betrag</th></tr>"
        "<tr><td rowspan='2'>Pass</td><td>unter 24</td><td>37,50 Euro</td></tr><tr><td>ab 24</td><td>70 Euro</td></tr>"
        "<tr><td colspan='3'>Bitte bar zahlen.</td></tr></table>"
    )
    assert section(document, "Kosten").text.splitlines() == [
        "Art: Pass; Alter: unter 24; Betrag: 37,50 Euro",
        "Art: Pass; Alter: ab 24; Betrag: 70 Euro",
        "Bitte bar zahlen.",
    ]


def test_lists_keep_their_marks_and_numbers() -> None:
    document = body(
        "<h1>A</h1><h2>Ablauf</h2><ol start='2'><li>Termin buchen</li><li>Kommen</li></ol><ul><li>Ausweis</li></ul>"
    )
    assert section(document, "Ablauf").text.splitlines() == ["2. Termin buchen", "3. Kommen", "- Ausweis"]


def test_a_definition_list_reads_term_colon_definition() -> None:
    document = body(
        "<h1>A</h1><h2>Kontakt</h2><dl><dt>Telefon:</dt><dd>069 90009-1</dd><dt>Raum</dt><dd>12</dd></dl>"
    )
    assert section(document, "Kontakt").text.splitlines() == ["Telefon: 069 90009-1", "Raum: 12"]


def test_details_and_summary_become_a_section_and_end_with_it() -> None:
    document = body(
        "<h1>Wohngeld</h1><p>Einleitung.</p><details id='kosten'><summary>Gebühren</summary><p>Gebührenfrei.</p></details>"
        "<p>Schlusswort.</p>"
    )
    fees = section(document, "Gebühren")
    assert (fees.kind, fees.anchor, fees.text) == (SectionKind.FEES, "kosten", "Gebührenfrei.")
    assert section(document, "").text == "Einleitung.\nSchlusswort."


def test_a_closed_accordion_of_button_and_hidden_panel_is_read() -> None:
    document = body(
        "<h1>Wohngeld</h1><p>Einleitung.</p>"
        "<button aria-expanded='false' aria-controls='p1'>Unterlagen</button>"
        "<div id='p1' hidden><ul><li>Mietvertrag</li></ul></div>"
        "<h3><button aria-expanded='false' aria-controls='p2'>Frist</button></h3>"
        "<div id='p2' class='collapse' aria-hidden='true'>Bis zum 31. März.</div>"
    )
    assert section(document, "Unterlagen").text == "- Mietvertrag"
    assert section(document, "Unterlagen").anchor == "p1"
    assert section(document, "Frist").text == "Bis zum 31. März."


def test_tabs_become_sections_named_by_their_tab() -> None:
    document = body(
        "<h1>Bad</h1><div role='tablist'><a role='tab' href='#a' aria-controls='a'>Eintritt</a>"
        "<a role='tab' href='#b' aria-controls='b'>Badezeiten</a></div>"
        "<div role='tabpanel' id='a'><p>Erwachsene 5,50 Euro</p></div>"
        "<div role='tabpanel' id='b' style='display:none'><p>Montag 8–20 Uhr</p></div>"
    )
    assert section(document, "Eintritt").text == "Erwachsene 5,50 Euro"
    assert section(document, "Badezeiten").kind is SectionKind.HOURS


def test_a_bold_paragraph_is_a_heading_and_a_bold_sentence_is_not() -> None:
    document = body(
        "<h1>A</h1><p><strong>Gebühren:</strong></p><p>Keine.</p><p><b>Bitte kommen Sie persönlich.</b></p>"
    )
    assert section(document, "Gebühren").text == "Keine.\nBitte kommen Sie persönlich."


def test_a_paragraph_with_a_bold_label_is_a_section_that_ends_with_it() -> None:
    document = body(
        "<h1>Pass</h1><p>Einleitung.</p><p><strong>Gebühr:</strong> 26,00 Euro.</p><p>Schluss.</p>"
        "<p><b>Telefon:</b> 069 90009-1</p>"
    )
    fees = section(document, "Gebühr")
    assert (fees.kind, fees.text) == (SectionKind.FEES, "26,00 Euro.")
    assert section(document, "").text == "Einleitung.\nSchluss.\nTelefon: 069 90009-1"


def test_a_heading_without_text_of_its_own_goes_before_its_childrens() -> None:
    document = body(
        "<h1>A</h1><h2>Gebühren</h2><h3>Kinder</h3><p>10 Euro</p><h3>Erwachsene</h3><p>20 Euro</p>"
    )
    assert [one.heading for one in document.sections] == ["Gebühren: Kinder", "Gebühren: Erwachsene"]
    assert {one.kind for one in document.sections} == {SectionKind.FEES}


def test_a_heading_that_is_itself_the_statement_is_not_lost() -> None:
    document = body("<h1>Notruf</h1><p>Im Notfall:</p><h2>Polizei: 110</h2><h2>Feuerwehr: 112</h2>")
    assert document.sections[0].text == "Im Notfall:\nPolizei: 110\nFeuerwehr: 112"


def test_line_breaks_part_lines_and_footnote_marks_stay_away_from_numbers() -> None:
    document = body(
        "<h1>A</h1><p>Marktplatz 1<br>12345 Kleinstadt</p><p>Das kostet 46<sup>1</sup> Euro für 10 m<sup>2</sup>.</p>"
    )
    assert document.sections[0].text.splitlines() == [
        "Marktplatz 1",
        "12345 Kleinstadt",
        "Das kostet 46 1 Euro für 10 m².",
    ]


def test_hidden_text_is_left_out() -> None:
    document = body(
        "<h1>A</h1><p>Sichtbar.</p><p style='display:none'>Versteckt eins.</p><p hidden>Versteckt zwei.</p>"
        "<p style='color:#fff'>Versteckt drei.</p><span class='sr-only'>Versteckt vier.</span><p aria-hidden='true'>Versteckt fünf.</p>"
        "<p style='position:absolute;left:-9999px'>Versteckt sechs.</p><!-- Versteckt sieben. -->"
        "<p style='font-size:0px'>Versteckt acht.</p><noscript>Versteckt neun.</noscript>"
    )
    assert document.sections[0].text == "Sichtbar."


def test_white_text_on_a_dark_ground_is_visible() -> None:
    document = body("<h1>A</h1><p style='color:white;background:#00459a'>Achtung: heute geschlossen.</p>")
    assert "heute geschlossen" in document.text()


def test_invisible_characters_are_removed_and_umlauts_composed() -> None:
    document = body("<h1>A</h1><p>Ge\u00adbu\u0308h\u200bren\u202e und \u2066Kosten\u2069\ufeff</p>")
    assert document.sections[0].text == "Gebühren und Kosten"
