"""Feedback without JavaScript."""

import pytest

from tests.unit.widget.test_pages import CITY, one, read, scripted
from widget.pages import COMMENT_LIMIT, Asked, Choices, Said, render_chat, render_feedback

ASKED = Asked("Was kostet das?", "token-0")


def feedback(said: Said, **more: object) -> str:
    values = {"context": "token-1", "choices": Choices(), **more}
    return render_feedback(CITY, said, ASKED, **values)  # type: ignore[arg-type]


def test_an_answer_can_be_rated_with_its_id_and_token() -> None:
    form = one(read(render_chat(CITY, scripted("answered"), "Frage")), "form.rate")
    assert (form["method"], form["action"]) == ("post", "/chat/feedback")
    assert one(form, "[name=answer]")["value"] == scripted("answered")["id"]
    assert one(form, "[name=context]")["value"] == "token-1"
    assert [option["value"] for option in form.select("[name=rating]")] == ["helpful", "not_helpful"]


def test_reasons_are_those_that_the_store_knows() -> None:
    from corpus.store.feedback import Reason

    form = one(read(render_chat(CITY, scripted("answered"), "Frage")), "form.rate")
    assert [option["value"] for option in form.select("[name=reason]")] == [reason.value for reason in Reason]


def test_the_question_is_shown_to_nobody_unless_it_is_ticked() -> None:
    form = one(read(render_chat(CITY, scripted("answered"), "Frage")), "form.rate")
    assert one(form, "[name=share]").get("checked") is None


@pytest.mark.parametrize("status", ["small_talk", "signposted"])
def test_where_there_is_nothing_to_rate_nobody_is_asked(status: str) -> None:
    page = read(render_chat(CITY, {**scripted("answered"), "status": status}, "Frage"))
    assert page.select("form.rate") == []


def test_thanks_lead_back_to_the_answer() -> None:
    page = read(feedback(Said("answer-1", "helpful")))
    assert page.select("form.rate") == []
    form = one(page, "main form")
    sent = {str(field["name"]): field["value"] for field in form.select("input")}
    assert (sent["asked"], sent["asked_context"]) == ("Was kostet das?", "token-0")
    assert one(form, "button")["name"] == "apply"


def test_a_missing_rating_is_asked_for_at_its_field_and_nothing_is_lost() -> None:
    page = read(feedback(Said("answer-1", "", "outdated", "Stand 2019", share=True), unrated=True))
    fields = one(page, "fieldset")
    assert one(page, "#" + str(fields["aria-describedby"])).get_text() == "Bitte wählen Sie „Ja“ oder „Nein“."
    assert one(page, "[name=reason][checked]")["value"] == "outdated"
    assert one(page, "[name=comment]").get_text() == "Stand 2019"
    assert one(page, "[name=share]").get("checked") is not None


def test_a_comment_that_is_too_long_is_kept_and_counted() -> None:
    page = read(feedback(Said("answer-1", "helpful", comment="x" * (COMMENT_LIMIT + 1))))
    field = one(page, "[name=comment]")
    problem = one(page, "#" + str(field["aria-describedby"]).split()[0]).get_text()
    assert "1001 von höchstens 1000" in problem
    assert len(field.get_text()) == COMMENT_LIMIT + 1


def test_nothing_in_the_feedback_becomes_markup() -> None:
    page = read(feedback(Said('"><script>', "", "", "</textarea><script>alert(1)</script>"), unrated=True))
    assert page.select("script") == []


def test_in_a_frame_the_forms_stay_in_the_frame() -> None:
    page = read(render_chat(CITY, scripted("answered"), "Frage", framed=True))
    assert {str(form["action"]) for form in page.select("form")} == {"/frame", "/frame/feedback"}
    assert page.select("header") == []
    beside = [
        link for link in page.select("a[href]") if not str(link["href"]).startswith(("#", "tel:", "mailto:"))
    ]
    here = [link for link in beside if link.get("target") != "_blank"]
    assert [str(link["href"]).split("?")[0] for link in here] == ["/frame"]
