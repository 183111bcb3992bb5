"""Lines that make sense only together are shown together."""

from collections.abc import Sequence

from bot.compose.original.candidates import Candidate
from bot.compose.original.groups import bare, form_of, with_sense
from bot.reader.lines import Line
from corpus.records import Document, SectionKind

PAGE = Document(id="d", city="c", source="s", title="Hund anmelden", url="https://c.example/d")


def pool_of(texts: Sequence[str]) -> list[Candidate]:
    lines = (Line(text, "Ablauf", SectionKind.PROCEDURE, 0, place) for place, text in enumerate(texts))
    return [Candidate(PAGE, line, 0.5) for line in lines]


def test_an_item_brings_its_list_and_what_announces_it() -> None:
    pool = pool_of(["Der Hund trägt eine Marke.", "Bringen Sie mit:", "- Ausweis", "- Impfpass", "Danke."])
    assert with_sense(pool, 3) == [1, 2, 3]


def test_a_step_brings_all_steps() -> None:
    steps = [f"{number}. Schritt Nummer {number} tun" for number in range(1, 13)]
    assert with_sense(pool_of(steps), 5) == list(range(12))


def test_a_sentence_brings_the_one_that_it_leans_on() -> None:
    pool = pool_of(["Sie bekommen eine Marke.", "Diese tragen Hunde am Halsband."])
    assert with_sense(pool, 1) == [0, 1]


def test_a_row_of_a_table_is_an_item_and_stands_alone() -> None:
    pool = pool_of(["Hund: erster; Steuer: 84 Euro", "Hund: zweiter; Steuer: 120 Euro"])
    assert [form_of(entry) for entry in pool] == ["list", "list"]
    assert with_sense(pool, 1) == [1]
    assert bare(pool[1].line.text, "list") == "Hund: zweiter; Steuer: 120 Euro"


def test_markers_of_items_and_steps_are_not_shown() -> None:
    assert bare("- Ausweis", "list") == "Ausweis"
    assert bare("2. Antrag stellen", "steps") == "Antrag stellen"
