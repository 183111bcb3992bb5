"""A transfer may be larger than the memory: what is held doesn't grow with it."""

import subprocess
import sys
from pathlib import Path

import pytest

from evaluation.benchmarks.xzufi import write_transfer

MEGABYTE = 1_000_000

READ = """
import sys
from pathlib import Path
from ingest.xzufi.inputs import FileInput
from ingest.xzufi.options import Options
from ingest.xzufi.transfer import read_transfer

options = Options(areas=("059990001001",))
transfer = read_transfer(
    FileInput(Path(sys.argv[1])), city="stadt", source_name="xzufi",
    register=Path(sys.argv[2]), options=options,
)
changes = sum(1 for _ in transfer)
# Not ru_maxrss: over fork and exec it inherits what the process of the tests holds.
status = Path("/proc/self/status").read_text()
highest = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024
print(changes, sum(transfer.report.written.values()), transfer.report.outside, highest)
"""


def read(path: Path, folder: Path) -> tuple[int, int, int, float]:
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path), str(folder / f"{path.stem}.sqlite")],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    changes, written, outside, highest = done.stdout.split()
    return int(changes), int(written), int(outside), float(highest)


@pytest.mark.slow
def test_sixty_megabytes_need_no_more_memory_than_six(tmp_path: Path) -> None:
    small, large = tmp_path / "small.xml", tmp_path / "large.xml"
    for path, size in ((small, 6), (large, 60)):
        write_transfer(path, size * MEGABYTE, towns_share=0.01)
        assert path.stat().st_size >= size * MEGABYTE
    few, _, few_outside, held_small = read(small, tmp_path)
    many, _, many_outside, held_large = read(large, tmp_path)
    assert many > few > 0
    assert many_outside > 5 * few_outside
    assert held_large < held_small + 25
    assert held_large < 300


@pytest.mark.slow
def test_everything_in_a_large_transfer_can_be_kept_as_flatly(tmp_path: Path) -> None:
    """Everything is for the reading town, so it goes into the register, and documents come one by one."""
    path = tmp_path / "all.xml"
    write_transfer(path, 12 * MEGABYTE, towns_share=1.0)
    changes, written, outside, held = read(path, tmp_path)
    assert outside == 0
    assert written > changes > 500
    assert held < 300
