"""The committed script is what the modules make."""

import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from widget.assets import embed_script

WIDGET = Path(str(files("widget")))


@pytest.fixture
def node() -> str:
    """Node with the widget's packages installed."""
    executable = shutil.which("node")
    if executable is None:
        pytest.skip("Node fehlt; dist/embed.js ist nicht mit den Modulen verglichen worden.")
    if not (WIDGET / "node_modules").is_dir():
        pytest.skip("widget/node_modules fehlt: Bitte „npm --prefix widget ci“ ausführen.")
    return executable


def test_the_modules_build_the_committed_script(node: str, tmp_path: Path) -> None:
    built = tmp_path / "embed.js"
    subprocess.run([node, "build.mjs", str(built)], cwd=WIDGET, check=True, timeout=120)
    assert built.read_bytes() == embed_script(), (
        "dist/embed.js ist veraltet: Bitte „npm --prefix widget run build“ ausführen."
    )


def test_the_modules_pass_the_type_checker(node: str) -> None:
    checker = WIDGET / "node_modules" / "typescript" / "bin" / "tsc"
    checked = subprocess.run(
        [node, str(checker), "--project", "tsconfig.json"],
        cwd=WIDGET,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (checked.returncode, checked.stdout) == (0, "")
