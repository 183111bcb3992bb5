"""With this project's prompts, a real llama.cpp evaluates only the lines, date and question of a request."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.model.fixed_messages import HEADER
from prompts.loading import load_prompt
from tests.integration.bot.test_real_models import serving

pytestmark = pytest.mark.model
USES = (("choosing", "de", "standard"), ("wording", "de", "einfach"), ("translating", "en", "standard"))
ROUNDS = (
    {"lines": "1: Der Antrag kostet 46 Euro.", "question": "Was kostet ein Antrag?"},
    {"lines": "1: Die Anmeldung ist kostenlos.\n2: Bringen Sie ein Formular.", "question": "Und der Hund?"},
    {"lines": "1: Montag ist das Rathaus zu.", "question": "Wann ist heute offen?"},
)


def body(name: str, language: str, style: str, **values: str) -> dict[str, Any]:
    messages = load_prompt(name, language, style).format_messages(today="1. Juni 2026", **values)
    roles = ("system", "user")
    return {
        "messages": [{"role": role, "content": m.content} for role, m in zip(roles, messages, strict=True)],
        "max_tokens": 1,
    }


async def test_languages_and_uses_alternate_and_only_what_is_new_is_evaluated(words_gguf: Path) -> None:
    async with serving(words_gguf) as settings, httpx.AsyncClient(timeout=60) as client:

        async def evaluated(use: tuple[str, str, str], values: dict[str, str]) -> tuple[int, int]:
            """Tokens of the request and those that llama.cpp evaluated."""
            answer = await client.post(
                f"{settings.url}/chat/completions", json=body(*use, **values), headers={HEADER: "1"}
            )
            usage = answer.raise_for_status().json()["usage"]
            return usage["prompt_tokens"], usage["prompt_tokens_details"]["evaluated_tokens"]

        first = {use: await evaluated(use, ROUNDS[0]) for use in USES}
        for values in ROUNDS[1:]:
            for use in USES:
                tokens, new = await evaluated(use, values)
                rest = len(body(*use, **values)["messages"][1]["content"])
                # A token of this model is a character or a word: a text has no more tokens than characters.
                assert new <= rest + 16, use
                assert tokens > 3 * new, use
        assert all(new > 400 for _, new in first.values())
