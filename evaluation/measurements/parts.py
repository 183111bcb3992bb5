"""What is measured, part by part, with the command that measures it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Part:
    """A section of the page: its name and heading, what to know of it, the module whose output it shows."""

    name: str
    heading: str
    text: str
    command: tuple[str, ...]
    fenced: bool = False


def parts(data: Path) -> list[Part]:
    """What is measured, with its commands; parts that need the measurement data only where it is."""
    return [*_answering(), *_model(), *_reading(data), *_keeping_current(), *_chat(), *_training(data)]


def _answering() -> list[Part]:
    """The served product as a whole."""
    return [
        Part(
            "time",
            "Time and memory",
            "A served instance without a language model, second start, on the sample city.",
            ("evaluation.benchmarks.answers", "--markdown"),
        ),
        Part(
            "answers",
            "Finding, refusing, facts, reading",
            "Original-text mode, no language model. `evaluation/floors.toml` holds what may not be lost.",
            ("evaluation.floors", "--markdown"),
        ),
        Part(
            "readability",
            "How hard answers are to read",
            "First Wiener Sachtextformel (about a school year) and LIX of every answer to the evaluation's "
            "questions, German only, without a language model: what we say ourselves, what is quoted of the "
            "pages, and all pages as they are. `einfach` is the same questions in simple German.",
            ("evaluation.readability", "--markdown"),
        ),
        Part(
            "attacks",
            "Hostile questions, people in need, personal data",
            "Our own cases in `evaluation/attacks/cases`, put to the sample city: what must happen and does. "
            "Harmless questions that look alike must not end so.",
            ("evaluation.attacks", "--markdown"),
        ),
        Part(
            "worst",
            "The twenty worst questions",
            "By id, since the questions belong to the data: those of `munich` and `omos` in turn, gravest "
            "first. Causes are told from words and lexicon. `lotse evaluate --html` shows them all.",
            ("evaluation.worst", "--markdown"),
        ),
    ]


def _model() -> list[Part]:
    """The language model's process."""
    return [
        Part(
            "verifier",
            "What the verifier stops",
            "Sentences of the pages, corrupted on purpose in more than twelve ways, every other one after a "
            "rewording, and faithful rewordings, by rule and by hand. Halves by document; the development "
            "half was looked at while the rules were written. Beside it, simpler ones on the same cases.",
            ("evaluation.verifying", "--markdown"),
        ),
        Part(
            "hostile",
            "Hostile models",
            "Twelve models that lie on purpose and know which of their sentences are lies, allowed to word "
            "every answer, and one that chooses lines at random; asked in German, simple German, English, "
            "Turkish and Arabic, every eighth question. Poorer is an answer that lacks a fact, a source, a "
            "contact or an original sentence that it had without them.",
            ("evaluation.hostile", "--markdown", "--every", "8"),
        ),
        Part(
            "model",
            "The language model's process",
            "A model of 15 million random weights: what it says means nothing, what it costs is real; larger "
            "ones make the pipeline's share smaller. Eight clients ask four times each, as soon as they are "
            "answered. Tokens are those that llama.cpp evaluated. The pipeline's share is the time of whole "
            "answers in which the model didn't compute.",
            ("evaluation.benchmarks.model", "--markdown"),
        ),
    ]


