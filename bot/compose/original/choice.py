"""Composes from the source's own sentences: what is asked first, lists kept whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, zip_longest

from bot.answer import Origin, Sentence, Style
from bot.compose.asked import asked, says_validity, tells, tells_validity
from bot.compose.original.candidates import Candidate, open_aspects
from bot.compose.original.frequent import frequent_question
from bot.compose.original.groups import Form, bare, form_of, with_sense
from bot.compose.original.headings import shown_heading
from bot.compose.original.times import is_of_another_time
from bot.compose.plain.plainness import hardness
from bot.reader.lines import Line
from bot.run import Run
from bot.understanding.address import depends_on_address
from bot.understanding.aspects import Aspect

_LEAST_SHARE = 0.45
# Aspects whose answer is a list, which helps nobody in part.
_LISTED = frozenset({"documents", "requirements", "procedure"})
_LONGEST_LIST = 1400
_MOST_LINKED = 2
# Aspects whose words give a line away that tells them.
_SPECIFIC = frozenset({"cost", "duration", "deadline", "online", "payment", "form", "accessibility"})
_GERMAN = "de"
# Of near-equal lines the plainer one: what a fully hard line loses of its score.
_PLAINER = {Style.STANDARD: 0.04, Style.EINFACH: 0.3}
_TELLING = 0.15
# Simple German says less at once.
_FEWER = {Style.STANDARD: 0, Style.EINFACH: 2}


@dataclass(frozen=True)
class Draft:
    """A sentence before the gate, with the heading and form of the block that it belongs to."""

    sentence: Sentence
    heading: str
    form: Form


def choose_lines(run: Run, pool: Sequence[Candidate]) -> list[Candidate]:
    """The lines to show, within the budget of characters and sentences.

    Papers, requirements and steps that are asked for come as the whole list. Several aspects share the
    budget, each with its best lines, in the order asked; then come the section of the best line and others.
    """
    if not pool:
        return []
    if frequent_question(run, pool[0].document) is not None:
        return _answer_of(run, pool)
    aspects = open_aspects(run)
    scores = [entry.score - _penalty(run, entry) + _evidence(run, aspects, entry) for entry in pool]
    choice = _Choice(run, pool, scores)
    for place, aspect in enumerate(aspects):
        choice.take_list(aspect)
        if len(asked(run)) > 1:
            own = [index for index, entry in enumerate(pool) if _tells_it(run, aspect, entry.line)]
            choice.take(own, share=1 / (len(aspects) - place))
    choice.take(_to_the_point(run, aspects, pool))
    return _whole(choice.in_order())


def _answer_of(run: Run, pool: Sequence[Candidate]) -> list[Candidate]:
    """The answer to a frequent question from its beginning: what comes after "Nein." needs the "Nein.".

    However long it is, its first line is shown.
    """
    lengths = accumulate(len(entry.line.text) for entry in pool)
    fitting = sum(length <= run.tools.settings.max_characters for length in lengths)
    return list(pool[: max(1, fitting)])


def _to_the_point(run: Run, aspects: Sequence[Aspect], pool: Sequence[Candidate]) -> Sequence[int]:
    """The lines that tell what is asked, where one thing is asked and some do; else all of them.

    "Wie lange ist der Ausweis gültig?" isn't answered with who needs one.
    """
    everything = range(len(pool))
    if len(aspects) != 1 or aspects[0].name not in _SPECIFIC or pool[0].document.language != _GERMAN:
        return everything
    telling = [i for i in everything if _tells_it(run, aspects[0], pool[i].line)]
    return telling or everything


def _tells_it(run: Run, aspect: Aspect, line: Line) -> bool:
    if aspect.name == "duration" and says_validity(run.text):
        return tells_validity(line.text)
    return tells(aspect, line) and not is_of_another_time(run, f"{line.heading} {line.text}")


def _whole(chosen: Sequence[Candidate]) -> list[Candidate]:
    """Without lines that announce what isn't there: a list whose items facts have told already."""
    pairs = zip_longest(chosen, chosen[1:])
    return [one for one, after in pairs if not one.line.text.endswith(":") or _follows(one, after)]


