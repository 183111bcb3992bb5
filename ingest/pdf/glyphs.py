"""Reads pages by PDFium: words with their places, drawn lines, links."""

import ctypes
import math
import re
from collections.abc import Iterator
from typing import Any

from ingest.errors import Unreadable
from ingest.pdf.layout import PageContent, PlacedLink, Rule, Word
from ingest.pdf.sight import WHITE, is_unseen
from ingest.reader.characters import visible

_MOST_CHARACTERS = 100_000
_MOST_OBJECTS = 20_000
_MOST_LINKS = 1000
_HYPHENS = "\x02\xad\ufffe"
#: Bullets of symbol fonts, in Unicode's private use area.
_SYMBOLS = {
    0xF0B7: "•", 0xF0A7: "•", 0xF0A8: "•", 0xF0D8: "•", 0xF0FC: "•", 0xF076: "•", 0xF06E: "•", 0xF0B0: "°",
    0xF02D: "–", 0xF020: " ", 0xF0E0: "→", 0xF0F0: "•", 0xF06F: "•", 0xF071: "•", 0xF0A3: "•",
}  # fmt: skip
_UPRIGHT = 0.15
_SMALLEST = 2.0
_BOLD_WEIGHT = 600
_BOLD_NAME = re.compile(rb"bold|black|heavy|fett|semibold|demi", re.IGNORECASE)


class PageReader:
    """Reads the pages of an opened document, one at a time.

    Words that nobody can see (white on white, smaller than two points, transparent, beside the page) are kept
    apart; words that don't stand upright (stamps, watermarks) are left out.
    """

    def __init__(self, document: Any) -> None:
        self._document = document

    def read(self, index: int) -> PageContent:
        """Read a page (from 0); raises `Unreadable` where PDFium can't."""
        import pypdfium2

        try:
            page = self._document[index]
        except pypdfium2.PdfiumError as error:
            raise Unreadable(f"Seite {index + 1} ist beschädigt.") from error
        try:
            return _Page(page, index + 1).content()
        except pypdfium2.PdfiumError as error:
            raise Unreadable(f"Seite {index + 1} ist beschädigt.") from error
        finally:
            page.close()


