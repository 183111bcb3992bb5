"""`python -m api.cli` is `lotse`."""

from api.cli import main

main()
