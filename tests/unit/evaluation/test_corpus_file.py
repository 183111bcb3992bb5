"""How lines of a corpus become documents."""

from typing import Any

import pytest

from corpus.records import DocumentKind, FactKind, SectionKind
from evaluation.corpus_file import CorpusLine, any_city, document_of, read_corpus
from evaluation.errors import EvaluationError
from tests.unit.evaluation.conftest import WriteLines

_LINE: dict[str, Any] = {
    "id": "17",
    "title": "Reisepass",
    "url": "https://stadt.example/pass",
    "sections": [
        {"kind": "description", "heading": "Beschreibung", "text": "Für Reisen."},
        {"kind": "fees", "heading": "Gebühren", "text": "ab 24 Jahren: 70,00 Euro"},
        {
            "kind": "responsible",
            "heading": "Zuständige Stellen",
            "text": "- Bürgerbüro, Telefon 069 90009-200",
        },
    ],
}


def _document(**changes: Any) -> Any:
    return document_of(CorpusLine.model_validate({**_LINE, **changes}), "messung")


def test_sections_keep_their_kind_and_the_office_in_charge_is_a_contact() -> None:
    kinds = [section.kind for section in _document().sections]
    assert kinds == [SectionKind.DESCRIPTION, SectionKind.FEES, SectionKind.CONTACT]


def test_what_has_keywords_a_leika_number_or_locations_is_a_service() -> None:
    assert _document().kind is DocumentKind.PAGE
    assert _document(keywords=["Pass"]).kind is DocumentKind.SERVICE
    assert _document(leika=["99"]).kind is DocumentKind.SERVICE
    assert _document(locations=[5]).office_ids == ("5",)


def test_facts_are_found_in_the_sections() -> None:
    fees = [fact for fact in _document().facts if fact.kind is FactKind.FEE]
    assert [str(fact.amount) for fact in fees] == ["70.00"]


def test_fees_that_stand_in_no_section_become_one() -> None:
    without = _document(sections=_LINE["sections"][:1], fees="26,00 Euro")
    assert (without.sections[-1].kind, without.sections[-1].text) == (SectionKind.FEES, "26,00 Euro")
    assert len(_document(fees="70,00 Euro").sections) == 3


def test_sections_without_text_are_left_out() -> None:
    assert _document(sections=[{"kind": "fees", "heading": "Gebühren", "text": " \n"}]).sections == ()


def test_links_are_sorted_into_forms_and_online_services() -> None:
    document = _document(
        links=[
            {"name": "Antrag auf einen Reisepass", "url": "/formulare/antrag.pdf"},
            {"name": "Online beantragen", "url": "https://service.stadt.example/pass"},
            {"name": "kaputt", "url": "http://["},
        ]
    )
    assert [link.url for link in document.forms] == ["https://stadt.example/formulare/antrag.pdf"]
    assert [link.text for link in document.online] == ["Online beantragen"]
    assert {FactKind.FORM, FactKind.ONLINE} <= {fact.kind for fact in document.facts}


def test_null_instead_of_a_list_is_nothing() -> None:
    assert _document(fees=None, links=None, keywords=None).keywords == ()


def test_an_unknown_kind_of_section_is_said_with_its_line(write_lines: WriteLines) -> None:
    path = write_lines("c.jsonl", _LINE, {**_LINE, "id": "2", "sections": [{"kind": "preis", "text": "x"}]})
    with pytest.raises(EvaluationError, match=r"Zeile 2: „sections\.0\.kind“"):
        read_corpus(path, "messung")


def test_all_documents_belong_to_the_city(write_lines: WriteLines) -> None:
    city = any_city()
    documents = read_corpus(write_lines("c.jsonl", _LINE, {"id": 3, "title": "Leer"}), city.id)
    assert [(document.id, document.city) for document in documents] == [("17", city.id), ("3", city.id)]


def test_any_city_serves_every_language_and_has_the_hotline_115() -> None:
    city = any_city()
    assert len(city.languages) == 7
    assert city.hotline.telephone == "115"
