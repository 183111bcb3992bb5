"""The lexicon keeps to its own rules, and its check tells who doesn't."""

from pathlib import Path

import pytest

from corpus.lexicon import Lexicon, Service, load_lexicon
from corpus.lexicon.check import main
from corpus.lexicon.check_gaps import DataError, Page, collections, reach, sample_city
from corpus.lexicon.check_rules import findings


def _service(key: str, *phrases: str, official: str = "", **names: tuple[str, ...]) -> Service:
    return Service(key, (official or f"{key} beantragen",), phrases, names)


def _rules(*services: Service, wholes: dict[str, tuple[str, ...]] | None = None) -> set[tuple[str, str]]:
    found = findings(Lexicon(services, {}, {}, wholes))
    return {(finding.rule, finding.service) for finding in found if finding.is_error}


def test_the_lexicon_has_no_errors() -> None:
    assert [finding for finding in findings(load_lexicon()) if finding.is_error] == []


def test_a_phrase_of_two_services_is_an_error_unless_one_covers_the_other() -> None:
    pension, widow = _service("rente", "witwenrente"), _service("witwen", "Witwenrente".lower())
    assert ("Doppeldeutig", "rente") in _rules(pension, widow)
    assert not _rules(pension, widow, wholes={"rente": ("witwen",)})


@pytest.mark.parametrize("word", ["anmelden", "antrag", "kosten", "wohnung"])
def test_a_word_that_fits_many_services_is_an_error(word: str) -> None:
    assert ("Zu allgemein", "hund") in _rules(_service("hund", word))


def test_a_foreign_word_that_is_a_german_one_elsewhere_is_an_error() -> None:
    services = _service("ratten", "rattenplage", en=("rats",)), _service("stadtrat", "rat der stadt")
    assert ("Fremdes Wort", "ratten") in _rules(*services)


@pytest.mark.parametrize("phrase", ["Hund", "zwei  blanks", " hund"])
def test_a_phrase_is_lower_case_and_has_single_blanks(phrase: str) -> None:
    assert ("Schreibweise", "tier") in _rules(_service("tier", phrase))


def test_a_phrase_is_there_only_once() -> None:
    assert ("Schreibweise", "tier") in _rules(_service("tier", "welpe", "welpe"))


@pytest.mark.parametrize("phrase", ["hu*", "h*nd"])
def test_a_star_stands_at_the_end_after_three_letters(phrase: str) -> None:
    assert ("Sternchen", "tier") in _rules(_service("tier", phrase))


def test_two_services_may_not_have_the_same_name_or_number() -> None:
    assert ("Gleicher Name", "a") in _rules(
        _service("a", "eins", official="Hundesteuer"), _service("b", "zwei", official="Hundesteuer")
    )
    one, other = (Service(key, (f"Fach{key}",), (key * 4,), {}, ("99" + "0" * 12,)) for key in ("a", "b"))
    assert ("LeiKa-Nummer", "a") in _rules(one, other)


@pytest.mark.parametrize("word", ["kfz-brief", "dürfen"])
def test_the_thesaurus_has_single_words_that_say_something(word: str) -> None:
    found = findings(Lexicon((), {"fahrzeugbrief": (word,)}))
    assert [(one.rule, one.service, one.is_error) for one in found] == [("Thesaurus", "fahrzeugbrief", True)]


def test_missing_languages_and_few_phrases_are_told_without_being_errors() -> None:
    found = findings(Lexicon((_service("hund", "welpe", en=("dog",)),), {}))
    assert [(one.rule, one.what) for one in found] == [
        ("Weniger als zwölf Fragen", "1 statt 12"),
        ("Sprachen fehlen", "tr uk ru ar pl"),
    ]


def test_a_page_is_reached_by_its_title_or_its_keywords() -> None:
    lexicon = Lexicon((_service("hund", "welpe", official="Hundesteuer"),), {})
    pages = [Page("Hundesteuer"), Page("Tiere", ("Welpe",)), Page("Grußwort")]
    assert reach(lexicon, "x", pages).missed == ("Grußwort",)


def test_most_services_of_the_sample_city_are_reached() -> None:
    assert reach(load_lexicon(), "musterstadt", sample_city()).share > 0.95


def test_corpora_and_names_in_a_folder_are_read(tmp_path: Path) -> None:
    (tmp_path / "stadt").mkdir()
    (tmp_path / "stadt" / "corpus.jsonl").write_text('{"title": "Wohngeld"}\n', encoding="utf-8")
    names = "Wohngeld beantragen\n\nImmissionsschutz - Messbericht einreichen\n"
    (tmp_path / "service_names.txt").write_text(names, encoding="utf-8")
    assert dict(collections(tmp_path)) == {
        "stadt": [Page("Wohngeld")],
        "service_names.txt": [Page("Wohngeld beantragen")],
    }


@pytest.mark.parametrize("line", ["{", "[]", '{"name": "Wohngeld"}'])
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "stadt").mkdir()
    (tmp_path / "stadt" / "corpus.jsonl").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(DataError, match="Zeile 1"):
        list(collections(tmp_path))


def test_the_command_ends_well_without_errors_and_tells_what_is_broken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == 0
    assert "Keine Fehler" in capsys.readouterr().out
    (tmp_path / "stadt").mkdir()
    (tmp_path / "stadt" / "corpus.jsonl").write_text("{", encoding="utf-8")
    assert main(["--data", str(tmp_path)]) == 1
