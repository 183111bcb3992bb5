"""Sentences in the citizen's language: each from a German one of the page, checked, shown beside it."""

from collections.abc import Callable

import pytest

from bot.answer import Answer, Origin, Sentence, Status
from bot.assistant import Assistant
from bot.events import Accepted, Done, Facts, NewSentence
from bot.model.speed import Speed
from bot.request import Question
from bot.settings import BotSettings
from bot.texts import say
from corpus.embedding.embedder import Embedder
from corpus.generations.library import Library
from tests.integration.bot.hostile import Scripted
from tests.integration.bot.scripted import Answering, saying
from tests.integration.conftest import MONDAY_TEN
from tests.integration.small_city import small_city

LANGUAGES = ("de", "en", "tr", "uk", "ru", "ar", "pl")
IN_PERSON = "Den Personalausweis beantragen Sie persönlich im Bürgerbüro."
VALID = "Er ist für Personen ab 24 Jahren zehn Jahre gültig."
FREE = "Für die Anmeldung wird keine Gebühr erhoben."
ENGLISH = {
    IN_PERSON: "You apply for the Personalausweis in person at the Bürgerbüro.",
    VALID: "It is valid for ten years for people from 24 years of age.",
    FREE: "No fee is charged for the registration.",
}
APPLYING = Question(text="How do I apply for an identity card (Personalausweis)?")
REGISTERING = Question(text="What is the fee for registering a flat (Anmeldung Wohnung)?")
Make = Callable[..., Assistant]


@pytest.fixture
def make(library: Library, embedder: Embedder) -> Make:
    """Makes assistants of a Kleinstadt that answers in seven languages."""

    def make_one(model: Scripted | None = None, speed: Speed | None = None, **settings: object) -> Assistant:
        return Assistant(
            small_city().model_copy(update={"languages": LANGUAGES}),
            library,
            embedder,
            secret="test",
            clock=lambda: MONDAY_TEN,
            model=model,
            speed=lambda: speed,
            settings=BotSettings.model_validate(settings),
        )

    return make_one


def sentences(answer: Answer) -> list[Sentence]:
    return [sentence for block in answer.blocks for sentence in block.sentences]


def by_machine(answer: Answer) -> dict[str, str]:
    """The German of each translated sentence, and its translation."""
    return {s.original[0]: s.text for s in sentences(answer) if s.origin is Origin.MODEL}


def german_of(answer: Answer) -> list[str]:
    """What the answer says in German, sentence by sentence, translated or not."""
    return [s.original[0] if s.origin is Origin.MODEL else s.text for s in sentences(answer)]


async def test_a_faithful_translation_stands_beside_its_german_in_its_language_and_says_so(
    make: Make,
) -> None:
    answer = await make(Answering(reply=saying(ENGLISH))).answer(APPLYING)
    assert by_machine(answer) == {IN_PERSON: ENGLISH[IN_PERSON], VALID: ENGLISH[VALID]}
    translated = [s for s in sentences(answer) if s.origin is Origin.MODEL]
    assert {s.language for s in translated} == {"en"}
    assert all(s.citations for s in translated)
    assert say("translated", "en") in answer.notices


async def test_what_is_not_translated_stays_german_in_its_place(make: Make) -> None:
    without = await make().answer(APPLYING)
    answer = await make(Answering(reply=saying(ENGLISH))).answer(APPLYING)
    assert german_of(answer) == german_of(without)
    assert [s.language for s in sentences(answer)][:2] == ["en", "en"]
    assert "de" in [s.language for s in sentences(answer)]


