"""What the city doesn't answer: who is in charge, with the way there."""

from bot.answer import Origin, Status
from bot.assistant import Assistant
from tests.integration.bot.test_assistant import ask


async def test_another_authority_is_named_with_its_number_as_an_action(assistant: Assistant) -> None:
    answer = await ask(assistant, "Wie hoch ist das Kindergeld?")
    assert answer.status is Status.NOT_FOUND
    assert "Dafür ist meist zuständig: Familienkasse." in answer.text()
    assert all(s.origin is Origin.FRAME for block in answer.blocks for s in block.sentences)
    assert ("telephone", "tel:08004555530") in [(action.kind, action.url) for action in answer.actions]
    assert answer.contact[-1].telephone == "069 90009-115"


async def test_it_is_named_in_the_citizens_language(assistant: Assistant) -> None:
    answer = await ask(assistant, "Where do I hand in my income tax return?", language="en")
    assert answer.status is Status.NOT_FOUND
    assert "Tax office (Finanzamt)" in answer.text()


async def test_what_the_city_has_a_page_on_is_answered_by_that_page(assistant: Assistant) -> None:
    answer = await ask(assistant, "Muss ich die Hundesteuer beim Finanzamt zahlen?")
    assert answer.sources
    assert answer.sources[0].document_id == "website:/hundesteuer"


async def test_a_question_about_another_town_is_sent_there(assistant: Assistant) -> None:
    answer = await ask(assistant, "Ich wohne in Augsburg. Was kostet dort ein Personalausweis?")
    assert answer.status is Status.NOT_FOUND
    assert "Ich kenne nur die Seiten von Kleinstadt." in answer.text()
    assert not answer.facts


async def test_of_the_nearest_pages_none_is_named_that_does_not_speak_of_it(assistant: Assistant) -> None:
    far = await ask(assistant, "Wie hoch ist der Mount Everest?")
    near = await ask(assistant, "Darf mein Hund ohne Leine in den Zoo?")
    assert (far.status, near.status) == (Status.NOT_FOUND, Status.NOT_FOUND)
    assert [action.kind for action in far.actions] == ["telephone"]
    assert "Am nächsten" not in far.text()
    assert "Hundesteuer" in [action.label for action in near.actions]
    assert "Am nächsten kommen diese Seiten:" in near.text()
