"""Whether a question is about the town hall as such."""

import pytest

from bot.understanding.at_large import asks_at_large, names_hall, without_city


@pytest.mark.parametrize(
    "text",
    [
        "habt ihr morgen offen?",
        "Wann haben Sie geöffnet?",
        "Wie sind die Öffnungszeiten der Stadtverwaltung Kleinstadt?",
        "bis wie viel Uhr seid ihr am Donnerstag da",
        "Wo finde ich Sie?",
        "Habt ihr an Heiligabend offen?",
        "Are you open on Saturday?",
        "Yarın saat kaçta açıksınız?",
        "Вы завтра работаете?",
        "Ви сьогодні відчинені?",
        "Czy jutro jest otwarte?",
        "هل تفتحون غدا؟",
    ],
)
def test_who_names_nothing_means_the_town_hall(text: str) -> None:
    assert asks_at_large(text, city="Kleinstadt")


@pytest.mark.parametrize(
    "text",
    [
        "Hat das Standesamt morgen offen?",
        "Wann hat das Hallenbad auf?",
        "Wo kann ich mich anmelden?",
        "Habt ihr an Weihnachten einen Notdienst?",
        "Is the library open tomorrow?",
        "Kütüphane yarın açık mı?",
        "Когда открыта библиотека?",
        "?!",
    ],
)
def test_who_names_an_office_a_thing_or_nothing_at_all_does_not(text: str) -> None:
    assert not asks_at_large(text, city="Kleinstadt")


def test_the_town_hall_is_told_from_an_office() -> None:
    assert names_hall("Wann hat das Rathaus auf?")
    assert not names_hall("Wann hat das Bürgerbüro auf?")


@pytest.mark.parametrize("city", ["Neustadt", "Neustadt am Bach", "Neustadt (Tal)", "Neustadt a. d. Furt"])
def test_the_citys_own_name_is_none_in_full_or_as_people_say_it(city: str) -> None:
    assert asks_at_large(f"Wann hat die Stadt {city} offen?", city=city)
    assert asks_at_large("Wann sind Neustadts Ämter offen?", city=city)
    assert not asks_at_large("Wann hat Neustadtberg offen?", city=city)


def test_half_a_name_that_means_a_thing_stays() -> None:
    assert without_city("Wann hat das Bad auf?", "Bad Quell").split() == ["Wann", "hat", "das", "Bad", "auf?"]