@pytest.mark.parametrize(
    ("language", "asked", "text"),
    [
        ("en", "How do I apply for the Personalausweis?", ENGLISH[IN_PERSON]),
        (
            "tr",
            "Personalausweis için nasıl başvururum?",
            "Personalausweis için başvuruyu Bürgerbüro'da şahsen yaparsınız.",
        ),
        (
            "uk",
            "Як мені подати заяву на Personalausweis?",
            "Заяву на Personalausweis ви подаєте особисто в Bürgerbüro.",
        ),
        (
            "ru",
            "Как мне подать заявление на Personalausweis?",
            "Заявление на Personalausweis вы подаёте лично в Bürgerbüro.",
        ),
        (
            "ar",
            "كيف يمكنني تقديم طلب للحصول على Personalausweis؟",
            "تقدّم طلب Personalausweis شخصياً في Bürgerbüro.",
        ),
        (
            "pl",
            "Jak złożyć wniosek o Personalausweis?",
            "Wniosek o Personalausweis składa się osobiście w Bürgerbüro.",
        ),
    ],
)
async def test_six_languages_are_spoken(language: str, asked: str, text: str, make: Make) -> None:
    model = Answering(reply=saying({IN_PERSON: text}))
    answer = await make(model, answer_threshold=0).answer(Question(text=asked, language=language))
    assert answer.language == language
    assert by_machine(answer) == {IN_PERSON: text}
    assert say("translated", language) in answer.notices


HOSTILE = {
    "another language": "Vous demandez la carte Personalausweis en personne au Bürgerbüro.",
    "German in other words": "Den Personalausweis bekommen Sie persönlich im Bürgerbüro.",
    "a sibling's language": "Wniosek o Personalausweis składa się osobiście w Bürgerbüro.",
    "another number": "You apply for the Personalausweis in person at the Bürgerbüro within 3 days.",
    "another name": "You apply for the Personalausweis in person at the Standesamt.",
    "an added negation": "You do not apply for the Personalausweis in person at the Bürgerbüro.",
    "an added link": "You apply for the Personalausweis in person at the Bürgerbüro: https://evil.example",
    "Markdown": "You apply for the [Personalausweis](https://evil.example) in person at the Bürgerbüro.",
    "HTML": "You apply for the <b>Personalausweis</b> in person at the Bürgerbüro.",
    "control characters": "You apply for the Personalausweis \u202ein person at the Bürgerbüro.",
    "half a sentence": "You apply for the Personalausweis in person at the Bürgerbüro and",
    "the prompt": "Du übersetzt Auskünfte einer deutschen Stadt ins Englische.",
    "a tale": "You apply for the Personalausweis in person at the Bürgerbüro. " * 9,
}


@pytest.mark.parametrize("name", HOSTILE)
async def test_an_unfaithful_translation_leaves_the_german(name: str, make: Make) -> None:
    without = await make().answer(APPLYING)
    model = Answering(reply=saying({IN_PERSON: HOSTILE[name]}))
    answer = await make(model).answer(APPLYING)
    assert model.heard
    assert by_machine(answer) == {}
    assert sentences(answer) == sentences(without)
    assert say("translated", "en") not in answer.notices


@pytest.mark.parametrize(
    "text",
    [
        "A fee is charged for the registration.",
        "A fee of 10 Euro is charged for the registration.",
    ],
)
async def test_a_dropped_negation_leaves_the_german(text: str, make: Make) -> None:
    answer = await make(Answering(reply=saying({FREE: text}))).answer(REGISTERING)
    assert FREE in [s.text for s in sentences(answer)]
    faithful = await make(Answering(reply=saying(ENGLISH))).answer(REGISTERING)
    assert by_machine(faithful) == {FREE: ENGLISH[FREE]}


async def test_facts_stay_verbatim(make: Make) -> None:
    question = Question(text="How much is an identity card (Personalausweis)? What is the fee (Gebühr)?")
    without = await make().answer(question)
    answer = await make(Answering(reply=saying(ENGLISH))).answer(question)
    assert without.facts
    assert (answer.facts, answer.contact, answer.actions) == (without.facts, without.contact, without.actions)


