"""`python -m evaluation.musterstadt`: the sample city alone, against its floors."""

import sys

from evaluation.floors.gate import main

if __name__ == "__main__":
    sys.exit(main(["--only", "musterstadt", *sys.argv[1:]]))
