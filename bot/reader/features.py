"""What the reader knows of a line: how it relates to the question, its neighbours and its section."""

import numpy as np
from numpy.typing import NDArray

from bot.reader.columns import Columns
from bot.reader.nearness import nearness
from bot.reader.overlap import overlap
from bot.reader.page import Page
from bot.reader.question import ReaderQuestion
from bot.reader.shape import fitting, shape


def columns_of(question: ReaderQuestion, page: Page) -> Columns:
    """All features by name, along the lines of `page`, which has at least one."""
    return overlap(question, page) | nearness(question, page) | shape(page) | fitting(question, page)


def as_table(columns: Columns) -> NDArray[np.float32]:
    """The features side by side; shape (lines, features)."""
    return np.stack(list(columns.values()), axis=1)
