"""`python -m evaluation.floors`: measure all corpora at hand and hold the floors."""

import sys

from evaluation.floors.gate import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
