"""Language versions: joined where both exist and are what they claim to be."""

from corpus.records import Document, Link
from ingest.website.translations import with_translations

HOME = "https://www.k.example/"


def document(path: str, language: str = "de", aliases: tuple[str, ...] = ()) -> Document:
    url = HOME + path
    return Document(
        id=url, city="k", source="website", title=path, url=url, language=language, aliases=aliases
    )


def translations(
    documents: list[Document], languages: dict[str, list[tuple[str, str]]]
) -> dict[str, tuple[Link, ...]]:
    return {
        one.url.removeprefix(HOME): one.translations
        for one in with_translations(documents, {HOME + path: named for path, named in languages.items()})
    }


def test_both_sides_get_the_way_to_the_other_if_one_names_it() -> None:
    found = translations(
        [document("pass"), document("en/passport", "en")],
        {"pass": [("de", HOME + "pass"), ("en-GB", HOME + "en/passport"), ("x-default", HOME)]},
    )
    assert found == {
        "pass": (Link(text="en", url=HOME + "en/passport"),),
        "en/passport": (Link(text="de", url=HOME + "pass"),),
    }


def test_a_version_that_was_not_read_or_shows_the_german_page_is_none() -> None:
    found = translations(
        [document("pass"), document("tr/pass", "de")],
        {"pass": [("tr", HOME + "tr/pass"), ("uk", HOME + "uk/pass")]},
    )
    assert found == {"pass": (), "tr/pass": ()}


def test_an_alias_leads_to_the_document() -> None:
    found = translations(
        [document("pass"), document("en/passport", "en", aliases=(HOME + "passport",))],
        {"pass": [("en", HOME + "passport")]},
    )
    assert found["pass"] == (Link(text="en", url=HOME + "en/passport"),)
