"""Gathers words into pieces: lines of text, parted where a gap or a drawn line parts columns."""

from ingest.pdf.layout import PageContent, Piece, Rule, Word, piece

_WIDE_GAP = 0.85


def pieces(page: PageContent) -> list[Piece]:
    """Give the pieces of a page, in no certain order."""
    found: list[Piece] = []
    for row in _rows(page.words):
        current = [row[0]]
        for word in row[1:]:
            before = current[-1]
            gap = word.left - before.right
            if gap > _WIDE_GAP * min(before.size, word.size) + 0.5 or _is_parted(before, word, page.down):
                found.append(piece(current))
                current = []
            current.append(word)
        found.append(piece(current))
    return found


def _rows(words: list[Word]) -> list[list[Word]]:
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.middle, word.left)):
        row = found[-1] if found else None
        if row is not None and abs(row[-1].middle - word.middle) < 0.4 * max(row[-1].size, word.size):
            row.append(word)
        else:
            found.append([word])
    for row in found:
        row.sort(key=lambda word: word.left)
    return found


def _is_parted(before: Word, word: Word, down: list[Rule]) -> bool:
    return any(
        before.right - 1 <= rule.left <= word.left + 1 and rule.top <= word.middle <= rule.bottom
        for rule in down
    )
