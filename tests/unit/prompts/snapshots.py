"""Keeps each version of a prompt as it is sent: python -m tests.unit.prompts.snapshots

A version that is kept already is never written over: who changes a prompt raises its version. Snapshots of
versions that are gone are deleted.
"""

from pathlib import Path

from prompts.loading import PromptError, load_prompt, prompt_languages

FOLDER = Path(__file__).parent / "snapshots"
_TASKS = {"choosing": ("standard",), "wording": ("standard", "einfach"), "translating": ("standard",)}
_VALUES = {
    "lines": "# Antrag\n1: Eine Zeile.\n2: Noch eine Zeile.",
    "today": "1. Juni 2026",
    "question": "Eine Frage?",
    "sentences": "[1] Ein Satz.",
}

Key = tuple[str, str, str]


def prompts() -> list[Key]:
    """All prompts as name, language and style."""
    return [
        (name, language, style)
        for name, styles in _TASKS.items()
        for language in prompt_languages(name)
        for style in styles
    ]


def name_of(key: Key) -> str:
    """The file of a prompt's snapshot; its version is a part of the name."""
    name, language, style = key
    version = (load_prompt(*key).metadata or {})["version"]
    return f"{language}-{name}-{style}-v{version}.txt"


def rendered(key: Key) -> str:
    """What is sent with a prompt, for lines and a question that are always the same; both of its turns."""
    parts = [
        f"== {message.type}\n{message.content}\n" for message in load_prompt(*key).format_messages(**_VALUES)
    ]
    try:
        again = load_prompt(*key, turn="again").format_messages(**_VALUES)[-1]
    except PromptError:
        return "".join(parts)
    return "".join([*parts, f"== again\n{again.content}\n"])


def main() -> None:
    """Keep the new versions, delete those that are gone."""
    FOLDER.mkdir(exist_ok=True)
    kept = {FOLDER / name_of(key): rendered(key) for key in prompts()}
    for path in set(FOLDER.glob("*.txt")) - set(kept):
        path.unlink()
    for path, text in kept.items():
        if not path.exists():
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
