"""Whether each value and negation of a sentence stays with the words that it has in its source."""

from collections.abc import Sequence

from bot.verify.clauses import Clause, ValueMark, clauses_of
from bot.verify.synonyms import same_as
from corpus.values.dates import date_carried
from corpus.values.value import ValueKind

_TOLD = 0.5
# "In drei Monaten" is how one says "innerhalb von drei Monaten".
_LIMITS_OF = {"in": ("in", "", "innerhalb"), "": ("", "in")}


def attached_alike(said: str, claim: str) -> bool:
    """Whether no word of `said` stands by a value, negation or modal verb that is another's in `claim`."""
    ours, theirs = clauses_of(said), clauses_of(claim)
    return (
        all(_values_alike(one, ours, theirs) for one in ours)
        and all(_turned_alike(one, ours, theirs) for one in ours)
        and _limits_kept(ours, theirs)
    )


def _limits_kept(ours: Sequence[Clause], theirs: Sequence[Clause]) -> bool:
    """Whether no "ab 16 Jahren" was left out of a clause that is told otherwise."""
    told, stated = _words(ours), [mark for one in ours for mark in one.values]
    for clause in theirs:
        left_out = [
            mark for mark in clause.values if mark.limit and not any(_same(one, mark) for one in stated)
        ]
        known = sum(_in(word, told) for word in clause.words)
        if left_out and known >= _TOLD * len(clause.words):
            return False
    return True


def _values_alike(clause: Clause, ours: Sequence[Clause], theirs: Sequence[Clause]) -> bool:
    told, stated = _words(ours), [mark for one in ours for mark in one.values]
    shared = list(theirs)
    for mark in clause.values:
        homes = [one for one in theirs if any(_same(mark, other) for other in one.values)]
        rivals = [
            one for one in theirs if one not in homes and any(other.kind is mark.kind for other in one.values)
        ]
        if not homes:
            return False
        if _counts_the_same(mark, theirs):
            continue
        if rivals:
            shared = [one for one in shared if one in homes]
            if not _own_words(clause, homes, rivals, told, stated):
                return False
    return bool(shared)


def _counts_the_same(mark: ValueMark, theirs: Sequence[Clause]) -> bool:
    """Whether what a number counts is counted once in `theirs`, and by this number."""
    counting = [
        one for clause in theirs for one in clause.values if mark.counts and one.counts == mark.counts
    ]
    return len(counting) == 1 and _same(mark, counting[0])


def _own_words(
    clause: Clause,
    homes: Sequence[Clause],
    rivals: Sequence[Clause],
    told: frozenset[str],
    stated: Sequence[ValueMark],
) -> bool:
    """Whether a value stands by its own words and other values, all of them, and by none of its rivals'."""
    own, foreign = _words(homes), _words(rivals)
    if any(_in(word, foreign) and not _in(word, own) for word in clause.words):
        return False
    untold = [one for one in rivals if not any(_same(mark, other) for mark in stated for other in one.values)]
    if any(_in(word, _words(untold)) and not _in(word, own) for word in told):
        return False
    return any(
        all(_in(word, told) for word in one.words - foreign)
        and all(any(_same(mark, other) for mark in stated) for other in one.values)
        for one in homes
    )


def _turned_alike(clause: Clause, ours: Sequence[Clause], theirs: Sequence[Clause]) -> bool:
    """Negations and modal verbs: no word comes to or leaves a clause that has one."""
    having = [one for one in theirs if one.negated]
    lacking = [one for one in theirs if not one.negated]
    if having and lacking:
        own, foreign = (having, lacking) if clause.negated else (lacking, having)
        if _strays(clause, own, foreign):
            return False
    for modal in clause.modals:
        own = [one for one in theirs if modal in one.modals]
        foreign = [one for one in theirs if one.modals and modal not in one.modals]
        if own and foreign and _strays(clause, own, foreign):
            return False
    return True


def _strays(clause: Clause, own: Sequence[Clause], foreign: Sequence[Clause]) -> bool:
    return any(_in(word, _words(foreign)) and not _in(word, _words(own)) for word in clause.own)


def _same(mark: ValueMark, other: ValueMark) -> bool:
    if mark.kind is not other.kind or other.limit not in _LIMITS_OF.get(mark.limit, (mark.limit,)):
        return False
    if mark.kind is ValueKind.DATE and len(mark.values) == len(other.values):
        return all(
            date_carried(a.canonical, b.canonical) for a, b in zip(mark.values, other.values, strict=True)
        )
    return mark.values == other.values


def _words(clauses: Sequence[Clause]) -> frozenset[str]:
    return frozenset().union(*(one.words for one in clauses))


def _in(word: str, known: frozenset[str]) -> bool:
    return bool(same_as(word) & known)
