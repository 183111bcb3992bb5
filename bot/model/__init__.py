"""The language model: its `server` over `inference`, the `process` kept running, and its `client`."""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Serves a GGUF file until told to stop (`python -m bot.model`); gives the exit code.

    llama.cpp is loaded only here: whoever merely talks to a model imports `client` or `process`.
    """
    from bot.model.server.serve import run

    return run(arguments)
