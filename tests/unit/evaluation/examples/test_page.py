"""The page of examples shows whole answers, and nothing in them is read as Markdown's own."""

from bot.answer import Answer, Block, Choice, Citation, Contact, FactLine, Sentence, Status
from corpus.records import FactKind
from evaluation.examples.asking import Asked, Example, asked_groups
from evaluation.examples.page import draw_page


def example() -> Example:
    source = Citation(
        number=1, document_id="a", title="Hund*e", heading="Gebühren", url="https://a.example/h"
    )
    answer = Answer(
        id="geheim",
        city="a",
        status=Status.ANSWERED,
        facts=(FactLine(kind=FactKind.FEE, label="Gebühr", value="46 Euro", citation=1),),
        blocks=(
            Block(
                form="steps",
                heading="Ablauf",
                sentences=(Sentence(text="Kommen <b>Sie</b>.", citations=(1,)), Sentence(text="Zahlen Sie.")),
            ),
        ),
        sources=(source,),
        contact=(Contact(name="Amt", telephone="115", open_now=True),),
        choices=(Choice(label="Pass", question="Pass", document_id="p"),),
        notices=("Ein Hinweis.",),
        footnote="Ohne Gewähr.",
        context="token",
    )
    return Example(Asked(text="Was kostet das?", after="Hund anmelden"), answer)


def test_everything_that_a_citizen_reads_is_on_the_page() -> None:
    page = draw_page({"Kosten": [example()]}, "Monday")
    for shown in (
        "## Kosten",
        "### Was kostet das?",
        "nach „Hund anmelden“",
        "- **Gebühr:** 46 Euro [1]",
        "1. Kommen &lt;b>Sie&lt;/b>. [1]",
        "- Pass?",
        "> Ein Hinweis.",
        "Amt, 115, jetzt geöffnet",
        "[Hund\\*e: Gebühren](https://a.example/h)",
        "*Ohne Gewähr.*",
    ):
        assert shown in page
    assert "geheim" not in page
    assert "token" not in page


def test_there_are_fifty_in_both_styles_and_several_languages() -> None:
    asked = [one for group in asked_groups().values() for one in group]
    assert len(asked) == 50
    assert {one.style.value for one in asked} == {"standard", "einfach"}
    assert len({one.language for one in asked if one.language}) >= 3
