"""Why a question went wrong, as far as words and lexicon tell."""

from collections.abc import Callable

import pytest

from corpus.records import Document, DocumentKind, Section, SectionKind
from evaluation.outcome import Outcome
from evaluation.worst.cause import cause
from evaluation.worst.question import Bad

MakeOutcome = Callable[..., Outcome]


def page(title: str, text: str = "Kommen Sie vorbei.") -> Document:
    return Document(
        id=title,
        city="a",
        source="a",
        url="https://a.example/",
        title=title,
        kind=DocumentKind.SERVICE,
        sections=(Section(kind=SectionKind.DESCRIPTION, heading="", text=text),),
    )


@pytest.mark.parametrize(
    ("question", "gold", "first", "words"),
    [
        ("xyzzy quux?", "Reisepass", "Hundesteuer", "knows none of them"),
        ("Was kostet ein Personalausweis?", "Reisepass", "Personalausweis", "the right page is about"),
        ("Was kostet ein Reisepass?", "Reisepass", "Reisepass", "picked other lines"),
    ],
)
def test_the_likeliest_cause_is_named(
    outcome: MakeOutcome, question: str, gold: str, first: str, words: str
) -> None:
    right = page(gold)
    found = right if first == gold else page(first)
    asked = outcome(question=question, ranked=(found.id,), gold_ids=[gold])
    assert words in cause(Bad(asked, ()), [right], found)


def test_a_neighbouring_page_explains_an_answer_that_should_not_be(outcome: MakeOutcome) -> None:
    asked = outcome(question="Wie bekomme ich ein Halteverbot?", kind="unanswerable", ranked=("a",))
    assert "shares enough words" in cause(Bad(asked, ()), [], page("Reisepass"))


def test_a_refused_question_whose_page_came_first_was_not_covered(outcome: MakeOutcome) -> None:
    right = page("Reisepass")
    asked = outcome(question="Reisepass?", status="not_found", ranked=(right.id,), gold_ids=[right.id])
    assert "cover too little" in cause(Bad(asked, ()), [right], right)
