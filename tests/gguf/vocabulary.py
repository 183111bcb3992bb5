"""Vocabularies of the tiny models: whole German words, or nothing but bytes."""

from __future__ import annotations

from dataclasses import dataclass

from gguf import TokenType

UNKNOWN, BEGIN, END, TURN, TURN_END = "<unk>", "<s>", "</s>", "<|rede|>", "<|ende|>"
SPACE = "▁"

_WORDS = """
der die das ein eine einen ist sind kann können muss müssen wird werden nicht kein und oder bei im in am an
mit für von zu aus auf Sie Ihr Ihre Ihren Antrag Ausweis Personalausweis Reisepass Wohnung Umzug Anmeldung
Bürgerbüro Rathaus Standesamt Gebühr Kosten Euro Termin Unterlagen Formular Öffnungszeiten Montag Dienstag
Mittwoch Donnerstag Freitag Uhr Tage Wochen Monate Jahre Kind Kinder Eltern Hund Steuer Auto Führerschein
Geburtsurkunde Meldebescheinigung kostet dauert brauchen bringen beantragen persönlich online schriftlich
kostenlos gültig neu alt sofort später morgen heute drei vier zehn zwölf 37 46 12 2026 Straße Müll
"""
WORDS = tuple(dict.fromkeys(_WORDS.split()))

MARKS = list(".,:;!?()-€%\"'[]{}") + list("0123456789")
LETTERS = list("abcdefghijklmnopqrstuvwxyzäöüßABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ")


@dataclass(frozen=True)
class Vocabulary:
    """The tokens of a SentencePiece-like tokenizer with their scores and kinds, index by index."""

    tokens: tuple[str, ...]
    scores: tuple[float, ...]
    kinds: tuple[TokenType, ...]

    def __len__(self) -> int:
        return len(self.tokens)

    def index(self, token: str) -> int:
        """The token's number; ValueError where the vocabulary has no such token."""
        return self.tokens.index(token)

    def whole_words(self) -> list[int]:
        """The numbers of the tokens that are a space and a whole word."""
        words = {SPACE + word for word in WORDS}
        return [number for number, token in enumerate(self.tokens) if token in words]

    def numbers_of(self, *kinds: TokenType) -> list[int]:
        """The numbers of all tokens of these kinds, rising."""
        return [number for number, kind in enumerate(self.kinds) if kind in kinds]


def words_vocabulary() -> Vocabulary:
    """Control tokens, all bytes, letters, punctuation, and German words that each begin with a space."""
    words = [SPACE + word for word in WORDS]
    # The tokenizer merges two pieces only into a piece it knows, so a word needs all its beginnings.
    beginnings = dict.fromkeys(word[:end] for word in words for end in range(2, len(word)))
    plain = list(dict.fromkeys([SPACE, *LETTERS, *MARKS, *words, *beginnings]))
    # Longer pieces score higher, so that it merges towards them.
    scores = [float(len(piece)) for piece in plain]
    return _with_control_and_bytes(plain, scores)


def bytes_vocabulary() -> Vocabulary:
    """Control tokens and the 256 bytes: most of what such a model says isn't valid UTF-8."""
    return _with_control_and_bytes([], [])


def _with_control_and_bytes(plain: list[str], scores: list[float]) -> Vocabulary:
    control = [UNKNOWN, BEGIN, END, TURN, TURN_END]
    kinds = [TokenType.UNKNOWN, *[TokenType.CONTROL] * (len(control) - 1)]
    raw = [f"<0x{value:02X}>" for value in range(256)]
    return Vocabulary(
        tokens=(*control, *raw, *plain),
        scores=(*[0.0] * len(control), *[0.0] * len(raw), *scores),
        kinds=(*kinds, *[TokenType.BYTE] * len(raw), *[TokenType.NORMAL] * len(plain)),
    )
