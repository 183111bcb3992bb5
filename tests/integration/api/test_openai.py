"""Existing clients of the OpenAI protocol can use the assistant as a model."""

import openai
import pytest


@pytest.fixture
def model(server: str) -> openai.OpenAI:
    return openai.OpenAI(base_url=f"{server}/v1", api_key="none", max_retries=0)


def test_the_client_lists_and_asks_the_model(model: openai.OpenAI) -> None:
    names = [entry.id for entry in model.models.list()]
    assert names == ["stadtlotse"]
    completion = model.chat.completions.create(
        model=names[0], messages=[{"role": "user", "content": "Was kostet ein Personalausweis?"}]
    )
    content = completion.choices[0].message.content or ""
    assert "46,00 Euro" in content
    assert "https://www.kleinstadt.example/personalausweis" in content
    assert completion.choices[0].finish_reason == "stop"


def test_the_client_streams(model: openai.OpenAI) -> None:
    stream = model.chat.completions.create(
        model="stadtlotse",
        messages=[{"role": "user", "content": "Was kostet ein Personalausweis?"}],
        stream=True,
    )
    chunks = list(stream)
    text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
    assert "46,00 Euro" in text
    assert chunks[-1].choices[0].finish_reason == "stop"


def test_earlier_messages_are_the_context(model: openai.OpenAI) -> None:
    completion = model.chat.completions.create(
        model="stadtlotse",
        messages=[
            {"role": "user", "content": "Wie beantrage ich einen Personalausweis?"},
            {"role": "assistant", "content": "Persönlich im Bürgerbüro."},
            {"role": "user", "content": "und was kostet das?"},
        ],
    )
    assert "46,00 Euro" in (completion.choices[0].message.content or "")


def test_a_conversation_without_a_question_is_refused(model: openai.OpenAI) -> None:
    with pytest.raises(openai.UnprocessableEntityError):
        model.chat.completions.create(model="stadtlotse", messages=[{"role": "assistant", "content": "Ja."}])
    with pytest.raises(openai.NotFoundError):
        model.chat.completions.create(
            model="stadtlotse/atlantis", messages=[{"role": "user", "content": "Was?"}]
        )
