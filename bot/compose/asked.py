"""What is asked, in the order asked, and what of it a page tells."""

import re

from bot.compose.linked.actions import is_appointment
from bot.patterns import load_patterns
from bot.reader.lines import Line, lines_of
from bot.run import Run
from bot.understanding.aspects import OF_OFFICES, Aspect, all_aspects
from corpus.analysis.tokens import stems
from corpus.analysis.topic import topic_stems
from corpus.records import Document, DocumentKind, FactKind, SectionKind

_CALL = re.compile(
    r"\btelefon|\brufnummer|\banrufen\b|\btelephone\b|\bphone\b|\bcall\b|\btelefonu?\b|\bтелефон|هاتف",
    re.IGNORECASE,
)
_WRITE = re.compile(
    r"\be-?mail|\bmailen\b|\bmail-?adresse|\be-?posta\b|\bимейл|эл\.? ?почт|ел\.? ?пошт|بريد", re.IGNORECASE
)
# "Wie komme ich zum Bürgerbüro?" asks where it is; a page's own list of services is no answer.
_REACH = re.compile(
    r"\bwie (?:komm\w*|erreich\w*|find\w*|kontaktier\w*)\b|\bkontakt(?:daten)?\b|\bansprechpartner"
    r"|\bhow (?:do|can) (?:i|we) (?:get to|reach|find|contact)\b|\bcontact\b",
    re.IGNORECASE,
)
_VALID = re.compile(
    r"\bgültig|\bgilt\b|\bgelten\b|\bläuft\b.{0,20}\bab\b|\babgelaufen|\bhaltbar|\bvalid|\bexpir|geçerli|дійсн|действител"
    r"|срок действия|термін дії|صالح|صلاحية|\bważn",
    re.IGNORECASE,
)
# "einen gültigen Ausweis besitzen" tells nobody how long it is valid.
_HOW_LONG_VALID = re.compile(
    r"\bgültig(?!e[mnrs]?\b)|\bgilt\b|\bgelten\b|\bläuft\b.{0,20}\bab\b|\bhaltbar|\bunbefristet",
    re.IGNORECASE,
)
# Beside something more specific ("Wie melde ich mich um und was kostet es?") they count in these words.
_GENERAL = {
    "procedure": re.compile(
        r"\bwie (?:melde|beantrage|bekomme|stelle|geht|gehe|läuft|mache|ändere|verlängere|bestelle|kündige)\b"
        r"|\bablauf\b|\bhow (?:do|can) (?:i|we)\b",
        re.IGNORECASE,
    ),
    "requirements": re.compile(
        r"\bvoraussetzung|\bbedingungen\b|\bwer (?:kann|darf|bekommt)\b|\brequirements?\b", re.IGNORECASE
    ),
}
CARD_FACTS = frozenset({FactKind.ADDRESS, FactKind.TELEPHONE, FactKind.HOURS, FactKind.EMAIL})
"""Facts of the office in charge, which its card tells."""
_WAYS = frozenset({"where", "hours", "procedure"})
# A section of fees may say how to pay, one of contact how to get in; only words tell whether it does.
_BY_WORDS = frozenset({"payment", "accessibility"})


def asked(run: Run) -> tuple[Aspect, ...]:
    """The aspects in the order in which the question names them; those of an earlier question come first.

    Who asks for a telephone number or an e-mail address, and for nothing else, asks where to turn to; so does
    who only names an office, or asks how to reach it.
    """
    # Each line of a page makes one ask for this, and what it rests on changes between steps only.
    rests_on = (run.text, run.aspects, run.when, run.document.id if run.document else None)
    if run.order is None or run.order[0] != rests_on:
        run.order = (rests_on, _in_order(run))
    return run.order[1]


def _in_order(run: Run) -> tuple[Aspect, ...]:
    if not run.aspects and (calls(run.text) or writes(run.text)):
        return (all_aspects()["where"],)
    if _reaches_office(run):
        return (all_aspects()["where"], all_aspects()["hours"])
    named = {aspect.name for aspect in run.aspects}
    beside = [name for name, words in _GENERAL.items() if named and words.search(run.text)]
    aspects = [*run.aspects, *(all_aspects()[name] for name in beside if name not in named)]
    return tuple(sorted(aspects, key=lambda aspect: _place(aspect, run.text)))


