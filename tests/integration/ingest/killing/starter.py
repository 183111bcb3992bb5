"""Starts `lotse ingest` again and again without importing everything again, which takes five seconds.

Run as `python -m tests.integration.ingest.killing.starter LOG`. For each line on standard input it forks a
process in a session of its own, which runs the command with its output going to the file LOG. It answers with
the process's number, and when that has ended with its exit code (negative for a signal).
"""

import os
import sys
import threading
import traceback

MODULES = (
    "alembic.command",
    "alembic.config",
    "api.cli.commands",
    "api.cli.report_view",
    "chromadb",
    "corpus.embedding.cache",
    "corpus.embedding.choose",
    "corpus.generations.build",
    "corpus.store.documents",
    "ingest.update",
)


def main(log: str) -> None:
    """Serve standard input until it ends."""
    for module in MODULES:
        __import__(module)
    assert threading.active_count() == 1  # a fork takes only the thread along that makes it
    for _ in sys.stdin:
        pid = os.fork()
        if pid == 0:
            _ingest(log)
        print(pid, flush=True)
        _, status = os.waitpid(pid, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _ingest(log: str) -> None:
    os.setsid()
    target = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(target, 1)
    os.dup2(target, 2)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    from api.cli.commands import app

    code = 1
    try:
        app(["ingest"])
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        traceback.print_exc()  # the test shows what the run said
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    main(sys.argv[1])
