"""The page of measurements keeps what isn't measured anew."""

from datetime import date

from evaluation.measurements.page import page_of, section, sections_of
from evaluation.measurements.parts import Part

ONE = Part("one", "The first", "What to know.", ("evaluation.one", "--markdown"))
TWO = Part("two", "The second", "Also this.", ("evaluation.two",), fenced=True)
DAY = date(2026, 1, 2)


def test_a_page_that_was_written_gives_its_sections_back() -> None:
    sections = {part.heading: section(part, "### Table\n\n| a |\n", DAY) for part in (ONE, TWO)}
    assert sections_of(page_of([ONE, TWO], sections)) == sections


def test_only_what_was_measured_anew_changes_and_the_order_is_that_of_the_parts() -> None:
    old = {ONE.heading: section(ONE, "then", DAY), TWO.heading: section(TWO, "then", DAY)}
    found = sections_of(page_of([ONE, TWO], old))
    found[ONE.heading] = section(ONE, "lately", DAY)
    page = page_of([TWO, ONE], found)
    assert page.index("then\n") < page.index("lately")
    assert page.count("\nthen\n") == 1


def test_a_section_says_how_and_when_it_was_measured() -> None:
    text = section(TWO, "figures\n", DAY)
    assert "`python -m evaluation.two` (2026-01-02, " in text
    assert "```\nfigures\n```" in text


def test_what_is_no_longer_measured_is_no_longer_shown() -> None:
    sections = {ONE.heading: section(ONE, "then", DAY), "Gone": "## Gone\n\nold figures\n"}
    assert "Gone" not in page_of([ONE], sections)
