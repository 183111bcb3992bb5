"""A small corpus with questions, as files."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest


@dataclass(frozen=True)
class Files:
    """Where the corpus, the questions and the state lie."""

    corpus: Path
    questions: Path
    data: Path

    def arguments(self, *more: str) -> list[str]:
        """The command's arguments, with `more` behind."""
        paths = ["--corpus", str(self.corpus), "--questions", str(self.questions), "--data", str(self.data)]
        return [*paths, *more]


def _page(identifier: str, title: str, text: str, fees: str, keywords: list[str]) -> dict[str, Any]:
    sections = [
        {"kind": "description", "heading": "Beschreibung", "text": text},
        {"kind": "fees", "heading": "Gebühren", "text": fees},
    ]
    url = f"https://stadt.example/{identifier}"
    return {"id": identifier, "title": title, "url": url, "sections": sections, "keywords": keywords}


CORPUS = [
    _page(
        "pass",
        "Reisepass beantragen",
        "Den Reisepass beantragen Sie persönlich im Bürgerbüro.",
        "Der Reisepass kostet ab 24 Jahren 70,00 Euro, unter 24 Jahren 37,50 Euro.",
        ["Pass", "ePass"],
    ),
    _page(
        "hund",
        "Hundesteuer",
        "Melden Sie Ihren Hund innerhalb von zwei Wochen an.",
        "Die Hundesteuer beträgt für den ersten Hund 84,00 Euro im Jahr.",
        ["Hund anmelden"],
    ),
    _page(
        "sperrmuell",
        "Sperrmüll abholen lassen",
        "Wir holen Möbel und andere große Gegenstände auf Anmeldung bei Ihnen ab.",
        "Jede weitere Abholung kostet 30,00 Euro.",
        ["Sofa", "Möbel"],
    ),
    _page(
        "wohngeld",
        "Wohngeld",
        "Wohngeld ist ein Zuschuss zur Miete für Haushalte mit kleinem Einkommen.",
        "Der Antrag ist gebührenfrei.",
        ["Mietzuschuss"],
    ),
]
LINES = ["Reisepass", "Der Reisepass kostet 70 Euro.", "Er gilt zehn Jahre."]
QUESTIONS: list[dict[str, Any]] = [
    {
        "id": "q1",
        "kind": "plain",
        "lang": "de",
        "question": "Was kostet ein Reisepass ab 24 Jahren?",
        "gold_ids": ["pass"],
        "gold_facts": ["70 Euro"],
        "page_id": "pass",
        "page_lines": LINES,
        "gold_lines": [1],
        "split": "dev",
    },
    {
        "id": "q2",
        "kind": "followup",
        "lang": "de",
        "question": "Und was kostet die?",
        "gold_ids": ["hund"],
        "gold_facts": ["84 Euro"],
        "history": [
            {"role": "user", "content": "Wie melde ich meinen Hund zur Hundesteuer an?"},
            {"role": "assistant", "content": "Melden Sie Ihren Hund innerhalb von zwei Wochen an."},
        ],
    },
    {"id": "q3", "kind": "unanswerable", "lang": "de", "question": "Wer baut die Umgehungsstraße in Kassel?"},
    {
        "id": "q4",
        "kind": "unanswerable_on_page",
        "lang": "de",
        "question": "Wie melde ich ein Gewerbe an?",
        "page_id": "pass",
        "page_lines": LINES,
        "gold_lines": [],
        "split": "dev",
    },
    {"id": "q5", "kind": "plain", "lang": "de", "question": "x" * 501, "gold_ids": ["wohngeld"]},
]


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Four pages and five questions, one of them too long to be taken."""
    found = Files(
        tmp_path / "klein" / "corpus.jsonl", tmp_path / "klein" / "questions.jsonl", tmp_path / "var"
    )
    found.corpus.parent.mkdir()
    for path, lines in ((found.corpus, CORPUS), (found.questions, QUESTIONS)):
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return found
