"""What a model's sentences are checked with is loaded early, and only where it is needed."""

import subprocess
import sys

import pytest

SCRIPT = """
import sys
from bot.compose.by_model.warm import warm
from bot.settings import BotSettings
warm(BotSettings(choosing=frozenset({uses}), wording=frozenset({uses}), translating=frozenset({languages})))
print(*sorted({{"textstat", "lingua"}} & set(sys.modules)))
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("uses", "languages", "loaded"), [((), (), ""), (("einfach",), ("en",), "lingua textstat")]
)
def test_only_what_is_switched_on_is_loaded(
    uses: tuple[str, ...], languages: tuple[str, ...], loaded: str
) -> None:
    script = SCRIPT.format(uses=uses, languages=languages)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == loaded