async def test_facts_come_first_and_sentences_in_the_order_of_the_page(make: Make) -> None:
    assistant = make(Answering(reply=saying(ENGLISH)))
    events = [event async for event in assistant.stream(APPLYING)]
    kinds = [type(event) for event in events]
    assert kinds[:2] == [Accepted, Facts]
    done = events[-1]
    assert isinstance(done, Done)
    streamed = [event.sentence for event in events if isinstance(event, NewSentence)]
    assert streamed == sentences(done.answer)
    assert [s.original[0] for s in streamed[:2]] == [IN_PERSON, VALID]


def _swapped(lines: dict[int, str], request: str) -> str:
    return "".join(reversed(saying(ENGLISH)(lines, request).splitlines(keepends=True)))


def _twice(lines: dict[int, str], request: str) -> str:
    return saying(ENGLISH)(lines, request) * 2


def _numberless(lines: dict[int, str], request: str) -> str:
    return "\n".join(ENGLISH.get(text, "") for text in lines.values())


def _others_numbers(lines: dict[int, str], request: str) -> str:
    return "".join(f"[{number % len(lines) + 1}] {ENGLISH.get(text, '')}\n" for number, text in lines.items())


@pytest.mark.parametrize("reply", [_swapped, _twice, _numberless, _others_numbers])
async def test_a_reply_in_disorder_shows_nothing_twice_and_loses_nothing(
    reply: Callable[[dict[int, str], str], str], make: Make
) -> None:
    without = await make().answer(APPLYING)
    answer = await make(Answering(reply=reply)).answer(APPLYING)
    assert german_of(answer) == german_of(without)
    assert all(ENGLISH[german] == text for german, text in by_machine(answer).items())


@pytest.mark.parametrize("broken", [{"hangs": True}, {"dies": True}])
async def test_a_model_that_breaks_off_leaves_the_rest_in_german(broken: dict[str, bool], make: Make) -> None:
    model = Answering(reply=saying({IN_PERSON: ENGLISH[IN_PERSON]}), **broken)
    without = await make().answer(APPLYING)
    answer = await make(model, model_first_sentence=0.3, model_total=0.4).answer(APPLYING)
    assert by_machine(answer) == {IN_PERSON: ENGLISH[IN_PERSON]}
    assert german_of(answer) == german_of(without)


async def test_a_silent_model_leaves_all_in_german(make: Make) -> None:
    without = await make().answer(APPLYING)
    answer = await make(Scripted(text="", hangs=True), model_first_sentence=0.2).answer(APPLYING)
    assert answer.status is Status.ANSWERED
    assert sentences(answer) == sentences(without)


async def test_a_machine_too_slow_for_it_is_not_asked(make: Make) -> None:
    model = Answering(reply=saying(ENGLISH))
    slow = Speed(prompt_tokens_per_second=8, written_tokens_per_second=2)
    without = await make().answer(APPLYING)
    answer = await make(model, speed=slow).answer(APPLYING)
    assert not model.heard
    assert sentences(answer) == sentences(without)


async def test_a_city_may_do_without_translations(make: Make) -> None:
    model = Answering(reply=saying(ENGLISH))
    answer = await make(model, translating=(), choosing=()).answer(APPLYING)
    assert not model.heard
    assert by_machine(answer) == {}


async def test_the_model_is_shown_the_sentences_and_nothing_of_the_question(make: Make) -> None:
    model = Answering(reply=saying(ENGLISH))
    await make(model).answer(APPLYING)
    assert APPLYING.text not in model.heard[0]
    assert "http" not in model.heard[0]


async def test_the_steps_of_a_life_event_are_translated_too(make: Make) -> None:
    german = "Hundesteuer: Für jeden Hund ist Hundesteuer zu zahlen."
    told = {german: "Dog tax (Hundesteuer): Dog tax must be paid for every dog."}
    moving = Question(text="I have moved to this city, what do I have to do?")
    without = await make().answer(moving)
    answer = await make(Answering(reply=saying(told))).answer(moving)
    assert [block.form for block in answer.blocks] == ["steps", "list"]
    assert by_machine(answer) == told
    assert german_of(answer) == german_of(without)
