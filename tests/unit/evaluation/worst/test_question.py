"""What went wrong with a question, the gravest first."""

from collections.abc import Callable

from corpus.records import Document, DocumentKind, Fact, FactKind, Section, SectionKind
from evaluation.measure import cases_of
from evaluation.outcome import Outcome
from evaluation.worst.question import Bad, worst_first

MakeOutcome = Callable[..., Outcome]
PASS = Document(
    id="pass",
    city="a",
    source="a",
    url="https://a.example/pass",
    title="Reisepass",
    kind=DocumentKind.SERVICE,
    sections=(Section(kind=SectionKind.FEES, heading="Gebühren", text="Der Pass kostet 70 Euro."),),
    facts=(Fact(kind=FactKind.FEE, value="70 Euro", words="Der Pass kostet 70 Euro.", section=0),),
)


def bad(*outcomes: Outcome) -> list[Bad]:
    return worst_first(cases_of(outcomes, lambda key: PASS if key == "pass" else None))


def test_a_right_answer_is_not_bad(outcome: MakeOutcome) -> None:
    right = outcome(
        ranked=("pass",), text="Der Pass kostet 70 Euro.", gold_ids=["pass"], gold_facts=["70 Euro"]
    )
    assert bad(right) == []


def test_each_mistake_is_told(outcome: MakeOutcome) -> None:
    (found,) = bad(
        outcome(ranked=("a", "pass"), text="Das kostet 5 Euro.", gold_ids=["pass"], gold_facts=["70 Euro"])
    )
    assert [mistake.german for mistake in found.mistakes] == [
        "richtige Seite erst an Stelle 2",
        "fremder Betrag: 5 Euro",
        "es fehlt: 70 Euro",
    ]
    assert "5 Euro" not in " ".join(mistake.english for mistake in found.mistakes)


def test_a_wrong_amount_is_worse_than_a_refusal_and_that_than_a_page_in_second_place(
    outcome: MakeOutcome,
) -> None:
    second = outcome(ranked=("a", "pass"), id="second", gold_ids=["pass"])
    refused = outcome(ranked=("pass",), id="refused", status="not_found", gold_ids=["pass"])
    amount = outcome(ranked=("pass",), id="amount", text="Das kostet 5 Euro.", gold_ids=["pass"])
    found = bad(second, refused, amount)
    assert [one.outcome.question.id for one in found] == ["amount", "refused", "second"]


def test_what_nothing_answers_must_not_be_answered(outcome: MakeOutcome) -> None:
    (found,) = bad(outcome(kind="unanswerable", ranked=("pass",)))
    assert found.mistakes[0].english == "answered, though nothing is there"
    assert bad(outcome(kind="unanswerable", status="not_found")) == []
