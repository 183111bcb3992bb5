"""Sheets in the styles of town halls: fee schedules, leaflets, forms, gazettes, price lists."""
# ruff: noqa: E501 (sentences read best as they are written)

from collections.abc import Callable, Iterator

from reportlab.lib.units import mm
from reportlab.platypus import HRFlowable, Spacer

from evaluation.pdf_reading.sheet import BARE, BOOK, LINED, RULED, SHADED, Sheet, SheetWriter
from evaluation.pdf_reading.texts import ARTICLES, FEES, POOL, RENT, RULES


def sheets() -> Iterator[Sheet]:
    """Make all sheets."""
    makers: tuple[Callable[[], Sheet], ...] = (
        _statute,
        _fee_schedule,
        _long_fee_schedule,
        _price_list,
        _leaflet,
        _flyer,
        _form,
        _gazette,
        _newsletter,
        _opening_hours,
        _letter,
        _hall_rents,
        _narrow_ragged,
        _narrow_justified,
    )
    for make in makers:
        yield make()


def _statute() -> Sheet:
    sheet = SheetWriter(
        "Satzung mit Paragrafen, Blocksatz", "Marktsatzung der Stadt Auental", font="Times-Roman", justified=True,
        head="Ortsrecht der Stadt Auental", foot="Seite {}", metadata="Marktsatzung der Stadt Auental",
    )  # fmt: skip
    sheet.banner(16)
    for number, (name, *paragraphs) in enumerate(RULES, start=1):
        sheet.heading(f"§ {number} {name}", bold=number % 2 == 1)
        sheet.numbered(*paragraphs, form="({})")
    return sheet.finish()


def _fee_schedule() -> Sheet:
    sheet = SheetWriter(
        "Gebührenverzeichnis mit Gitter", "Gebührenverzeichnis zur Verwaltungsgebührensatzung", foot="- {} -"
    )
    sheet.banner()
    sheet.text("Die Gebühren werden nach der Verwaltungsgebührensatzung vom 3. März 2025 erhoben.")
    sheet.table(("Nr.", "Gegenstand", "Gebühr in Euro"), FEES[:9], (15, 110, 35), RULED, right=(2,))
    sheet.text("Auslagen werden gesondert berechnet.")
    return sheet.finish()


def _long_fee_schedule() -> Sheet:
    sheet = SheetWriter(
        "Tarif über mehrere Seiten, Zeilenlinien",
        "Kostentarif der Gemeinde Birkenfelde",
        head="Kostentarif",
        foot="{}",
    )
    sheet.banner(15)
    sheet.table(("Nr.", "Amtshandlung", "Gebühr"), [*FEES, *FEES[1:], *FEES], (18, 105, 37), LINED)
    return sheet.finish()


def _price_list() -> Sheet:
    sheet = SheetWriter("Preisliste ohne Linien", "Eintrittspreise im Freibad Sonnensee", size=11)
    sheet.banner(20)
    sheet.heading("Einzelkarten", 13)
    sheet.table(("Wer", "Tageskarte", "Abendkarte"), POOL[:4], (80, 40, 40), BARE, padding=3)
    sheet.heading("Zehnerkarten", 13)
    sheet.table(("Wer", "Tageskarte", "Abendkarte"), POOL[4:], (80, 40, 40), BARE, bold=False, padding=1)
    sheet.text("Die Karten gelten eine Badezeit lang und sind nicht übertragbar.")
    return sheet.finish()


def _leaflet() -> Sheet:
    sheet = SheetWriter(
        "Merkblatt mit Aufzählungen",
        "Merkblatt: Kleiner Waffenschein",
        head="Landkreis Mittelau",
        foot="Merkblatt Seite {}",
    )
    sheet.banner()
    sheet.heading("Wer braucht ihn?", 12)
    sheet.text(
        "Wer eine Schreckschuss-, Reizstoff- oder Signalwaffe mit Prüfzeichen in der Öffentlichkeit führen will, braucht den kleinen Waffenschein. Zu Hause darf sie jeder Volljährige ohne Erlaubnis aufbewahren.",
        "Bei öffentlichen Veranstaltungen gilt auch der kleine Waffenschein nicht.",
    )
    sheet.heading("Voraussetzungen", 12)
    sheet.items(
        "mindestens 18 Jahre alt",
        "zuverlässig im Sinne des Waffengesetzes, was die Behörde durch eine Anfrage beim Bundeszentralregister und bei der örtlichen Polizei prüft",
        "persönlich geeignet",
    )
    sheet.heading("Unterlagen", 12)
    sheet.numbered(
        "ausgefüllter Antrag",
        "Personalausweis oder Reisepass mit Meldebescheinigung",
        "Aufenthaltstitel, wenn Sie keine deutsche Staatsangehörigkeit haben und der Titel nicht im Pass eingetragen ist",
    )
    sheet.heading("Kosten", 12)
    sheet.text("Die Erlaubnis kostet 55,00 Euro und wird bei der Antragstellung fällig.")
    return sheet.finish()


def _flyer() -> Sheet:
    sheet = SheetWriter("Faltblatt in drei Spalten", "Richtig trennen in Auental", size=9, columns=3)
    sheet.banner(22)
    for name, *paragraphs in ARTICLES[:5]:
        sheet.heading(name, 11)
        sheet.text(*paragraphs)
    return sheet.finish()


