"""The share of facts stated, and of answers with wrong amounts."""

from corpus.records import Document, Section, SectionKind
from evaluation.facts.case import READ, FactCase, case_of
from evaluation.facts.failures import failures
from evaluation.facts.figures import facts_stated, wrong_amounts
from evaluation.outcome import Outcome
from tests.unit.evaluation.conftest import MakeOutcome

_PASS = Document(
    id="pass",
    city="messung",
    source="corpus",
    title="Reisepass",
    url="https://stadt.example/pass",
    sections=(Section(kind=SectionKind.FEES, heading="Gebühren", text="Ab 24 Jahren: 70,00 Euro"),),
)


def _find(document_id: str) -> Document | None:
    return _PASS if document_id == "pass" else None


def _case(outcome: Outcome) -> FactCase:
    case = case_of(outcome, _find)
    assert case is not None
    return case


def test_facts_are_counted_one_by_one_over_all_questions(outcome: MakeOutcome) -> None:
    cases = [
        _case(outcome(gold_facts=["70 Euro", "vier Wochen", "Foto"], text="70,00 € und ein Foto")),
        _case(outcome(kind="followup", gold_facts=["Rathaus"], text="Im Rathaus.")),
        _case(outcome(kind="unanswerable")),
    ]
    assert facts_stated(cases) == {"plain": 0.6667, "followup": 1.0, "all": 0.75}


def test_only_the_beginning_of_an_answer_is_read(outcome: MakeOutcome) -> None:
    late = outcome(gold_facts=["70 Euro"], text="x" * (READ - 3) + " 70 Euro")
    assert _case(late).missed == ("70 Euro",)


def test_a_set_without_facts_has_no_share(outcome: MakeOutcome) -> None:
    assert facts_stated([_case(outcome())]) == {"all": None}


def test_an_amount_of_the_gold_document_is_right_however_printed(outcome: MakeOutcome) -> None:
    assert _case(outcome(gold_ids=["pass"], text="Der Pass kostet 70 €.")).foreign == ()


def test_an_amount_of_no_gold_document_is_wrong(outcome: MakeOutcome) -> None:
    cases = [
        _case(outcome(gold_ids=["pass"], text="Der Pass kostet 70 € oder 37,50 Euro.")),
        _case(outcome(gold_ids=["pass"], text="Der Pass kostet 70 €.")),
        _case(outcome(gold_ids=["pass"], status="not_found", text="Vielleicht 3 Euro.")),
    ]
    assert cases[0].foreign == ("37,50 Euro",)
    assert wrong_amounts(cases) == {"plain": 0.5, "all": 0.5}


def test_any_amount_is_wrong_where_no_document_answers(outcome: MakeOutcome) -> None:
    assert _case(outcome(kind="unanswerable", text="Das kostet 5 Euro.")).foreign == ("5 Euro",)


def test_reading_questions_have_no_facts(outcome: MakeOutcome) -> None:
    assert case_of(outcome(kind="unanswerable_on_page"), _find) is None


def test_failures_name_what_is_missing_and_what_is_wrong(outcome: MakeOutcome) -> None:
    case = _case(outcome(gold_ids=["pass"], gold_facts=["70 Euro"], text="Das kostet 3 Euro."))
    missing, wrong = failures([case])
    assert (missing.task, missing.expected, missing.found) == ("facts", "70 Euro", "Das kostet 3 Euro.")
    assert (wrong.task, wrong.found) == ("amounts", "3 Euro")
