"""`python -m bot.model --model model.gguf` serves a language model."""

import sys

from bot.model import main

if __name__ == "__main__":
    sys.exit(main())