class _Page:
    """One page in PDFium, and the way from its coordinates to ours."""

    def __init__(self, page: Any, number: int) -> None:
        self._page = page
        self._number = number
        self._x, self._y, right, top = page.get_cropbox()
        self._across, self._up = right - self._x, top - self._y
        self._turn = page.get_rotation()

    def content(self) -> PageContent:
        turned = self._turn in {90, 270}
        content = PageContent(
            self._number,
            self._up if turned else self._across,
            self._across if turned else self._up,
        )
        fills = self._drawings(content)
        text_page = self._page.get_textpage()
        try:
            for word in self._words(text_page, content, fills):
                content.words.append(word)
        finally:
            text_page.close()
        content.links = list(self._links(content.words))
        return content

    def _box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Turn a box of PDFium's into ours: left, top, right, bottom."""
        x0, x1 = sorted((left - self._x, right - self._x))
        y0, y1 = sorted((bottom - self._y, top - self._y))
        match self._turn:
            case 90:
                return y0, x0, y1, x1
            case 180:
                return self._across - x1, y0, self._across - x0, y1
            case 270:
                return self._up - y1, self._across - x1, self._up - y0, self._across - x0
            case _:
                return x0, self._up - y1, x1, self._up - y0

    def _words(self, text_page: Any, content: PageContent, fills: list[Rule]) -> Iterator[Word]:
        import pypdfium2.raw as raw

        count = min(raw.FPDFText_CountChars(text_page), _MOST_CHARACTERS)
        box = raw.FS_RECTF()
        letters: list[str] = []
        first = 0
        place = (0.0, 0.0, 0.0, 0.0)
        for index in range(count):
            code = raw.FPDFText_GetUnicode(text_page, index)
            letter = _SYMBOLS.get(code) or (chr(code) if code <= 0x10FFFF else "")
            if letter.isspace() or not letter:
                if word := self._word(text_page, letters, first, place, fills, content):
                    yield word
                letters = []
                continue
            if letter in _HYPHENS:
                letter = "\u00ad"
            if not raw.FPDFText_GetLooseCharBox(text_page, index, box):
                continue
            here = self._box(box.left, box.bottom, box.right, box.top)
            content.letters += 1
            if letters and _apart(place, here):
                if word := self._word(text_page, letters, first, place, fills, content):
                    yield word
                letters = []
            if letters:
                place = (
                    min(place[0], here[0]),
                    min(place[1], here[1]),
                    max(place[2], here[2]),
                    max(place[3], here[3]),
                )
            else:
                first, place = index, here
            letters.append(letter)
        if word := self._word(text_page, letters, first, place, fills, content):
            yield word

    def _word(
        self,
        text_page: Any,
        letters: list[str],
        first: int,
        place: tuple[float, float, float, float],
        fills: list[Rule],
        content: PageContent,
    ) -> Word | None:
        import pypdfium2.raw as raw

        if not letters:
            return None
        ended = letters[-1] == "\u00ad"
        text = visible("".join(letters)) + ("\u00ad" if ended else "")
        height = place[3] - place[1]
        if not text.strip("\u00ad"):
            return None
        if height < _SMALLEST or is_unseen(text_page, first, place, fills, content):
            content.concealed.append(text)
            return None
        angle = math.radians(self._turn) + float(raw.FPDFText_GetCharAngle(text_page, first))
        if abs(math.sin(angle)) > _UPRIGHT:
            return None
        size = float(raw.FPDFText_GetFontSize(text_page, first))
        # Some writers set fonts of size 1 and scale them, so that only the box tells.
        if not 0.5 * height < size < 1.6 * height:
            size = 0.85 * height
        return Word(text, *place, size=round(size, 1), bold=_is_bold(text_page, first))

    def _drawings(self, content: PageContent) -> list[Rule]:
        """Note drawn lines and pictures; give the boxes that are filled with a colour."""
        import pypdfium2.raw as raw

        fills: list[Rule] = []
        area = max(content.width * content.height, 1.0)
        for number, item in enumerate(self._page.get_objects(max_depth=4)):
            if number > _MOST_OBJECTS:
                break
            if item.type not in {raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE}:
                continue
            left, top, right, bottom = self._box(*item.get_bounds())
            width, height = right - left, bottom - top
            if item.type == raw.FPDF_PAGEOBJ_IMAGE:
                content.pictured = min(1.0, content.pictured + width * height / area)
                fills.append(Rule(left, top, right, bottom))
            elif height <= 3 < width:
                middle = (top + bottom) / 2
                content.across.append(Rule(left, middle, right, middle))
            elif width <= 3 < height:
                middle = (left + right) / 2
                content.down.append(Rule(middle, top, middle, bottom))
            elif width > 3 and height > 3:
                self._area(item, content, fills, Rule(left, top, right, bottom))
        return fills

    def _area(self, item: Any, content: PageContent, fills: list[Rule], box: Rule) -> None:
        """Note a rectangle: what it fills, and its edges if they are drawn."""
        import pypdfium2.raw as raw

        mode, stroke = ctypes.c_int(), ctypes.c_int()
        if not raw.FPDFPath_GetDrawMode(item, mode, stroke):
            return
        if mode.value:
            parts = [ctypes.c_uint() for _ in range(4)]
            raw.FPDFPageObj_GetFillColor(item, *parts)
            if not all(part.value >= WHITE for part in parts[:3]):
                fills.append(box)
        if stroke.value and raw.FPDFPath_CountSegments(item) <= 6:
            content.across.extend(Rule(box.left, y, box.right, y) for y in (box.top, box.bottom))
            content.down.extend(Rule(x, box.top, x, box.bottom) for x in (box.left, box.right))

    def _links(self, words: list[Word]) -> Iterator[PlacedLink]:
        import pypdfium2.raw as raw

        position, link = ctypes.c_int(0), raw.FPDF_LINK()
        rectangle = raw.FS_RECTF()
        for _ in range(_MOST_LINKS):
            if not raw.FPDFLink_Enumerate(self._page, position, link):
                return
            action = raw.FPDFLink_GetAction(link)
            if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
                continue
            length = raw.FPDFAction_GetURIPath(self._page.pdf, action, None, 0)
            if not 0 < length < 4000 or not raw.FPDFLink_GetAnnotRect(link, rectangle):
                continue
            buffer = ctypes.create_string_buffer(length)
            raw.FPDFAction_GetURIPath(self._page.pdf, action, buffer, length)
            address = buffer.value.decode("utf-8", errors="replace")
            box = self._box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
            inside = [word for word in words if _covers(box, word)]
            yield PlacedLink(address, " ".join(word.text for word in inside), *box)


def _is_bold(text_page: Any, index: int) -> bool:
    """Tell whether a letter is bold, by its font's weight or name (the standard fonts give no weight)."""
    import pypdfium2.raw as raw

    if raw.FPDFText_GetFontWeight(text_page, index) >= _BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(200)
    length = raw.FPDFText_GetFontInfo(text_page, index, name, 200, ctypes.c_int())
    return 0 < length <= 200 and bool(_BOLD_NAME.search(name.value))


def _covers(box: tuple[float, float, float, float], word: Word) -> bool:
    return box[0] <= (word.left + word.right) / 2 <= box[2] and box[1] <= word.middle <= box[3]


def _apart(before: tuple[float, float, float, float], here: tuple[float, float, float, float]) -> bool:
    """Tell whether a letter stands too far from the ones before to belong to their word."""
    height = max(before[3] - before[1], 1.0)
    return (
        here[0] - before[2] > 0.3 * height
        or here[0] < before[0] - 0.3 * height
        or abs((here[1] + here[3]) - (before[1] + before[3])) > 0.9 * height
    )
