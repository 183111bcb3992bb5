"""Offices get the notices about them, whoever publishes these."""

from datetime import UTC, date, datetime

from corpus.records import Audience, Document, DocumentKind, Fact, FactKind, Section, SectionKind
from ingest.notices import Announced

WRITTEN = datetime(2026, 11, 16, 9, tzinfo=UTC)


def document(
    id_: str, title: str, text: str, kind: DocumentKind, audience: Audience = Audience.PUBLIC
) -> Document:
    return Document(
        id=id_,
        city="kleinau",
        source="website",
        title=title,
        url=f"https://kleinau.example/{id_}",
        kind=kind,
        audience=audience,
        sections=(Section(kind=SectionKind.DESCRIPTION, heading="", text=text),),
        modified=WRITTEN,
    )


def office(title: str, text: str = "Hier sind Sie richtig.") -> Document:
    return document(title, title, text, DocumentKind.OFFICE)


def notices_of(title: str, *documents: Document) -> list[Fact]:
    found = next(one for one in Announced(documents) if one.title == title)
    return [fact for fact in found.facts if fact.kind is FactKind.NOTICE]


def test_news_that_name_an_office_reach_it_with_their_address() -> None:
    news = document(
        "n1", "Geschlossen", "Am 3. Dezember 2026 bleibt das Standesamt geschlossen.", DocumentKind.NEWS
    )
    (fact,) = notices_of("Standesamt", office("Standesamt"), office("Bürgerbüro"), news)
    assert (fact.osm, fact.url) == ("off", "https://kleinau.example/n1")
    assert notices_of("Bürgerbüro", office("Standesamt"), office("Bürgerbüro"), news) == []


def test_a_part_of_an_office_is_not_the_office() -> None:
    news = document(
        "n1", "Sauna", "Die Sauna im Hallenbad bleibt bis 3. Dezember geschlossen.", DocumentKind.NEWS
    )
    assert notices_of("Hallenbad", office("Hallenbad"), news) == []


def test_on_an_offices_own_page_a_part_of_it_leaves_open_whether_the_office_is() -> None:
    (fact,) = notices_of("Hallenbad", office("Hallenbad", "Die Sauna bleibt am 3. Dezember geschlossen."))
    assert (fact.osm, fact.url) == (None, None)
    (fact,) = notices_of("Hallenbad", office("Hallenbad", "Am 3. Dezember bleibt das Hallenbad geschlossen."))
    assert fact.osm == "off"


def test_what_holds_for_the_whole_administration_reaches_all_offices_uncertainly() -> None:
    news = document(
        "n1",
        "Weihnachten",
        "Die Stadtverwaltung bleibt vom 24. bis 31. Dezember geschlossen.",
        DocumentKind.NEWS,
    )
    for title in ("Standesamt", "Bürgerbüro"):
        (fact,) = notices_of(title, office("Standesamt"), office("Bürgerbüro"), news)
        assert (fact.osm, str(fact.valid_from), str(fact.valid_until)) == (None, "2026-12-24", "2026-12-31")


def test_internal_news_reach_no_office() -> None:
    text = "Am 3. Dezember 2026 bleibt das Standesamt geschlossen."
    news = document("n1", "Intern", text, DocumentKind.NEWS, Audience.INTERNAL)
    assert notices_of("Standesamt", office("Standesamt"), news) == []


def test_uncertain_days_stay_on_their_page() -> None:
    news = document("n1", "Alt", "Am Freitag, 9. Mai, bleibt das Standesamt geschlossen.", DocumentKind.NEWS)
    assert notices_of("Standesamt", office("Standesamt"), news) == []
    assert len(notices_of("Alt", office("Standesamt"), news)) == 1


def test_finding_notices_again_changes_nothing() -> None:
    news = document(
        "n1", "Geschlossen", "Am 3. Dezember 2026 bleibt das Standesamt geschlossen.", DocumentKind.NEWS
    )
    once = list(Announced([office("Standesamt"), news]))
    assert list(Announced(once)) == once


def test_a_page_that_ended_before_its_notice_would_begin_is_of_another_year() -> None:
    text = "Am 3. Dezember bleibt das Standesamt geschlossen."
    news = document("n1", "Geschlossen", text, DocumentKind.NEWS).model_copy(
        update={"valid_until": date(2020, 12, 31)}
    )
    assert notices_of("Standesamt", office("Standesamt"), news) == []


def test_the_towns_name_behind_an_offices_need_not_be_said() -> None:
    news = document("n1", "Bad", "Am 3. Dezember bleibt das Hallenbad geschlossen.", DocumentKind.NEWS)
    assert len(notices_of("Hallenbad Kleinau", office("Hallenbad Kleinau"), news)) == 1


def test_what_only_says_until_when_begins_with_the_other_days_of_its_page() -> None:
    news = document(
        "n1",
        "Zwischen den Jahren",
        "Die Stadtverwaltung bleibt vom 24. Dezember 2026 bis 1. Januar 2027 geschlossen.\n"
        "Stadtbibliothek: geschlossen bis 4. Januar",
        DocumentKind.NEWS,
    )
    found = notices_of("Stadtbibliothek", office("Stadtbibliothek"), news)
    (own,) = [fact for fact in found if fact.value.startswith("Stadtbibliothek")]
    assert (own.valid_from, own.valid_until, own.osm) == (date(2026, 12, 24), date(2027, 1, 4), None)


def test_who_says_that_it_has_begun_means_today() -> None:
    news = document(
        "n1",
        "Umbau",
        "Das Archiv bleibt weiterhin bis 29. November geschlossen.\nAm 4. Dezember bleibt das Archiv zu.",
        DocumentKind.NEWS,
    )
    found = notices_of("Archiv", office("Archiv"), news)
    assert (found[0].valid_from, found[0].osm) == (date(2026, 11, 16), "off")


def test_a_list_of_news_adds_nothing_to_the_article_itself() -> None:
    article = document(
        "n1", "Geschlossen", "Am 3. Dezember 2026 bleibt das Standesamt geschlossen.", DocumentKind.NEWS
    )
    overview = document(
        "liste", "Aktuelles", "Standesamt am 3. Dezember geschlossen 16.11.2026", DocumentKind.PAGE
    )
    found = notices_of("Standesamt", office("Standesamt"), overview, article)
    assert [fact.url for fact in found] == ["https://kleinau.example/n1"]
    assert [fact.url for fact in notices_of("Standesamt", office("Standesamt"), overview)] == [
        "https://kleinau.example/liste"
    ]
