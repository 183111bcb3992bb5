"""Tells which words of a page nobody can see."""

import ctypes
from typing import Any

from ingest.pdf.layout import PageContent, Rule

#: Parts of a colour (0 to 255) from which on it is white on paper.
WHITE = 245
_CLEAR = 12


def is_unseen(
    text_page: Any,
    index: int,
    place: tuple[float, float, float, float],
    fills: list[Rule],
    content: PageContent,
) -> bool:
    """Tell whether the word at `place` lies beside the page, is transparent, or white on white.

    `index` is that of its first character in PDFium, `fills` are the coloured boxes and pictures. The
    invisible text under a scanned picture is what was recognised in it, and counts as seen.
    """
    import pypdfium2.raw as raw

    x, y = (place[0] + place[2]) / 2, (place[1] + place[3]) / 2
    if not (0 <= x <= content.width and 0 <= y <= content.height):
        return True
    parts = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFText_GetFillColor(text_page, index, *parts):
        return False
    item = raw.FPDFText_GetTextObject(text_page, index)
    unpainted = item and raw.FPDFTextObj_GetTextRenderMode(item) == raw.FPDF_TEXTRENDERMODE_INVISIBLE
    pale = parts[3].value <= _CLEAR or all(part.value >= WHITE for part in parts[:3])
    return bool(unpainted or pale) and not any(_covers(fill, x, y) for fill in fills)


def _covers(fill: Rule, x: float, y: float) -> bool:
    return fill.left <= x <= fill.right and fill.top <= y <= fill.bottom
