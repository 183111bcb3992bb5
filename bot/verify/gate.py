"""The only way by which a sentence reaches an answer."""

from typing import Literal

from bot.answer import Block, Origin, Sentence
from bot.events import NewSentence
from bot.run import Run
from bot.verify.sentence import verify_sentence
from bot.verify.translation.check import carries
from bot.verify.verdict import Verdict

Form = Literal["paragraph", "list", "steps"]
_GERMAN = "de"


def release(run: Run, sentence: Sentence, *, heading: str = "", form: Form = "paragraph") -> Verdict:
    """Append `sentence` to the answer and emit it, if it is carried by what it cites.

    It joins the last block if heading and form are the same; otherwise it opens a new one.
    """
    verdict = judge(run, sentence)
    if not verdict.carried:
        return verdict
    last = run.blocks[-1] if run.blocks else None
    if last is not None and last.form == form and heading in {"", run.heading}:
        run.blocks[-1] = last.model_copy(update={"sentences": (*last.sentences, sentence)})
    else:
        shown = "" if heading == run.heading else heading
        run.blocks.append(Block(form=form, heading=shown, sentences=(sentence,)))
        run.heading = heading
    block = run.blocks[-1]
    run.tools.emit(
        NewSentence(block=len(run.blocks) - 1, heading=block.heading, form=form, sentence=sentence)
    )
    return verdict


def judge(run: Run, sentence: Sentence) -> Verdict:
    """Whether `sentence` is carried by what it cites."""
    match sentence.origin:
        case Origin.SOURCE:
            return _verbatim(run, sentence, sentence.text)
        case Origin.MODEL if sentence.language != _GERMAN:
            return _translated(run, sentence)
        case Origin.MODEL:
            return verify_sentence(sentence.text, sentence.original)
        case Origin.EDITOR | Origin.FRAME:
            return Verdict(True)


def _translated(run: Run, sentence: Sentence) -> Verdict:
    """A translation says what one German sentence says, which stands word for word in a section it cites."""
    if len(sentence.original) != 1:
        return Verdict(False, "no source")
    german = sentence.original[0]
    verdict = _verbatim(run, sentence, german)
    return carries(sentence.text, german, sentence.language) if verdict.carried else verdict


def _verbatim(run: Run, sentence: Sentence, text: str) -> Verdict:
    """`text` stands word for word in a section that the sentence cites; the page's title may go before."""
    said = _folded(text)
    for number in sentence.citations:
        document, section = run.sources.section(number, run.tools.generation)
        if document is None:
            continue
        wanted = said.removeprefix(_folded(f"{document.title}:")).strip()
        if wanted in _folded(document.sections[section].text):
            return Verdict(True)
    return Verdict(False, "not verbatim")


def _folded(text: str) -> str:
    return " ".join(text.split())
