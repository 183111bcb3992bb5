"""Joining sources: one document where it is clear that both describe the same; nothing lost or doubled."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from corpus.records import Audience, Document, DocumentKind, Fact, FactKind, Link, Section, SectionKind
from ingest.joining import JoinedSources

TODAY = date(2026, 11, 22)
HOME = "https://stadt.example"
ORDER = ("website", "xzufi")


def document(source: str, name: str = "pass", **keys: object) -> Document:
    """A service of a source, on the page of that name unless told otherwise."""
    given = {"title": name.title(), "url": f"{HOME}/{name}", "kind": DocumentKind.SERVICE, **keys}
    return Document.model_validate({"id": f"{source}:{name}", "city": "stadt", "source": source, **given})


def section(text: str, kind: SectionKind = SectionKind.DESCRIPTION, heading: str = "") -> Section:
    return Section(kind=kind, heading=heading, text=text)


def texts(document: Document) -> list[tuple[SectionKind, str, str]]:
    return [(one.kind, one.heading, one.text) for one in document.sections]


def fee(amount: str, label: str, words: str, place: int = 0) -> Fact:
    return Fact(
        kind=FactKind.FEE,
        value=f"{amount} Euro",
        words=words,
        section=place,
        label=label,
        amount=Decimal(amount.replace(",", ".")),
    )


def joined(*documents: Document) -> list[Document]:
    return list(
        JoinedSources(sorted(documents, key=lambda one: (*ORDER, one.source).index(one.source)), TODAY)
    )


def one(*documents: Document) -> Document:
    """The one document that these become."""
    (only,) = joined(*documents)
    return only


def test_a_service_on_the_same_page_is_one_document_of_both_sources() -> None:
    both = one(document("xzufi", leika=("99001",)), document("website", aliases=(f"{HOME}/alt",)))
    assert (both.id, both.source, both.joined, both.leika) == (
        "website:pass",
        "website",
        ("xzufi:pass",),
        ("99001",),
    )
    assert both.aliases == (f"{HOME}/alt",)


@pytest.mark.parametrize(
    "url",
    [
        "https://STADT.example:443/pass",
        "http://stadt.example/pass/",
        "https://stadt.example/pass?utm_source=portal",
        "https://stadt.example/pass#gebuehren",
        "https://stadt.example/alt",
    ],
)
def test_addresses_of_the_same_page_are_the_same_and_both_are_kept(url: str) -> None:
    both = one(document("website", aliases=(f"{HOME}/alt",)), document("xzufi", url=url))
    assert both.url == f"{HOME}/pass"
    assert url in both.aliases


@pytest.mark.parametrize(
    "other",
    [
        document("xzufi", url=f"{HOME}/ausweis"),
        document("xzufi", url="#/xzufi/pass"),
        document("xzufi", language="en"),
        document("xzufi", simple=True),
        document("xzufi", audience=Audience.INTERNAL),
        document("xzufi", kind=DocumentKind.OFFICE),
        document("xzufi", valid_from=date(2027, 1, 1)),
        document("xzufi", valid_until=date(2026, 11, 21)),
    ],
)
def test_what_may_not_be_the_same_stays_apart(other: Document) -> None:
    assert joined(document("website"), other) == [document("website"), other]


def test_an_internal_hint_never_becomes_part_of_a_public_page() -> None:
    hint = document("xzufi", audience=Audience.INTERNAL, sections=(section("Nur für die Hotline."),))
    assert "Hotline" not in "".join(
        each.text() for each in joined(document("website"), hint) if each.audience is Audience.PUBLIC
    )


def test_an_overview_that_several_services_name_as_their_page_is_joined_with_none() -> None:
    overview = document("website", "ausweise")
    services = [document("xzufi", name, url=overview.url) for name in ("pass", "perso")]
    assert joined(overview, *services) == [overview, *services]


def test_documents_of_one_source_are_never_joined() -> None:
    copies = [document("website", "a", aliases=(f"{HOME}/b",)), document("website", "b")]
    assert joined(*copies) == copies


def test_a_start_page_is_not_the_service_that_links_to_it() -> None:
    assert len(joined(document("website", url=HOME + "/"), document("xzufi", url=HOME))) == 2


def test_a_page_of_no_kind_must_have_the_subject_in_its_title() -> None:
    page = document("website", title="Reisepass beantragen", kind=DocumentKind.PAGE)
    both = one(page, document("xzufi", title="Reisepass Ausstellung"))
    assert (both.kind, both.title) == (DocumentKind.SERVICE, "Reisepass beantragen")
    assert "Reisepass Ausstellung" in both.keywords
    assert len(joined(page, document("xzufi", title="Hundesteuer"))) == 2


def test_text_that_both_have_is_there_once() -> None:
    page = document(
        "website",
        sections=(
            section("Der Pass gilt zehn Jahre. Sie müssen ihn selbst abholen."),
            section("- Geburtsurkunde\n- Lichtbild", SectionKind.DOCUMENTS),
        ),
    )
    delivered = document(
        "xzufi",
        sections=(
            section("Sie müssen ihn selbst abholen."),
            section("Sie brauchen:\n1. Lichtbild\n2. Alter Pass", SectionKind.DOCUMENTS, "Unterlagen"),
            section("Lichtbild", SectionKind.REQUIREMENTS),
        ),
    )
    assert texts(one(page, delivered)) == [
        *texts(page),
        (SectionKind.DOCUMENTS, "Unterlagen", "Sie brauchen:\n2. Alter Pass"),
        (SectionKind.REQUIREMENTS, "", "Lichtbild"),
    ]


def test_a_line_that_the_page_has_behind_a_label_is_no_news() -> None:
    page = document(
        "website",
        sections=(
            section(
                "Gebühr: 26,00 Euro. Ein Bild kostet 6,00 Euro extra.\nDauer: Etwa drei Wochen.\n"
                "- Problemstoffe: Farben und Lacke nehmen wir samstags an."
            ),
        ),
    )
    delivered = document(
        "xzufi",
        sections=(
            section("26,00 Euro. Ein Bild kostet 6,00 Euro extra.", SectionKind.FEES, "Kosten"),
            section("Etwa drei Wochen.", SectionKind.DURATION, "Bearbeitungsdauer"),
            section("Farben und Lacke nehmen wir samstags an.", SectionKind.REQUIREMENTS),
            section("Etwa drei Wochen.", SectionKind.DEADLINE, "Fristen"),
        ),
    )
    assert texts(one(page, delivered)) == [
        *texts(page),
        (SectionKind.DEADLINE, "Fristen", "Etwa drei Wochen."),
    ]


def test_what_a_source_adds_names_its_page_and_its_date() -> None:
    spring, autumn = datetime(2026, 4, 1, tzinfo=UTC), datetime(2026, 10, 1, tzinfo=UTC)
    both = one(
        document("website", sections=(section("Der Pass gilt zehn Jahre."),), modified=spring),
        document(
            "xzufi",
            url=f"{HOME}/pass/",
            sections=(section("Kinderpässe gelten sechs Jahre."),),
            modified=autumn,
        ),
        document("weitere", sections=(section("Der Pass ist weinrot."),)),
    )
    assert [one.source for one in both.sections] == ["", "xzufi", "weitere"]
    assert [both.section_url(number) for number in range(3)] == [
        f"{HOME}/pass",
        f"{HOME}/pass/",
        f"{HOME}/pass",
    ]
    assert [both.section_modified(number) for number in range(3)] == [spring, autumn, None]
    assert both.modified == spring


def test_words_within_another_sentence_do_not_make_a_sentence_repeated() -> None:
    page = document("website", sections=(section("Nur Kinder unter sechs Jahren zahlen keine Gebühr."),))
    delivered = document("xzufi", sections=(section("Kinder unter sechs Jahren zahlen keine Gebühr."),))
    assert len(one(page, delivered).sections) == 2


def test_an_introduction_without_anything_after_it_goes_and_one_with_goes_not() -> None:
    page = document("website", sections=(section("- Lichtbild\n- Pass", SectionKind.DOCUMENTS),))
    delivered = document("xzufi", sections=(section("Mitzubringen:\n- Pass", SectionKind.DOCUMENTS),))
    assert one(page, delivered).sections == page.sections


def test_contact_details_in_one_line_repeat_those_in_several() -> None:
    page = document("website", sections=(section("Bürgerbüro\nMarkt 1\n12345 Stadt", SectionKind.CONTACT),))
    same = document("xzufi", sections=(section("- Bürgerbüro, Markt 1, 12345 Stadt", SectionKind.CONTACT),))
    other = document("xzufi", sections=(section("- Bürgerbüro, Markt 2, 12345 Stadt", SectionKind.CONTACT),))
    assert len(one(page, same).sections) == 1
    assert len(one(page, other).sections) == 2


def test_two_fees_that_contradict_each_other_are_both_kept_with_their_words() -> None:
    page = document(
        "website",
        sections=(section("Pass: 37,50 Euro", SectionKind.FEES),),
        facts=(fee("37,50", "Pass", "Pass: 37,50 Euro"),),
    )
    delivered = document(
        "xzufi",
        sections=(section("Allgemeines"), section("Pass: 70,00 Euro", SectionKind.FEES)),
        facts=(fee("70,00", "Pass", "Pass: 70,00 Euro", 1),),
    )
    both = one(page, delivered)
    assert [fact.amount for fact in both.facts] == [Decimal("37.50"), Decimal("70.00")]
    assert all(fact.words in both.sections[fact.section].text for fact in both.facts)


def test_a_fee_that_both_state_is_one_fact() -> None:
    texts = (section("Pass: 37,50 Euro", SectionKind.FEES),)
    both = one(
        document("website", sections=texts, facts=(fee("37,50", "Pass", "Pass: 37,50 Euro"),)),
        document("xzufi", sections=texts, facts=(fee("37,50", "Reisepass", "Pass: 37,50 Euro"),)),
    )
    assert len(both.facts) == 1
    assert both.sections == texts


def test_a_fact_that_only_the_second_knows_keeps_its_words_though_the_first_has_them() -> None:
    texts = (section("Der Pass kostet 37,50 Euro.", SectionKind.FEES),)
    found = fee("37,50", "Pass", "Der Pass kostet 37,50 Euro.")
    both = one(document("website", sections=texts), document("xzufi", sections=texts, facts=(found,)))
    (fact,) = both.facts
    assert fact.words in both.sections[fact.section].text


def test_a_fact_whose_words_the_page_has_stands_there_and_repeats_no_text() -> None:
    words = "Der Pass kostet 37,50 Euro."
    page = document("website", sections=(section("Allgemeines"), section(words)))
    delivered = document(
        "xzufi", sections=(section(words, SectionKind.FEES),), facts=(fee("37,50", "Pass", words),)
    )
    both = one(page, delivered)
    assert both.sections == page.sections
    assert [(fact.amount, fact.section) for fact in both.facts] == [(Decimal("37.50"), 1)]


def test_a_time_under_another_heading_is_told_once() -> None:
    words = "Der Antrag gilt zwölf Monate."

    def told(source: str, kind: SectionKind, fact: FactKind) -> Document:
        value = "zwölf Monate" if source == "xzufi" else words.rstrip(".")
        found = Fact(kind=fact, value=value, words=words, section=0)
        return document(source, sections=(section(words, kind),), facts=(found,))

    both = one(
        told("website", SectionKind.DURATION, FactKind.DURATION),
        told("xzufi", SectionKind.DEADLINE, FactKind.DEADLINE),
    )
    assert [fact.kind for fact in both.facts] == [FactKind.DURATION]
    assert len(both.sections) == 1


def test_what_stands_in_for_a_missing_translation_is_left_to_the_document_of_its_language() -> None:
    page = document("website", language="en", sections=(section("A passport is valid for ten years."),))
    german = section("Sie müssen persönlich kommen.").model_copy(update={"language": "de"})
    delivered = document("xzufi", language="en", sections=(german, section("Children need one, too.")))
    assert [part.text for part in one(page, delivered).sections] == [
        "A passport is valid for ten years.",
        "Children need one, too.",
    ]


def test_references_to_an_office_follow_it_into_the_joined_document() -> None:
    service, website_office, office = (
        document("xzufi", office_ids=("xzufi:amt",)),
        document("website", "amt", kind=DocumentKind.OFFICE),
        document("xzufi", "amt", kind=DocumentKind.OFFICE, office_ids=("website:amt",)),
    )
    by_id = {each.id: each for each in joined(service, website_office, office)}
    assert by_id["xzufi:pass"].office_ids == ("website:amt",)
    assert by_id["website:amt"].office_ids == ()


def test_links_are_there_once_and_the_narrower_validity_counts() -> None:
    form = Link(text="Antrag", url=f"{HOME}/antrag.pdf")
    both = one(
        document("website", forms=(form,), valid_from=date(2026, 1, 1)),
        document("xzufi", forms=(form,), valid_from=date(2026, 2, 1), valid_until=date(2027, 1, 1)),
    )
    assert both.forms == (form,)
    assert (both.valid_from, both.valid_until) == (date(2026, 2, 1), date(2027, 1, 1))


def test_three_sources_become_one_in_the_order_of_the_city() -> None:
    extra = document("weitere")
    assert one(extra, document("xzufi"), document("website")).joined == ("xzufi:pass", "weitere:pass")
