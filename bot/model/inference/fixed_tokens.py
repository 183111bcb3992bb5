"""Which tokens of a prompt stay the same from request to request."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.model.inference.chat_template import ChatTemplate, Message, MessagesRefused
from bot.model.inference.saved_states import Tokens, shared

_ANY_CONTENTS = ("1", "Ä")


def fixed_tokens(
    template: ChatTemplate,
    tokenise: Callable[[str], Tokens],
    messages: Sequence[Message],
    fixed: int,
    tokens: Tokens,
) -> int:
    """How many of a prompt's `tokens` stem from its first `fixed` messages alone.

    Found by writing other contents after them: what all prompts begin with is fixed. So it holds for every
    template and tokenizer, also for those that join characters over the border.
    """
    if not 0 < fixed < len(messages):
        return 0
    common = len(tokens)
    for content in _ANY_CONTENTS:
        probe = Message(role=messages[fixed]["role"], content=content)
        try:
            common = min(common, shared(tokens, tokenise(template.prompt([*messages[:fixed], probe]))))
        except MessagesRefused:
            return 0
    return common
