"""One update of a city at a time; who holds the lock is said, and a dead holder blocks nobody."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ingest.lock import UpdateRunning, lock_holder, update_lock

_HOLD = """
import sys
from pathlib import Path
from ingest.lock import update_lock
with update_lock(Path(sys.argv[1]), "stadt"):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_process(data: Path) -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(data)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_the_second_is_told_who_is_at_it_and_since_when(tmp_path: Path) -> None:
    with another_process(tmp_path) as process:
        with (
            pytest.raises(UpdateRunning, match=rf"Prozess {process.pid}, seit \d\d\.\d\d\.\d{{4}}"),
            update_lock(tmp_path, "stadt"),
        ):
            pass
        holder = lock_holder(tmp_path, "stadt")
        assert holder is not None
        assert holder.pid == process.pid


def test_another_city_is_free(tmp_path: Path) -> None:
    with another_process(tmp_path), update_lock(tmp_path, "dorf"):
        holder = lock_holder(tmp_path, "dorf")
        assert holder is not None
        assert holder.pid == os.getpid()


def test_a_holder_that_was_killed_blocks_nobody(tmp_path: Path) -> None:
    with another_process(tmp_path) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert lock_holder(tmp_path, "stadt") is None
        with update_lock(tmp_path, "stadt"):
            pass


def test_the_lock_is_free_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), update_lock(tmp_path, "stadt"):
        raise ZeroDivisionError
    with update_lock(tmp_path, "stadt"):
        assert lock_holder(tmp_path, "stadt") is not None
    assert lock_holder(tmp_path, "stadt") is None
