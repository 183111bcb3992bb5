"""Turns plain text into HTML: headings guessed where the layout leaves no doubt, lists, tables by tabs."""

import html
import re
from collections.abc import Iterator

_UNDERLINE = re.compile(r"^(?:={3,}|-{3,}|~{3,}|_{3,}|\*{3,})$")
_NUMBERED = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.|[A-H]\.)\s+[A-ZÄÖÜ§][^.!?;]{2,70}$")
_BULLET = re.compile(r"^\s*(?:[-–•*·o▪]|\(?[a-z]\))\s+(?=\S)")
_ORDERED = re.compile(r"^\s*\(?\d{1,2}[.)]\s+(?=\S)")
_COLUMNS = re.compile(r"\t+|\s{3,}|\s*\|\s*")
_CLOSING = re.compile(
    r"(?:mit freundlichen|viele grüße|freundliche grüße|gez\.|i\. ?a\.|stand[: ]|sehr geehrte|hallo|liebe)",
    re.IGNORECASE,
)
_LONG_LINE = 55
_SHORT = 60
_FEW_WORDS = 8


def text_to_html(text: str) -> str:
    """Turn plain text into an HTML fragment of headings, paragraphs, lists and tables.

    A line is a heading if it is underlined, numbered, in capitals or short, and stands alone between blank
    lines; or short with a colon at its end and the block's first. Hard line breaks within a paragraph are
    undone.
    """
    blocks = list(_blocks(text))
    shown: list[str] = []
    for position, block in enumerate(blocks):
        following = blocks[position + 1] if position + 1 < len(blocks) else []
        shown.extend(_block(block, following, is_first=position == 0))
    return "\n".join(shown)


def _blocks(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in text.splitlines():
        if line.strip():
            block.append(line.rstrip())
        elif block:
            yield block
            block = []
    if block:
        yield block


def _block(block: list[str], following: list[str], *, is_first: bool) -> Iterator[str]:
    if len(block) > 1 and _UNDERLINE.match(block[1].strip()) and not _is_item(block[0]):
        level = 1 if block[1].strip()[0] in "=*" and is_first else 2
        yield _heading(block[0], level)
        if block[2:]:
            yield from _block(block[2:], following, is_first=False)
        return
    if (
        len(block) == 1
        and (following or is_first)
        and _stands_as_heading(block[0])
        and not _is_item_of(block, following)
    ):
        yield _heading(block[0], 1 if is_first else 2)
        return
    if len(block) > 1 and _is_label(block[0]) and not _is_item(block[0]):
        yield _heading(block[0].rstrip().rstrip(":"), 2)
        yield from _block(block[1:], following, is_first=False)
        return
    if rows := _rows(block):
        yield _table(rows)
        return
    yield from _lines(block)


def _stands_as_heading(line: str) -> bool:
    text = line.strip()
    if _UNDERLINE.match(text) or _CLOSING.match(text) or len(text) > _SHORT + 20:
        return False
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) < 3:
        return False
    if _NUMBERED.match(text) or (all(map(str.isupper, letters)) and len(text) <= _SHORT + 20):
        return True
    is_short = len(text) <= _SHORT and len(text.split()) <= _FEW_WORDS
    return is_short and (text[0].isupper() or text[0] == "§") and not text.endswith((".", ",", ";", "!", "-"))


def _is_item_of(block: list[str], following: list[str]) -> bool:
    """Tell a numbered item of a list with blank lines ("1. Ausweis", "2. Foto") from a numbered heading."""
    if _BULLET.match(block[0]):
        return True
    return bool(_ORDERED.match(block[0])) and len(following) == 1 and bool(_ORDERED.match(following[0]))


def _is_label(line: str) -> bool:
    text = line.strip()
    return text.endswith(":") and len(text) <= 40 and len(text.split()) <= 4 and text[0].isupper()


def _is_item(line: str) -> bool:
    return bool(_BULLET.match(line) or _ORDERED.match(line))


def _rows(block: list[str]) -> list[list[str]]:
    """Give the cells of a block whose lines all have the same number of columns, at least two."""
    if len(block) < 2 or any(_is_item(line) for line in block):
        return []
    rows = [[cell.strip() for cell in _COLUMNS.split(line.strip().strip("|"))] for line in block]
    rows = [row for row in rows if not all(re.fullmatch(r"[-:=+]*", cell) for cell in row)]
    counts = {len(row) for row in rows}
    return rows if len(rows) > 1 and len(counts) == 1 and counts.pop() > 1 else []


def _table(rows: list[list[str]]) -> str:
    has_head = len(rows) > 2 and not any(re.search(r"\d", cell) for cell in rows[0])
    lines = []
    for position, row in enumerate(rows):
        tag = "th" if has_head and position == 0 else "td"
        lines.append("<tr>" + "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in row) + "</tr>")
    return f"<table>{''.join(lines)}</table>"


def _lines(block: list[str]) -> Iterator[str]:
    """Give a block's list items and paragraphs, with lines joined that only a narrow window broke."""
    joined: list[str] = []
    before = ""
    for line in block:
        if _UNDERLINE.match(line.strip()):
            before = ""
            continue
        continues = bool(joined) and bool(before) and not _is_item(line)
        in_item = continues and _is_item(joined[-1]) and line.startswith((" ", "\t"))
        if continues and (in_item or (len(before) >= _LONG_LINE and not before.endswith(":"))):
            joined[-1] = _join(joined[-1], line.strip())
        else:
            joined.append(line)
        before = line
    for line in joined:
        if _BULLET.match(line):
            yield f"<ul><li>{html.escape(_BULLET.sub('', line))}</li></ul>"
        elif match := _ORDERED.match(line):
            number = re.sub(r"\D", "", match[0])
            yield f'<ol start="{number}"><li>{html.escape(line[match.end() :])}</li></ol>'
        else:
            yield f"<p>{html.escape(line.strip())}</p>"


def _join(before: str, line: str) -> str:
    if re.search(r"[a-zäöüß]-$", before) and line[:1].islower() and not re.match(r"(?:und|oder|bzw)\b", line):
        return before[:-1] + line
    return f"{before} {line}"


def _heading(line: str, level: int) -> str:
    return f"<h{level}>{html.escape(line.strip())}</h{level}>"
