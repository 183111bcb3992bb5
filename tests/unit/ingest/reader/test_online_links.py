"""Links to online services are known by their address or their words; accounts and newsletters are none."""

import pytest

from corpus.records import Link, SectionKind
from ingest.reader.links import is_online
from ingest.reader.vocabulary import vocabulary

PAGE = "https://www.kleinstadt.example/wohnsitz"


def online(text: str, url: str) -> bool:
    return is_online(Link(text=text, url=url), SectionKind.DESCRIPTION, PAGE, vocabulary())


@pytest.mark.parametrize(
    "url",
    [
        "https://service.kleinstadt.example/antrag/17",
        "https://serviceportal.kleinstadt.example/detail/4711",
        "https://openrathaus.kleinstadt.example/public/process/1",
        "https://portal-civento.example/lip/form/display.do?%24context=1",
        "https://formulare.example/form-solutions/07137/start",
        "https://afm.kleinstadt.example/intelliform/forms/pass",
        "https://amt24.sachsen.example/leistung/1",
        "https://antragsmanager.example/hund",
    ],
)
def test_portals_are_known_by_their_address(url: str) -> None:
    assert online("Zum Vorgang", url)


@pytest.mark.parametrize("text", ["Jetzt online beantragen", "Termin vereinbaren", "Zum Online-Antrag"])
def test_words_tell_an_online_service(text: str) -> None:
    assert online(text, "https://www.kleinstadt.example/x/42")


@pytest.mark.parametrize(
    "text", ["Newsletter online bestellen", "Login zum Serviceportal", "Passwort vergessen", "Datenschutz"]
)
def test_accounts_and_newsletters_are_no_service(text: str) -> None:
    assert not online(text, "https://serviceportal.kleinstadt.example/konto")


def test_a_portals_own_pages_are_not_all_services() -> None:
    link = Link(text="Übersicht", url="https://service.kleinstadt.example/a-z")
    assert not is_online(link, SectionKind.DESCRIPTION, "https://service.kleinstadt.example/", vocabulary())


def test_other_pages_of_the_city_are_no_service() -> None:
    assert not online("Mehr zum Thema", "https://www.kleinstadt.example/themen/wohnen")
