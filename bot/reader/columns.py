"""Features by name, each an array along the lines of a page."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float32]
Columns = dict[str, Floats]


def column(values: ArrayLike) -> Floats:
    """`values` as an array of 32-bit floats."""
    return np.asarray(values, dtype=np.float32)


def relative(values: ArrayLike) -> Floats:
    """`values` as shares of the greatest of them."""
    array = column(values)
    return np.asarray(array / max(float(array.max()), 1e-6), dtype=np.float32)


def ranks(values: ArrayLike) -> Floats:
    """The place of each value, from 0 for the greatest, as a share of their number; equal ones share it."""
    array = column(values)
    return np.asarray(np.searchsorted(np.sort(-array), -array) / len(array), dtype=np.float32)


def shifted(values: ArrayLike, by: int) -> Floats:
    """The value that stands `by` lines before (after, if negative); 0 beyond the page."""
    array = column(values)
    moved = np.zeros_like(array)
    if by > 0:
        moved[by:] = array[:-by]
    elif by < 0:
        moved[:by] = array[-by:]
    else:
        moved[:] = array
    return moved
