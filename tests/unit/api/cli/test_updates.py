"""The process of the scheduled updates is started again when it ends, and ends when it is told to."""

import subprocess
import sys
import threading

from api.cli.updates import Keeper, scheduled_updates


def test_a_process_that_ends_is_started_again_after_a_pause() -> None:
    starts: list[int] = []
    third = threading.Event()

    def start() -> "subprocess.Popen[bytes]":
        starts.append(len(starts))
        if len(starts) == 3:
            third.set()
        return subprocess.Popen([sys.executable, "-S", "-c", ""], stdin=subprocess.PIPE)

    keeper = Keeper(start, first_pause=0.01)
    keeper.start()
    assert third.wait(30)
    keeper.stop()
    count = len(starts)
    assert keeper.pid is None
    assert len(starts) == count


def test_stopping_ends_a_process_that_runs() -> None:
    started = threading.Event()
    processes: list[subprocess.Popen[bytes]] = []

    def start() -> "subprocess.Popen[bytes]":
        processes.append(
            subprocess.Popen(
                [sys.executable, "-S", "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE
            )
        )
        started.set()
        return processes[-1]

    keeper = Keeper(start)
    keeper.start()
    assert started.wait(30)
    keeper.stop()
    assert [process.returncode for process in processes] == [0]


def test_a_process_that_cannot_be_started_is_tried_again() -> None:
    tried = threading.Semaphore(0)

    def start() -> "subprocess.Popen[bytes]":
        tried.release()
        raise BlockingIOError(11, "Resource temporarily unavailable")

    keeper = Keeper(start, first_pause=0.01)
    keeper.start()
    assert all(tried.acquire(timeout=30) for _ in range(3))
    keeper.stop()


def test_without_a_schedule_nothing_is_started() -> None:
    before = threading.active_count()
    with scheduled_updates([]):
        assert threading.active_count() == before
