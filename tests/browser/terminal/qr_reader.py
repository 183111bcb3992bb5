"""Reads the QR codes that the terminal draws, as a telephone would, but from the drawing's path.

After ISO/IEC 18004: format information, mask, zigzag, blocks. Errors aren't corrected: there are none.
"""

import re

Modules = list[list[bool]]

_QUIET = 4
_RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")
# Data codewords of error correction level M: version → number of blocks, codewords in each.
_BLOCKS = {2: (1, 28), 3: (1, 44), 4: (2, 32), 5: (2, 43)}
_LEVEL_M = 0


def read(path: str, side: int) -> str:
    """The text in a code of `side` modules (quiet zone included) that is drawn by `path`."""
    drawn = [[False] * side for _ in range(side)]
    for x, y, width, back in (map(int, run) for run in _RUN.findall(path)):
        assert width == back
        for column in range(x, x + width):
            drawn[y][column] = True
    return _text(_without_quiet_zone(drawn))


def _without_quiet_zone(drawn: Modules) -> Modules:
    inner = range(_QUIET, len(drawn) - _QUIET)
    assert not any(
        module
        for y, row in enumerate(drawn)
        for x, module in enumerate(row)
        if y not in inner or x not in inner
    )
    return [[drawn[y][x] for x in inner] for y in inner]


def _text(modules: Modules) -> str:
    level, mask = _format(modules)
    assert level == _LEVEL_M
    version = (len(modules) - 17) // 4
    blocks, length = _BLOCKS[version]
    bits = "".join("01"[bit] for bit in _data_bits(modules, version, mask))
    words = [int(bits[at : at + 8], 2) for at in range(0, 8 * blocks * length, 8)]
    data = bytes(word for block in range(blocks) for word in words[block::blocks])
    stream = "".join(f"{word:08b}" for word in data)
    assert stream[:4] == "0100", "byte mode"
    count = int(stream[4:12], 2)
    return bytes(int(stream[12 + 8 * at : 20 + 8 * at], 2) for at in range(count)).decode()


def _format(modules: Modules) -> tuple[int, int]:
    places = [(8, x) for x in (0, 1, 2, 3, 4, 5, 7, 8)] + [(y, 8) for y in (7, 5, 4, 3, 2, 1, 0)]
    bits = int("".join("01"[modules[y][x]] for y, x in places), 2) ^ 0b101010000010010
    return bits >> 13, bits >> 10 & 0b111


def _data_bits(modules: Modules, version: int, mask: int) -> list[bool]:
    size = len(modules)
    return [
        modules[y][x] != _masked(mask, x, y)
        for turn, right in enumerate((*range(size - 1, 6, -2), 5, 3, 1))
        for y in (range(size) if turn % 2 else range(size - 1, -1, -1))
        for x in (right, right - 1)
        if not _is_pattern(x, y, size, version)
    ]


def _is_pattern(x: int, y: int, size: int, version: int) -> bool:
    corner = (x <= 8 and y <= 8) or (x >= size - 8 and y <= 8) or (x <= 8 and y >= size - 8)
    centre = size - 7
    alignment = version > 1 and abs(x - centre) <= 2 and abs(y - centre) <= 2
    return corner or x == 6 or y == 6 or alignment


def _masked(mask: int, x: int, y: int) -> bool:
    products = x * y % 2 + x * y % 3
    return not (
        (x + y) % 2,
        y % 2,
        x % 3,
        (x + y) % 3,
        (x // 3 + y // 2) % 2,
        products,
        products % 2,
        ((x + y) % 2 + x * y % 3) % 2,
    )[mask]
