"""Training the embedded model, in small."""

import json
import lzma
import random
from pathlib import Path

import numpy as np
import pytest

from corpus.embedding.static import StaticEmbedder, is_static
from corpus.lexicon import Lexicon, Service
from corpus.progress import silent
from training.embedding import make_pairs, train
from training.pairs import Paragraph, law_pairs, lexicon_pairs, read_laws
from training.save import quantise
from training.static import Plan, train_rows
from training.tokenizer import train_tokenizer

SUBJECTS = [
    "Hund",
    "Pass",
    "Wohnung",
    "Gewerbe",
    "Abfall",
    "Steuer",
    "Wahl",
    "Grab",
    "Baum",
    "Schule",
    "Straße",
    "Wasser",
]


@pytest.fixture
def laws(tmp_path: Path) -> Path:
    """Paragraphs about a dozen subjects, each in words of its own."""
    path = tmp_path / "laws.jsonl.xz"
    with lzma.open(path, "wt", encoding="utf-8") as file:
        for number in range(120):
            subject = SUBJECTS[number % len(SUBJECTS)]
            text = (
                f"Wer einen {subject}antrag stellt, hat den {subject}nachweis vorzulegen. "
                f"Die {subject}behörde entscheidet über den {subject}bescheid nach Nummer {number}."
            )
            entry = {"law": f"{subject}gesetz (X)", "heading": f"§ {number} {subject}", "text": text}
            file.write(json.dumps(entry) + "\n")
    return path


LEXICON = Lexicon(
    tuple(
        Service(subject.lower(), (f"{subject}antrag stellen",), (f"{subject.lower()} beantragen",), {})
        for subject in SUBJECTS
    ),
    {"abfall": ("müll",)},
)
SMALL = Plan(dimensions=16, batch=64, epochs=6, rate=0.05, seed=3)


@pytest.mark.slow
def test_a_trained_folder_brings_headings_to_their_texts(laws: Path, tmp_path: Path) -> None:
    train(laws, tmp_path / "model", SMALL, silent, vocabulary=1500, lexicon=LEXICON)
    assert is_static(tmp_path / "model")
    embedder = StaticEmbedder(tmp_path / "model")
    texts = embedder.embed_passages(
        [f"Wer einen {one}antrag stellt, hat den {one}nachweis vorzulegen." for one in SUBJECTS]
    )
    found = [int(np.argmax(texts @ embedder.embed_query(subject))) for subject in SUBJECTS]
    assert sum(place == number for number, place in enumerate(found)) >= 10


@pytest.mark.slow
def test_the_same_seed_gives_the_same_rows(laws: Path) -> None:
    pairs = make_pairs(laws, seed=3, rounds=1, lexicon=LEXICON)[:400]
    assert pairs == make_pairs(laws, seed=3, rounds=1, lexicon=LEXICON)[:400]
    tokenizer = train_tokenizer((pair.positive for pair in pairs), vocabulary=300)
    plan = Plan(dimensions=8, batch=64, epochs=1, seed=3)
    np.testing.assert_array_equal(
        train_rows(pairs, tokenizer, plan, silent), train_rows(pairs, tokenizer, plan, silent)
    )


def test_too_few_pairs_are_said(laws: Path) -> None:
    pairs = make_pairs(laws, seed=3, rounds=1, lexicon=LEXICON)[:40]
    tokenizer = train_tokenizer((pair.positive for pair in pairs), vocabulary=200)
    with pytest.raises(ValueError, match="zu wenige"):
        train_rows(pairs, tokenizer, SMALL, silent)


def test_a_heading_goes_without_its_number() -> None:
    paragraph = Paragraph("Hundegesetz (HG)", "§ 3a Anmeldung", "Der Hund ist anzumelden.")
    pairs = list(law_pairs([paragraph], random.Random(1)))
    assert [pair.anchor for pair in pairs] == ["Anmeldung", "Hundegesetz Anmeldung"]
    assert {pair.group for pair in pairs} == {"law 0"}


def test_a_sentence_belongs_to_the_rest_of_its_paragraph() -> None:
    first = "Wer einen Hund hält, hat ihn der Gemeinde anzuzeigen."
    second = "Die Gemeinde erteilt darüber eine Bescheinigung an den Halter."
    pairs = list(law_pairs([Paragraph("X", "§ 1 Anzeige", f"{first} {second}")], random.Random(1)))
    assert (pairs[-1].anchor, pairs[-1].positive) in {
        (first, f"Anzeige {second}"),
        (second, f"Anzeige {first}"),
    }


def test_a_phrase_leads_to_the_official_term_and_never_to_itself() -> None:
    service = Service("hund", ("Hundesteuer",), ("welpe", "hundemarke"), {"ru": ("собак*",)})
    pairs = list(lexicon_pairs(Lexicon((service,), {"abfall": ("müll",)}), random.Random(1), rounds=3))
    for pair in pairs:
        assert pair.positive.startswith("Hundesteuer") or pair.group == "word abfall"
        assert "*" not in pair.anchor
    questions = [pair for pair in pairs if "welpe" in pair.anchor]
    assert len(questions) == 3
    assert all("welpe" not in pair.positive for pair in questions)


def test_a_line_that_is_no_paragraph_is_named(tmp_path: Path) -> None:
    path = tmp_path / "laws.jsonl.xz"
    path.write_bytes(lzma.compress(b'{"law": "X", "heading": "Y", "text": "Z"}\n{"law": "X"}\n'))
    with pytest.raises(ValueError, match="Zeile 2"):
        read_laws(path)


def test_the_tokenizer_writes_each_letter_one_way() -> None:
    tokenizer = train_tokenizer(
        ["Führerscheine der Antragstellerinnen", "fuehrerschein antragsteller"] * 50, vocabulary=60
    )
    forms = ["Führerschein", "Fuehrerscheine", "FÜHRERSCHEIN", "Fuhrerscheines"]
    assert len({tuple(tokenizer.encode(form).ids) for form in forms}) == 1
    assert tokenizer.encode("Antragsteller:innen").ids == tokenizer.encode("Antragsteller").ids


def test_eight_bits_keep_the_direction_of_a_row() -> None:
    rows = np.random.default_rng(5).normal(size=(50, 64)).astype(np.float32)
    whole, factors = quantise(rows)
    back = whole * factors[:, None]
    cosines = (back * rows).sum(1) / np.linalg.norm(back, axis=1) / np.linalg.norm(rows, axis=1)
    assert cosines.min() > 0.999
    assert np.abs(whole).max() == 127
