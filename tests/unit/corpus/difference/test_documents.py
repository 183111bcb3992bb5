"""What changed in a document: the old fee beside the new one, and the lines of text that differ."""

from decimal import Decimal

from corpus.difference.documents import MOST_LINES, compare_documents
from corpus.records import Document, Fact, FactKind, Section, SectionKind

CARD = "https://www.kleinstadt.example/ausweis"


def page(*sections: tuple[str, str], facts: tuple[Fact, ...] = (), title: str = "Ausweis") -> Document:
    return Document(
        id="website:/ausweis",
        city="kleinstadt",
        source="website",
        title=title,
        url=CARD,
        sections=tuple(
            Section(kind=SectionKind.FEES, heading=heading, text=text) for heading, text in sections
        ),
        facts=facts,
    )


def fee(value: str, label: str = "", words: str = "", section: int = 0) -> Fact:
    amount = Decimal(value.removesuffix(" Euro").replace(",", "."))
    return Fact(
        kind=FactKind.FEE, value=value, label=label, words=words or value, section=section, amount=amount
    )


def sentences(old: tuple[Fact, ...], new: tuple[Fact, ...]) -> list[str]:
    sections = (("Gebühren", "…"), ("Express", "…"))
    changes = compare_documents(page(*sections, facts=old), page(*sections, facts=new)).facts
    return [change.sentence() for change in changes]


def test_a_fee_of_the_same_label_is_shown_as_old_and_new() -> None:
    old = (fee("37,00 Euro", "ab 24 Jahren"), fee("22,80 Euro", "unter 24 Jahren"))
    new = (fee("46,00 Euro", "ab 24 Jahren"), fee("22,80 Euro", "unter 24 Jahren"))
    assert sentences(old, new) == ["Gebühr (ab 24 Jahren): 37,00 Euro → 46,00 Euro"]


def test_without_labels_the_words_around_the_value_tell_which_is_which() -> None:
    old = (
        fee("37,00 Euro", words="Der Ausweis kostet 37,00 Euro."),
        fee("9,00 Euro", words="Eilig: 9,00 Euro."),
    )
    new = (
        fee("10,00 Euro", words="Eilig: 10,00 Euro."),
        fee("46,00 Euro", words="Der Ausweis kostet 46,00 Euro."),
    )
    assert set(sentences(old, new)) == {"Gebühr: 37,00 Euro → 46,00 Euro", "Gebühr: 9,00 Euro → 10,00 Euro"}


def test_the_only_fee_of_a_section_is_paired_by_its_place() -> None:
    old = (fee("37,00 Euro", words="Sie zahlen 37,00 Euro."), fee("5,00 Euro", words="Bote", section=1))
    new = (fee("46,00 Euro", words="Fällig werden 46,00 Euro."), fee("5,00 Euro", words="Bote", section=1))
    assert sentences(old, new) == ["Gebühr: 37,00 Euro → 46,00 Euro"]


def test_what_came_and_went_is_said_as_such() -> None:
    assert sentences((), (fee("46,00 Euro"),)) == ["Gebühr: neu 46,00 Euro"]
    assert sentences((fee("46,00 Euro"),), ()) == ["Gebühr: 46,00 Euro entfällt"]


def test_a_fact_that_only_moved_has_not_changed() -> None:
    assert sentences((fee("46,00 Euro", section=0),), (fee("46,00 Euro", section=1),)) == []


def test_fees_come_before_telephone_numbers() -> None:
    old = Fact(kind=FactKind.TELEPHONE, value="069 90009-100", words="069 90009-100", section=0)
    new = old.model_copy(update={"value": "069 90009-115"})
    found = sentences((old, fee("37,00 Euro", "Ausweis")), (new, fee("46,00 Euro", "Ausweis")))
    assert found == ["Gebühr (Ausweis): 37,00 Euro → 46,00 Euro", "Telefon: 069 90009-100 → 069 90009-115"]


def test_text_is_compared_section_by_section() -> None:
    old = page(("Gebühren", "Der Ausweis kostet 37 Euro.\nZahlen Sie bar."), ("Dauer", "Vier Wochen."))
    new = page(("Dauer", "Vier Wochen."), ("Gebühren", "Der Ausweis kostet 46 Euro.\nZahlen Sie bar."))
    (section,) = compare_documents(old, new).sections
    assert section.heading == "Gebühren"
    assert section.lines == (
        "-Der Ausweis kostet 37 Euro.",
        "+Der Ausweis kostet 46 Euro.",
        " Zahlen Sie bar.",
    )


def test_a_new_title_is_said() -> None:
    change = compare_documents(page(title="Ausweis"), page(title="Personalausweis"))
    assert change.sections[0].lines == ("-Ausweis", "+Personalausweis")
    assert change.fields == ("title",)


def test_a_page_written_anew_is_shown_in_part_and_the_rest_counted() -> None:
    old = page(("A", "\n".join(f"alt {number}" for number in range(500))), ("B", "alt"))
    new = page(("A", "\n".join(f"neu {number}" for number in range(500))), ("B", "neu"))
    change = compare_documents(old, new)
    assert sum(len(section.lines) for section in change.sections) == MOST_LINES
    assert change.more == 1002 - MOST_LINES


def test_a_line_without_end_is_cut() -> None:
    (section,) = compare_documents(page(("A", "x")), page(("A", "y" * 10_000))).sections
    assert max(len(line) for line in section.lines) < 400