def _follows(one: Candidate, after: Candidate | None) -> bool:
    return after is not None and after.line.position == one.line.position + 1


def asked_lists(run: Run, pool: Sequence[Candidate]) -> list[Candidate]:
    """The lists of papers, requirements and steps that are asked for: no model may shorten them."""
    choice = _Choice(run, pool, [entry.score for entry in pool])
    for aspect in open_aspects(run):
        choice.take_list(aspect)
    return choice.in_order()


def drafts_of(run: Run, chosen: Sequence[Candidate]) -> list[Draft]:
    """The chosen lines as sentences with their citation, ready for the gate."""
    drafts = []
    for entry in chosen:
        form = form_of(entry)
        number = run.sources.cite(entry.document, entry.line.section)
        sentence = Sentence(
            text=bare(entry.line.text, form),
            citations=(number,),
            origin=Origin.SOURCE,
            language=entry.document.section_language(entry.line.section),
        )
        heading = shown_heading(entry.line.heading, entry.line.kind, entry.document.title)
        drafts.append(Draft(sentence, heading, form))
    return drafts


class _Choice:
    """The lines taken so far, and what is left of the budget."""

    def __init__(self, run: Run, pool: Sequence[Candidate], scores: Sequence[float]) -> None:
        settings = run.tools.settings
        self._pool, self._scores = pool, scores
        self._characters = settings.max_characters
        most = settings.max_sentences if not run.facts else settings.max_sentences // 2
        if depends_on_address(run.text):
            # The page that is linked knows the day; what else it says can be read there.
            most = min(most, _MOST_LINKED)
        self._sentences = max(1, most - _FEWER[run.question.style])
        self._taken: dict[int, None] = {}
        self._size = self._count = 0

    def take_list(self, aspect: Aspect) -> None:
        """Take the first list or steps of a section that is about `aspect`, if a list is what it asks for."""
        if aspect.name not in _LISTED:
            return
        for index, entry in enumerate(self._pool):
            if entry.line.kind is aspect.kinds[0] and form_of(entry) != "paragraph":
                group = with_sense(self._pool, index)
                if len(group) > 1 and self._length(group) <= _LONGEST_LIST:
                    self._add(group)
                return

    def take(self, indices: Sequence[int], *, share: float = 1) -> None:
        """Take the best of `indices`, at least one, until a share of what is left is used up."""
        characters = self._size + share * (self._characters - self._size)
        sentences = self._count + max(1, round(share * (self._sentences - self._count)))
        best = max((self._scores[index] for index in indices), default=0.0)
        needed = share < 1 or not self._taken
        for index in sorted(indices, key=lambda i: -self._scores[i]):
            if self._scores[index] < best * _LEAST_SHARE and not needed:
                break
            group = [i for i in with_sense(self._pool, index) if i not in self._taken]
            full = self._size + self._length(group) > characters or self._count >= sentences
            if group and (needed or not full):
                self._add(group)
            needed = False

    def _add(self, group: Sequence[int]) -> None:
        self._size += self._length(group)
        self._count += 1
        self._taken.update(dict.fromkeys(group))

    def _length(self, group: Sequence[int]) -> int:
        return sum(len(self._pool[i].line.text) for i in group)

    def in_order(self) -> list[Candidate]:
        """What was taken, by section in the order in which it was taken, within a section as on the page."""
        sections: dict[int, int] = {}
        for index in self._taken:
            sections.setdefault(self._pool[index].line.section, len(sections))
        order = sorted(self._taken, key=lambda i: (sections[self._pool[i].line.section], i))
        return [self._pool[index] for index in order]


def _evidence(run: Run, aspects: Sequence[Aspect], entry: Candidate) -> float:
    """What a line gains that has the words of an aspect which no fact tells."""
    if is_of_another_time(run, f"{entry.line.heading} {entry.line.text}"):
        return 0.0
    # Lines of a section about it have gained that already.
    beside = [aspect for aspect in aspects if entry.line.kind not in aspect.kinds[:1]]
    return _TELLING if any(tells(aspect, entry.line) for aspect in beside) else 0.0


def _penalty(run: Run, entry: Candidate) -> float:
    return _PLAINER[run.question.style] * hardness(entry.line.text)
