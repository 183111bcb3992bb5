"""Which tokens of a prompt stay the same from request to request."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.model.chat_template import ChatTemplate, Message, MessagesRefused
from bot.model.states import Tokens, shared

HEADER = "X-Fixed-Messages"
"""With it a client marks so many leading messages as fixed. A header, since strict servers refuse unknown
fields in a request, and no server minds an unknown header."""

_ANY_CONTENTS = ("1", "Ä")


def leading_system_messages(roles: Sequence[str]) -> int:
    """How many messages at the beginning are the system's: what is fixed where nothing else is said."""
    for number, role in enumerate(roles):
        if role != "system":
            return number
    return len(roles)


def marked_messages(header: str | None, count: int) -> int | None:
    """How many of `count` messages a client's header marks; None where it marks none, or none that fit."""
    if header is None or not header.isascii() or not header.isdigit() or not 0 < int(header) < count:
        return None
    return int(header)


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
