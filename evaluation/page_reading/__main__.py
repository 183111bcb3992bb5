"""`python -m evaluation.page_reading [--corpus …]`: what readers keep of pages, ours and others'."""

import sys

from evaluation.command_line import run_command
from evaluation.page_reading.command import measure

if __name__ == "__main__":
    sys.exit(run_command(measure, "evaluation.page_reading", sys.argv[1:]))
