"""The exam in choosing knows what is right for certain, and chance doesn't pass it."""

from random import Random

from api.models.choosing_exam import Paper, papers
from api.models.judging import Trial, judge
from bot.answer import Answer, Block, Citation, Contact, Origin, Sentence, Status
from bot.model.speed import Speed
from bot.settings import BotSettings

PAGES = {
    "hund": ["Melden Sie Ihren Hund an.", "Die Marke kommt mit der Post.", "Welpen zählen ab drei Monaten."],
    "pass": ["Bringen Sie ein Foto mit.", "Der Pass ist nach vier Wochen da.", "Kinder kommen mit."],
    "auto": ["Das Auto braucht eine Plakette.", "Die Versicherung gibt eine Nummer."],
    "grab": ["Ein Grab wird zugeteilt.", "Die Ruhezeit dauert zwanzig Jahre.", "Blumen sind erlaubt."],
}


def answer(page: str, texts: list[str], *, origin: Origin = Origin.SOURCE) -> Answer:
    sentences = tuple(Sentence(text=text, citations=(1,), origin=origin) for text in texts)
    url = f"https://www.stadt.example/{page}#abschnitt"
    source = Citation(number=1, document_id=page, title=page, heading="", office="", url=url)
    return Answer(
        id=page,
        city="stadt",
        status=Status.ANSWERED,
        language="de",
        blocks=(Block(sentences=sentences),),
        sources=(source,),
        contact=(Contact(name="Bürgertelefon"),),
    )


def exam() -> list[Paper]:
    return papers(list(PAGES), [answer(page, texts) for page, texts in PAGES.items()])


def test_each_question_is_asked_with_its_own_sentences_among_those_of_other_pages() -> None:
    made = exam()
    assert [paper.question for paper in made] == list(PAGES)
    for paper in made:
        own = {paper.lines[number - 1] for number in paper.right}
        assert own == set(PAGES[paper.question])
        assert len(paper.lines) > 2 * len(own)
        assert len(set(paper.lines)) == len(paper.lines)


def test_sentences_of_the_same_page_are_never_wrong() -> None:
    both = [answer("pass", PAGES["pass"]), answer("pass", ["Ein Pass gilt zehn Jahre."])]
    assert papers(["a", "b"], both) == []


def test_what_no_source_said_is_no_paper() -> None:
    framed = answer("hund", PAGES["hund"], origin=Origin.FRAME)
    assert [paper.question for paper in papers(["a", "b"], [framed, answer("pass", PAGES["pass"])])] == []


def test_the_same_questions_give_the_same_papers() -> None:
    assert exam() == exam()


def test_who_chooses_by_chance_fails_and_who_knows_passes() -> None:
    random, passed = Random(1), 0
    for _ in range(200):
        trial = Trial("choosing", replies=4)
        for paper in exam():
            chosen = random.sample(range(1, len(paper.lines) + 1), random.randint(1, 4))
            trial.proposed += len(chosen)
            trial.kept += len(paper.right.intersection(chosen))
        passed += judge(trial, Speed(500, 50), BotSettings()).worth
    assert passed <= 2
    knowing = Trial("choosing", replies=4, proposed=11, kept=11)
    assert judge(knowing, Speed(500, 50), BotSettings()).worth