def _reading(data: Path) -> list[Part]:
    """What is made of pages and files."""
    pages = ("--corpus", str(data / "omos/corpus.jsonl")) if data.is_dir() else ()
    return [
        Part(
            "pages",
            "Reading pages",
            "The sample city's pages against its content files; those of `omos`, which come without chrome, "
            "against their lines. Counted in word tokens (a multiset for each page) and in lines or cells, "
            "whose words stand side by side. As a website, sections that most pages share are left out.",
            ("evaluation.page_reading", "--markdown", *pages),
        ),
        Part(
            "page-speed",
            "Speed of reading pages",
            "The sample city's pages read from disk, all readers in turn, the median of three rounds. Ours "
            "gives sections, links and facts, the others text.",
            ("evaluation.benchmarks.page_reading", "--markdown"),
        ),
        Part(
            "pdf",
            "Reading PDFs",
            "Sheets set for it (statutes, fee schedules, leaflets, forms, gazettes) and the sample city's "
            "statutes, against the text that they were made of. Lines are paragraphs, items and rows, equal "
            "to the letter; words of PDFium's own text lack the heads that we repeat in every row.",
            ("evaluation.pdf_reading", "--markdown"),
        ),
        Part(
            "facts",
            "Reading facts",
            "Hand-checked snippets in the style of municipal pages. The second part of each kind was written "
            "after the work on the first one and measured untouched. The third one was written by somebody "
            "who hadn't seen the rules; what it measured before anything was mended is a row of its own "
            "(with five entries of its gold that were wrong by the other parts' conventions, and corrected "
            "later). "
            "All three are development data now. Hours are compared by what they mean on the days "
            "of sample weeks; what stays text claims nothing and costs recall only.",
            ("evaluation.fact_reading", "--markdown"),
        ),
    ]


def _keeping_current() -> list[Part]:
    """What updates cost."""
    return [
        Part(
            "recrawl",
            "Reading an unchanged website again",
            "`lotse ingest` twice on a website of 1,500 pages with ETags: processor time of all processes. "
            "The second run has to stay under 5 % of the first.",
            ("evaluation.benchmarks.recrawl", "--markdown"),
        ),
        Part(
            "large-city",
            "A large city",
            "50,000 documents stored, indexed and published, again unchanged, and again with 1 % changed.",
            ("evaluation.benchmarks.large_city", "--markdown"),
        ),
    ]


def _chat() -> list[Part]:
    """What citizens' browsers load."""
    return [
        Part(
            "widgets",
            "The chat beside other chats",
            "Embedded in the same plain page, served from this machine, in one Chromium, in turn. Main "
            "thread: processor time beyond that of the page without a chat, median. Strict is a policy "
            "without `unsafe-inline` and `unsafe-eval`. deep-chat stands open on the page, the others behind "
            "a button. Ours fetches the rest of its German texts when it is opened. Without Node only ours "
            "is measured.",
            ("evaluation.benchmarks.widget", "--markdown"),
        ),
    ]


def _training(data: Path) -> list[Part]:
    """How well what was trained does on what it was not trained on."""
    if not data.is_dir():
        return []
    omos = ("--questions", str(data / "omos/questions.jsonl"), "--corpus", str(data / "omos/corpus.jsonl"))
    return [
        Part(
            "retrieval",
            "Speed of the search",
            "Paragraphs of federal law, searched for by their headings with everything that a citizen's "
            "question goes through: lexicon, both indexes, fusion, re-ranking.",
            ("evaluation.benchmarks.retrieval", "--markdown"),
        ),
        Part(
            "ablation",
            "What each part of the search brings",
            "The search alone, without the assistant's context, language and office preferences; follow-ups "
            "are left out. `omos`: questions of the `dev` split, which re-ranking was not trained on.",
            ("evaluation.ablation", "--markdown"),
        ),
        Part(
            "ranking",
            "Re-ranking, five-fold by page",
            "Six features of a question and a document, weighed by a conditional logistic model; learned on "
            "the `train` split and on questions made of the lexicon's phrases over the sample city.",
            ("training.ranking", *omos, "--measure"),
            fenced=True,
        ),
        Part(
            "reader",
            "The reader, five-fold by page",
            "Boosted trees over some hundred features of line and question, a small network along the lines "
            "of the page beside them, and a logistic model of whether any line answers, all trained anew for "
            "this. `dev` is not trained on; five-fold is over all questions, by page.",
            ("training.reader", *omos, "--measure", "--folds-of-all"),
            fenced=True,
        ),
        Part(
            "coverage",
            "Coverage, five-fold by question",
            "Questions with their page in the corpus and with it taken out, in corpora of four sizes, and "
            "those made of the lexicon over the sample city.",
            ("training.coverage", *omos, "--measure"),
            fenced=True,
        ),
    ]
