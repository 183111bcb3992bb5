"""`python -m evaluation.measurements [PART …]`: measures all parts, or those named, and writes the page."""

import argparse
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from evaluation.floors.gate import MEASUREMENT_DATA
from evaluation.measurements.page import page_of, section, sections_of
from evaluation.measurements.parts import parts

OUT = Path("docs/measurements.md")


def main() -> int:
    """Measure and write, part by part, so that nothing is lost; gives 1 if a part failed."""
    known = parts(Path(os.environ.get("LOTSE_MEASUREMENT_DATA", MEASUREMENT_DATA)))
    parser = argparse.ArgumentParser(prog="python -m evaluation.measurements", description=__doc__)
    names = [part.name for part in known]
    parser.add_argument(
        "part", nargs="*", help=f"measured anew, the others stay as they are: {', '.join(names)}"
    )
    wanted = parser.parse_args().part or names
    if unknown := [name for name in wanted if name not in names]:
        parser.error(f"there is no part {unknown[0]!r}; there are: {', '.join(names)}")
    sections = sections_of(OUT.read_text(encoding="utf-8")) if OUT.exists() else {}
    failed = []
    for part in known:
        if part.name not in wanted:
            continue
        sys.stderr.write(f"== {part.heading}\n")
        done = subprocess.run(
            [sys.executable, "-m", *part.command], stdout=subprocess.PIPE, text=True, check=False
        )
        if done.returncode:
            failed.append(part.name)
        sections[part.heading] = section(part, done.stdout, datetime.now(UTC).date())
        OUT.write_text(page_of(known, sections), encoding="utf-8")
    if failed:
        sys.stderr.write(f"Failed: {', '.join(failed)}.\n")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
