"""A place in a list of tokens."""

from corpus.values.hours.tokens import Token


class Cursor:
    """Reads tokens one after another."""

    def __init__(self, found: list[Token]) -> None:
        self.tokens = found
        self.at = 0

    def peek(self, ahead: int = 0) -> str:
        """The kind of the next token (or one further on); "" at the end."""
        place = self.at + ahead
        return self.tokens[place].kind if 0 <= place < len(self.tokens) else ""

    def take(self) -> Token:
        """The next token."""
        token = self.tokens[self.at]
        self.at += 1
        return token

    def skip(self, *kinds: str) -> bool:
        """Pass over all next tokens of these kinds; tells whether there was one."""
        start = self.at
        while self.peek() in kinds:
            self.at += 1
        return self.at > start

    def after(self, *kinds: str) -> str:
        """The kind of the first token after those of these kinds."""
        ahead = 0
        while self.peek(ahead) in kinds:
            ahead += 1
        return self.peek(ahead)
