"""Records: where a section stands, and what counts as a change of a document."""

from datetime import UTC, datetime

import pytest

from corpus.records import Document, Section, SectionKind

SPRING, AUTUMN = datetime(2026, 4, 1, tzinfo=UTC), datetime(2026, 10, 1, tzinfo=UTC)
URL = "https://stadt.example/pass"


def document(*sections: Section, **keys: object) -> Document:
    given = {"url": URL, "modified": SPRING, **keys}
    return Document.model_validate(
        {"id": "a", "city": "stadt", "source": "website", "title": "Pass", "sections": sections, **given}
    )


def section(**keys: object) -> Section:
    return Section.model_validate({"kind": SectionKind.FEES, "heading": "", "text": "37,50 Euro", **keys})


@pytest.mark.parametrize(
    ("part", "address"),
    [
        (section(), URL),
        (section(anchor="gebuehren"), f"{URL}#gebuehren"),
        (section(page=3, anchor="gebuehren"), f"{URL}#page=3"),
        (
            section(source_url="https://land.example/pass", anchor="kosten"),
            "https://land.example/pass#kosten",
        ),
        (section(source_url="https://land.example/#/pass", anchor="kosten"), "https://land.example/#/pass"),
    ],
)
def test_a_section_stands_on_its_own_sources_page_at_its_anchor(part: Section, address: str) -> None:
    assert document(part).section_url(0) == address


def test_a_section_that_is_not_there_is_shown_on_the_documents_page() -> None:
    assert (document().section_url(0), document().section_modified(0)) == (URL, SPRING)


def test_a_sections_date_is_that_of_the_page_it_stands_on() -> None:
    mixed = document(
        section(), section(source_url="https://land.example/a", modified=AUTUMN), section(source_url=URL)
    )
    assert [mixed.section_modified(number) for number in range(3)] == [SPRING, AUTUMN, None]


def test_a_section_may_be_in_another_language_than_its_document() -> None:
    mixed = document(section(), section(language="de"), language="en")
    assert [mixed.section_language(number) for number in range(3)] == ["en", "de", "en"]


def test_a_new_date_is_no_change_and_another_page_is_one() -> None:
    old = document(section(source_url=URL, modified=SPRING))
    assert document(section(source_url=URL, modified=AUTUMN), modified=AUTUMN).content_hash() == (
        old.content_hash()
    )
    assert document(section(source_url=f"{URL}/neu")).content_hash() != old.content_hash()
