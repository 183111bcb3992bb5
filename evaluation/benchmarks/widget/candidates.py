"""The chats that are compared, each embedded as its own documentation says."""

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from evaluation.errors import EvaluationError

HERE = Path(__file__).parent
PACKAGES = HERE / "node_modules"
OURS = "stadt-lotse"


@dataclass(frozen=True)
class Candidate:
    """A chat: its script, the page's lines that embed it, and how to tell what is there.

    `ready`, `opener`, `opened` and `field` are CSS selectors that look into open shadow trees; `opener` is
    None where the chat stands open on the page. `start` is a script of the page's own, as text.
    """

    name: str
    version: str
    script: Path
    head: str
    body: str
    ready: str
    opened: str
    opener: str | None = None
    start: str = ""


def candidates() -> list[Candidate]:
    """Ours first, then those whose packages are installed."""
    found = [
        Candidate(
            OURS,
            "",
            HERE.parents[2] / "widget" / "dist" / "embed.js",
            '<script src="/chat.js" defer></script>',
            '<stadt-lotse city="musterstadt" lang="de"></stadt-lotse>',
            ready="stadt-lotse .launcher",
            opener="stadt-lotse .launcher",
            opened="stadt-lotse textarea",
        )
    ]
    if (PACKAGES / "deep-chat").is_dir():
        found.append(
            Candidate(
                "deep-chat",
                _version("deep-chat"),
                PACKAGES / "deep-chat" / "dist" / "deepChat.bundle.js",
                '<script type="module" src="/chat.js"></script>',
                '<deep-chat connect=\'{"url": "/answer"}\'></deep-chat>',
                ready="deep-chat #text-input",
                opened="deep-chat #text-input",
            )
        )
    if (PACKAGES / "flowise-embed").is_dir():
        found.append(
            Candidate(
                "flowise-embed",
                _version("flowise-embed"),
                PACKAGES / "flowise-embed" / "dist" / "web.js",
                '<script type="module" src="/start.js"></script>',
                "",
                ready="flowise-chatbot button[part=button]",
                opener="flowise-chatbot button[part=button]",
                opened="flowise-chatbot textarea",
                start='import Chatbot from "/chat.js";\n'
                'Chatbot.init({ chatflowid: "musterstadt", apiHost: location.origin });\n',
            )
        )
    return found


def install() -> str | None:
    """Installs the other chats as locked, if they aren't there; a note if that can't be done."""
    if PACKAGES.is_dir():
        return None
    npm = shutil.which("npm")
    if npm is None:
        return "Node is missing on this machine: the other chats were not measured."
    command = (npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")
    if subprocess.run(command, cwd=HERE, stdout=subprocess.DEVNULL, check=False).returncode:
        raise EvaluationError("`npm ci` failed in evaluation/benchmarks/widget; its message stands above.")
    return None


def _version(package: str) -> str:
    told = json.loads((PACKAGES / package / "package.json").read_text(encoding="utf-8"))
    return str(told["version"])