def calls(text: str) -> bool:
    """Whether `text` asks for a telephone number."""
    return bool(_CALL.search(text))


def writes(text: str) -> bool:
    """Whether `text` asks for an e-mail address."""
    return bool(_WRITE.search(text))


def _reaches_office(run: Run) -> bool:
    """Whether an office answers a question that asks for nothing more than the office itself."""
    document = run.document
    if document is None or document.kind is not DocumentKind.OFFICE or run.when is not None:
        return False
    if _REACH.search(run.text):
        return {aspect.name for aspect in run.aspects} <= _WAYS
    return not run.aspects and set(topic_stems(run.text)) <= set(stems(document.title))


def tells(aspect: Aspect, line: Line) -> bool:
    """Whether a line of a page is about an aspect: it stands in a section of it, or has its words."""
    pattern = load_patterns("bot.compose", "evidence.toml").get(aspect.name)
    if aspect.name in _BY_WORDS:
        return pattern is not None and bool(pattern.search(f"{line.heading}: {line.text}"))
    if aspect.kinds and line.kind is aspect.kinds[0]:
        return True
    return pattern is not None and bool(pattern.search(line.text))


def untold(run: Run) -> list[Aspect]:
    """The aspects of which the document that answers, and its office's card, tell nothing at all.

    Only aspects with words that give them away, and only of German pages: what has none of them tells
    nothing; of the others nobody can be so sure.
    """
    document = run.document
    if document is None or document.language != "de":
        return []
    return [aspect for aspect in asked(run) if not _is_told(run, document, aspect)]


def is_told_nothing(run: Run) -> bool:
    """Whether the page that answers tells nothing at all of what is asked."""
    about = asked(run)
    return bool(about) and (len(untold(run)) == len(about) or (len(about) == 1 and lacks_validity(run)))


def lacks_validity(run: Run) -> bool:
    """Whether it is asked how long something is valid, and the German page says nothing of it."""
    document = run.document
    if document is None or document.language != "de" or not says_validity(run.text):
        return False
    wanted = any(aspect.name == "duration" for aspect in asked(run))
    return wanted and not says_validity(document.text())


def says_validity(text: str) -> bool:
    """Whether `text` is about how long something is valid."""
    return bool(_VALID.search(text))


def tells_validity(text: str) -> bool:
    """Whether German `text` may tell how long something is valid: "gültigen Ausweis" alone tells nothing."""
    return bool(_HOW_LONG_VALID.search(text))


def _is_told(run: Run, document: Document, aspect: Aspect) -> bool:
    pattern = load_patterns("bot.compose", "evidence.toml").get(aspect.name)
    stated = {fact.kind for fact in run.facts} | {fact.kind for fact in document.facts}
    if pattern is None:
        return True
    if aspect.name == "online":
        return _is_told_online(document, pattern)
    if stated & set(aspect.facts):
        return True
    if aspect.name in OF_OFFICES and any(_card_tells(run, kind) for kind in aspect.facts):
        return True
    kinds = {section.kind for section in document.sections}
    has_section = any(kind in kinds for kind in aspect.kinds[:1])
    return (
        has_section or bool(document.forms and aspect.name == "form") or bool(pattern.search(document.text()))
    )


def _is_told_online(document: Document, pattern: re.Pattern[str]) -> bool:
    """Whether a page says how a service goes online, apart from booking an appointment and writing a mail."""
    if any(not is_appointment(link.text) for link in document.online):
        return True
    return any(
        pattern.search(line.text) and not is_appointment(line.text) and line.kind is not SectionKind.CONTACT
        for line in lines_of(document)
    )


def _card_tells(run: Run, kind: FactKind) -> bool:
    """Whether the office's card, not the city's hotline, shows facts of a kind."""
    offices = [office for office in run.contact if office.citation is not None]
    match kind:
        case FactKind.ADDRESS:
            return any(office.address for office in offices)
        case FactKind.TELEPHONE:
            return any(office.telephone for office in offices)
        case FactKind.HOURS:
            return any(office.hours for office in offices)
        case _:
            return False


def _place(aspect: Aspect, text: str) -> int:
    match = aspect.pattern.search(text)
    return match.start() if match else -1
