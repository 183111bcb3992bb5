"""Processes of `lotse` that end with the one that started them, however that ends."""

import os
import subprocess
import sys
import threading
from collections.abc import Sequence

END_WITH_PARENT = "--end-with-parent"


def start_lotse(arguments: Sequence[str]) -> "subprocess.Popen[bytes]":
    """Start `lotse` with these arguments as a child that ends with this process.

    Its standard input is a pipe that is held open and never written to: the kernel closes it with us, also
    after SIGKILL. Closing it ends the child.
    """
    return subprocess.Popen(
        [sys.executable, "-m", "api.cli", *arguments, END_WITH_PARENT], stdin=subprocess.PIPE
    )


def end(child: "subprocess.Popen[bytes]", patience: float = 10.0) -> None:
    """End a child started by `start_lotse`, by force after `patience` seconds."""
    if child.stdin is not None:
        child.stdin.close()
    try:
        child.wait(timeout=patience)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def end_with_parent() -> None:
    """End this process at once when its standard input closes; its own children notice the same way.

    What it was writing is made to be cut off at any moment, so there is nothing to tidy first.
    """
    threading.Thread(target=_wait_for_the_end, name="parent", daemon=True).start()


def _wait_for_the_end() -> None:
    while os.read(0, 4096):
        pass
    os._exit(3)
