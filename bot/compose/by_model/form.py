"""The form in which a model writes sentences: "[2] Der Ausweis kostet 46 Euro.", a line each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 240
"""Characters that a sentence may have."""
# Nothing of which markup, links or control sequences could be made.
FORBIDDEN = r"\[\]<>{}|\\`*_#"
_CONTROL = r"\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
_SHORTEST = 6
_LINE = re.compile(
    rf"\s*\[(\d{{1,2}}(?:\s?,\s?\d{{1,2}}){{0,2}})\]\s*([^\s{FORBIDDEN}{_CONTROL}][^{FORBIDDEN}{_CONTROL}]*?)\s*"
)
_END = re.compile(r"[.!?؟…][)“”\"»]?$")


@dataclass(frozen=True)
class Written:
    """A sentence that a model wrote, with the numbers of the lines that it names."""

    numbers: tuple[int, ...]
    text: str


def wording_grammar(lines: int, most: int) -> str:
    """GBNF for one to `most` sentences, each with one or two of the numbers 1 to `lines`, or for "[0]"."""
    return (
        f'root ::= "[0]" | line{{1,{most}}}\n'
        'line ::= "[" number (", " number)? "] " first char{' + f"{_SHORTEST},{LONGEST}" + '} [.!?] "\\n"\n'
        f"{number_rule(lines)}"
        "first ::= [A-ZÄÖÜ0-9§„]\n"
        f"{CHAR_RULE}"
    )


def translating_grammar(longest: Sequence[int]) -> str:
    """GBNF for one line of at most so many characters for each of the lines 1, 2, …, in this order."""
    lines = "".join(
        f'line{number} ::= "[{number}] " char{{1,{most}}} "\\n"\n'
        for number, most in enumerate(longest, start=1)
    )
    root = " ".join(f"line{number}" for number in range(1, len(longest) + 1))
    return f"root ::= {root}\n{lines}{CHAR_RULE}"


CHAR_RULE = "char ::= [^\\n\\r\\t\\[\\]<>{}|\\\\`*_#\\x00-\\x1F\\x7F]\n"


def number_rule(lines: int) -> str:
    """The GBNF rule `number`: one of 1 to `lines`."""
    return "number ::= " + " | ".join(f'"{number}"' for number in range(1, lines + 1)) + "\n"


def read_line(line: str) -> Written | None:
    """The sentence in a line of the reply; None for a line in any other form, half sentences included."""
    written = read_translation(line)
    return written if written is not None and _END.search(written.text) else None


def read_translation(line: str) -> Written | None:
    """As `read_line`, but an item of a list needs no full stop."""
    match = _LINE.fullmatch(line)
    if match is None or len(match.group(2)) > 2 * LONGEST:
        return None
    numbers = tuple(int(number) for number in match.group(1).split(","))
    return Written(numbers, match.group(2))


def ends(text: str) -> bool:
    """Whether `text` ends as a sentence does."""
    return _END.search(text) is not None
