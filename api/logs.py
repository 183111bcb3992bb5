"""Sets up structured logs on standard error; no question text and no address gets into them."""

import logging
import sys
import traceback
from types import TracebackType

import structlog

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]


def places(error: BaseException) -> str:
    """Where `error` was raised and its kind, its causes first, without messages: they may hold a question."""
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    before = f"{places(earlier)}\n" if earlier is not None else ""
    return f"{before}{''.join(traceback.format_tb(error.__traceback__))}{type(error).__qualname__}"


class ValueFreeFormatter(logging.Formatter):
    """Logs an exception without its message."""

    def formatException(self, ei: object) -> str:  # noqa: N802  # logging's name
        """Give kind and places of the exception in `ei`."""
        error = ei[1] if isinstance(ei, tuple) else None
        return places(error) if isinstance(error, BaseException) else ""


def configure_logs(level: int = logging.INFO) -> None:
    """One line a message from `level` on: for people at a terminal, as JSON otherwise."""
    terminal = sys.stderr.isatty()
    renderer = (
        structlog.dev.ConsoleRenderer() if terminal else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.ExceptionRenderer(_places_of),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(ValueFreeFormatter("%(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=max(logging.WARNING, level), handlers=[handler])


def _places_of(exc_info: ExcInfo) -> str:
    return places(exc_info[1])
