"""Which services a document is about: by its title, and by its first keywords."""

from corpus.lexicon.offered import services_of
from corpus.records import Document, DocumentKind


def _document(title: str, *keywords: str) -> Document:
    return Document(
        id="a", city="a", source="a", url="https://a.example/a", title=title, kind=DocumentKind.SERVICE,
        keywords=keywords,
    )  # fmt: skip


def test_a_title_in_official_words_names_its_service() -> None:
    assert "personalausweis" in services_of(_document("Personalausweis beantragen"))


def test_keywords_name_services_too() -> None:
    assert services_of(_document("Ausweise und Pässe", "Personalausweis beantragen", "Reisepass")) >= {
        "personalausweis",
        "reisepass",
    }


def test_a_page_about_nothing_that_the_lexicon_knows_offers_nothing() -> None:
    assert services_of(_document("Grußwort")) == frozenset()


def test_a_number_of_the_national_catalogue_names_its_service() -> None:
    page = _document("Ihr Dokument").model_copy(update={"leika": ("99008001000000",)})
    assert services_of(page) == {"personalausweis"}


def test_an_overview_with_many_numbers_names_none_by_them() -> None:
    numbers = ("99008001000000", "99085001000000", "99115005000000")
    assert services_of(_document("Grußwort").model_copy(update={"leika": numbers})) == frozenset()
