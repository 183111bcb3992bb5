"""Sets up structured logs on standard error; no question text and no address gets into them."""

import logging
import sys

import structlog


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
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(levelname)s %(name)s %(message)s")
