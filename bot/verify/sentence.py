"""Checks a generated sentence against the source lines that it names.

Rule-based, without a second model: what can't be shown to be carried is not released. Each sentence must be
carried whole by one cited line (or by an item or a main clause of it): all its values, names and other words,
the same negations, conditions and obligations, each by the words that it stands by there. Every cited line
must contribute.
"""

import re
from collections.abc import Iterable, Sequence

from bot.verify.actors import actors_kept
from bot.verify.attachment import attached_alike
from bot.verify.choices import choices_kept
from bot.verify.claims import claims, is_plain, several_values, without_asides
from bot.verify.clauses import content_stems, crowded
from bot.verify.conditions import conditions_kept
from bot.verify.content import Vocabulary, content_carried, share_known
from bot.verify.marks import Mark, Statement, read_statement, subject_words
from bot.verify.markup import has_foreign_markup
from bot.verify.modality import modality_kept
from bot.verify.neighbours import exchanged
from bot.verify.opposites import opposite_of
from bot.verify.phrases import canonical
from bot.verify.restrictions import negated_alike, restrictions_kept
from bot.verify.roles import roles_kept
from bot.verify.verdict import Verdict
from corpus.analysis.sentences import split_sentences
from corpus.analysis.tokens import stems
from corpus.values.normalise import carries, values_in

_LONGEST = 300
_REDUNDANT = 0.6
_OTHER_SCRIPT = re.compile(r"[^\W\d_A-Za-zÀ-ɏ]+")
_LEANING = re.compile(r"^(?:Dann|So)\b")


def verify_sentence(sentence: str, sources: Sequence[str]) -> Verdict:
    """Check `sentence` against the lines that it cites; no cited line carries nothing."""
    source = "\n".join(sources)
    if not sources or not sentence.strip():
        return Verdict(False, "no source" if not sources else "empty")
    if len(sentence) > _LONGEST:
        return Verdict(False, "too long")
    if has_foreign_markup(sentence, source):
        return Verdict(False, "markup or link")
    # Words in another script are none that the comparison of words could miss.
    if any(word not in source for word in _OTHER_SCRIPT.findall(sentence)):
        return Verdict(False, "script")
    said, lines = canonical(sentence), [canonical(line) for line in sources]
    missing = carries("\n".join(lines), said)
    if missing:
        return Verdict(False, f"value {missing[0].kind}")
    return _content(said, lines)


def _content(sentence: str, sources: Sequence[str]) -> Verdict:
    """Whether each sentence in `sentence` is carried by a line, and every line contributes."""
    source = "\n".join(sources)
    for part in _parts(sentence):
        verdict = _by_a_line(part, sources, source)
        if not verdict.carried and part != sentence:
            verdict = _by_a_line(sentence, sources, source)
        if not verdict.carried:
            return verdict
    return _all_contribute(sentence, sources)


def _parts(sentence: str) -> list[str]:
    """The sentences in it; a question and what leans on it are one: "Ziehen Sie um? Dann …"."""
    parts: list[str] = []
    for one in split_sentences(sentence):
        if parts and (_LEANING.match(one) or parts[-1].endswith("?")):
            parts[-1] += f" {one}"
        else:
            parts.append(one)
    return parts


def _by_a_line(sentence: str, sources: Sequence[str], source: str) -> Verdict:
    said = read_statement(sentence)
    return _best(_against_line(said, line, source) for line in _nearest_first(sentence, sources))


def _against_line(said: Statement, line: str, source: str) -> Verdict:
    whole, *items = claims(line)
    return _best(
        [
            _carried(said, whole, source, part=False),
            *(_carried(said, one, source, part=True) for one in items),
            *(_carried(said, read_statement(one), source, part=False) for one in without_asides(line)),
        ]
    )


def _best(verdicts: Iterable[Verdict]) -> Verdict:
    """The first that carries, else the first of all."""
    tried: list[Verdict] = []
    for verdict in verdicts:
        if verdict.carried:
            return verdict
        tried.append(verdict)
    return tried[0]


def _nearest_first(sentence: str, sources: Sequence[str]) -> list[str]:
    asked = set(stems(sentence))
    lines = sorted(sources, key=lambda line: -len(asked & set(stems(line))))
    # Lines that only name things ("Personalausweis", "Passfoto") can't contradict each other.
    if len(lines) > 1 and all(is_plain(read_statement(line)) for line in lines):
        lines.append("\n".join(sources))
    return lines


def _carried(said: Statement, claim: Statement, source: str, *, part: bool) -> Verdict:
    """Whether `claim` (a line, or with `part` an item of it) carries all that is said."""
    missing = carries(claim.text, said.text)
    if missing:
        return Verdict(False, f"value {missing[0].kind}")
    if not negated_alike(said, claim):
        return Verdict(False, "negation")
    if not restrictions_kept(said, claim) or not conditions_kept(said.text, claim.text):
        return Verdict(False, "condition")
    if not modality_kept(said, claim):
        return Verdict(False, "modal")
    if turned := opposite_of(said.text, claim.text):
        return Verdict(False, f"condition {turned}")
    if (
        not content_stems(said.text)
        and not values_in(said.text)
        and canonical(said.text) != canonical(claim.text)
    ):
        # "Sie müssen gar nichts tun" has no word that a line could lack.
        return Verdict(False, "content")
    content = content_carried(said.text, claim.text, source)
    if not content.carried:
        return content
    if not roles_kept(said.text, claim.text) or exchanged(said.text, claim.text):
        return Verdict(False, "roles")
    if not actors_kept(said.text, claim.text):
        return Verdict(False, "actor")
    if not choices_kept(said.text, claim.text):
        return Verdict(False, "choice")
    return _joined_alike(said, claim, part=part)


def _joined_alike(said: Statement, claim: Statement, *, part: bool) -> Verdict:
    """Whether each value and negation stays with the words that it has in `claim`."""
    if not attached_alike(said.text, claim.text):
        return Verdict(False, "order")
    own, kept = subject_words(claim.text), subject_words(said.text)
    if part:
        same = _unordered(said.marks) == _unordered(claim.marks) and set(own) <= set(kept)
        in_order = not several_values(claim) or [word for word in kept if word in own] == own
        return Verdict(same and in_order, "" if same and in_order else "part")
    if crowded(claim.text) and said.marks != claim.marks:
        in_order = [word for word in kept if word in own] == own
        return Verdict(in_order, "" if in_order else "order")
    return Verdict(True)


def _unordered(marks: Sequence[Mark]) -> list[str]:
    return sorted(mark.text for mark in marks)


def _all_contribute(sentence: str, sources: Sequence[str]) -> Verdict:
    """Whether every cited line either says what no other one does, or most of the sentence by itself."""
    said, values = content_stems(sentence), values_in(sentence)
    for place, line in enumerate(sources):
        others = "\n".join([*sources[:place], *sources[place + 1 :]])
        mine, theirs = Vocabulary.of(line), Vocabulary.of(others)
        alone = any(mine.knows_stem(one) and not theirs.knows_stem(one) for one in said) or any(
            value in values_in(line) and value not in values_in(others) for value in values
        )
        if not alone and share_known(said, line) < _REDUNDANT:
            return Verdict(False, "citation")
    return Verdict(True)
