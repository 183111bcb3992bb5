"""The committed scripts are what the modules make."""

import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from widget.assets import embed_script, terminal_script

WIDGET = Path(str(files("widget")))


@pytest.fixture
def node() -> str:
    """Node with the widget's packages installed."""
    executable = shutil.which("node")
    if executable is None:
        pytest.skip("Node fehlt; dist/ ist nicht mit den Modulen verglichen worden.")
    if not (WIDGET / "node_modules").is_dir():
        pytest.skip("widget/node_modules fehlt: Bitte „npm --prefix widget ci“ ausführen.")
    return executable


def test_the_modules_build_the_committed_scripts(node: str, tmp_path: Path) -> None:
    subprocess.run([node, "build.mjs", str(tmp_path)], cwd=WIDGET, check=True, timeout=120)
    built = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    committed = {"embed.js": embed_script(), "terminal.js": terminal_script()}
    assert built.keys() == committed.keys()
    assert [name for name in built if built[name] != committed[name]] == [], (
        "dist/ ist veraltet: Bitte „npm --prefix widget run build“ ausführen."
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