def _form() -> Sheet:
    sheet = SheetWriter(
        "Formular mit Linien",
        "Antrag auf Ausstellung eines Fischereischeins",
        metadata="fischereischein_v3.docx",
    )
    sheet.banner(15)
    sheet.text("Bitte füllen Sie den Antrag in Druckschrift aus und geben Sie ihn im Bürgerbüro ab.")
    for name in ("Familienname, Vorname", "Geburtsdatum", "Anschrift", "Telefon (freiwillig)"):
        sheet.text(name)
        sheet.add(Spacer(1, 6 * mm), HRFlowable(width="100%", thickness=0.5), Spacer(1, 2 * mm))
    sheet.heading("Beantragt wird ein")
    sheet.items(
        "Fischereischein für ein Jahr (12,00 Euro)", "Fischereischein für fünf Jahre (37,00 Euro)", bullet="-"
    )
    sheet.text("Ort, Datum, Unterschrift")
    return sheet.finish()


def _gazette() -> Sheet:
    sheet = SheetWriter(
        "Amtsblatt in zwei Spalten",
        "Amtsblatt der Gemeinde Birkenfelde",
        columns=2,
        font="Times-Roman",
        justified=True,
        head="Amtsblatt Birkenfelde Nr. 14",
        foot="{}",
    )
    sheet.banner(24)
    for name, *paragraphs in [*ARTICLES, *((name, *texts) for name, *texts in RULES)]:
        sheet.heading(name, 13)
        sheet.text(*paragraphs)
    return sheet.finish()


def _newsletter() -> Sheet:
    sheet = SheetWriter(
        "Mitteilungsblatt, Flattersatz", "Mitteilungen aus dem Rathaus", columns=2, size=9.5, foot="Seite {}"
    )
    sheet.banner(20)
    for name, *paragraphs in [*reversed(ARTICLES), *ARTICLES[:3]]:
        sheet.heading(name)
        sheet.text(*paragraphs)
    return sheet.finish()


def _opening_hours() -> Sheet:
    sheet = SheetWriter("Öffnungszeiten, gefärbter Tabellenkopf", "Öffnungszeiten der Recyclinghöfe")
    sheet.banner()
    days = (
        ("Montag", "geschlossen", "8:00–12:00 Uhr"),
        ("Dienstag bis Freitag", "9:00–17:00 Uhr", "8:00–12:00 Uhr und 13:00–16:30 Uhr"),
        ("Samstag", "9:00–13:00 Uhr", "geschlossen"),
    )
    sheet.table(("Tag", "Recyclinghof Nord", "Recyclinghof Süd"), days, (45, 55, 60), SHADED)
    sheet.heading("Kontakt", 12)
    sheet.table(
        (),
        (
            ("Telefon", "069 90009-440"),
            ("E-Mail", "abfall@auental.example"),
            ("Anschrift", "Werkstraße 4, 60999 Auental"),
        ),
        (35, 100),
        BARE,
        padding=1,
    )
    return sheet.finish()


def _letter() -> Sheet:
    sheet = SheetWriter("Anschreiben", "Information zur Grundsteuer", size=11, font="Times-Roman")
    sheet.banner(13)
    for _, *paragraphs in ARTICLES[3:]:
        sheet.text(*paragraphs)
    sheet.heading("Ihre Fragen")
    sheet.text("Rufen Sie uns an: 069 90009-500, montags bis donnerstags von 8 bis 15 Uhr.")
    return sheet.finish()


def _hall_rents() -> Sheet:
    sheet = SheetWriter("Entgelte, Kopf- und Fußlinien", "Entgeltordnung für die Bürgerhäuser")
    sheet.banner()
    sheet.heading("1. Allgemeines")
    sheet.text(
        "Für die Überlassung der Räume werden Entgelte nach dieser Ordnung erhoben. Eingetragene Vereine mit Sitz im Stadtgebiet zahlen die Hälfte."
    )
    sheet.heading("2. Entgelte je Tag")
    sheet.table(
        ("Raum", "Vereine", "Privat", "Gewerblich"), RENT, (58, 34, 34, 34), BOOK, right=(1, 2, 3), padding=3
    )
    sheet.heading("3. Kaution")
    sheet.text("Die Kaution beträgt 200,00 Euro und wird nach der Abnahme erstattet.")
    return sheet.finish()


def _narrow_ragged() -> Sheet:
    return _narrow(SheetWriter("Drei schmale Spalten, Flattersatz", "Neues aus Auental", columns=3, size=9.5))


def _narrow_justified() -> Sheet:
    return _narrow(
        SheetWriter("Drei schmale Spalten, Blocksatz", "Neues aus Auental", columns=3, size=8, justified=True)
    )


def _narrow(sheet: SheetWriter) -> Sheet:
    """Several pages in columns so narrow that hardly a line is full: where reading by geometry ends."""
    sheet.banner(18)
    for place in ("Auental", "Birkenfelde", "Mittelau und Umgebung", "Sonnensee"):
        for name, *paragraphs in (*ARTICLES, *RULES):
            sheet.heading(f"{name} ({place})", 13)
            sheet.text(*(f"In {place}: {text}" for text in paragraphs))
    return sheet.finish()
