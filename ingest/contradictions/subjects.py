"""Which service or office a document, or a section of it, is about: the keys by which two pages meet."""

from functools import cache

from corpus.analysis.tokens import stems
from corpus.lexicon import load_lexicon
from corpus.records import Document, DocumentKind

_FEW_NUMBERS = 2
"""A page with more LeiKa numbers is an overview; what it states is of one of them, nobody knows which."""
_SAYING_LITTLE = (
    "beantragen Antrag Ausstellung ausstellen Erteilung erteilen Informationen Stadt Gemeinde Service online"
    " Dienstleistung Leistung Gebühr Gebühren Kosten Preis Preise Entgelt Höhe Verwaltungsgebühr Bearbeitung"
    " fällt anfallen kostet beträgt zahlen bezahlen erhoben Frist Fristen Bearbeitungszeit Bearbeitungsdauer"
    " Dauer dauert lange viel hoch wie was Betrag Euro fee fees cost costs price"
)


@cache
def saying_little() -> frozenset[str]:
    """Stems of words in titles and labels that tell no two things apart."""
    return frozenset(stems(_SAYING_LITTLE))


@cache
def telling(text: str) -> frozenset[str]:
    """The stems of a title or a label that tell what it is about."""
    return frozenset(stems(text)) - saying_little()


def subjects(document: Document, heading: str, *, is_labelled: bool) -> frozenset[str]:
    """Keys of what a section is about: LeiKa number, title, and the service that citizens' words name.

    Two pages share a key only if both are about the same. Which service news and questions speak of, only
    the lexicon knows, by the section's heading, else by the title of news; since a title promises little, a
    value counts there only if it says itself what it is for (`is_labelled`). Of events nothing tells. Offices
    meet by their names.
    """
    title = telling(document.title)
    match document.kind:
        case DocumentKind.OFFICE:
            return frozenset({_key("office", title)} if title else ())
        case DocumentKind.EVENT:
            return frozenset()
        case DocumentKind.SERVICE:
            few = document.leika if len(document.leika) <= _FEW_NUMBERS else ()
            numbers = {f"leika:{number}" for number in few}
            names = {_key("service", title)} if title else set[str]()
            return frozenset(numbers | names | _services(document.title))
        case DocumentKind.NEWS:
            return _services(heading) or (_services(document.title) if is_labelled else frozenset())
        case _:
            return _services(heading) | ({_key("service", title)} if title else set())


def is_loose(subject: str) -> bool:
    """Tell whether several of a city's services may share a key: a LeiKa number, or what citizens say."""
    return subject.startswith(("lexicon:", "leika:"))


def service_name(document: Document) -> str:
    """The key of a service's own name; "" of any other page."""
    return _key("service", telling(document.title)) if document.kind is DocumentKind.SERVICE else ""


def subject_stems(document: Document) -> frozenset[str]:
    """The stems that say of a label only what its page is about."""
    return telling(document.title)


@cache
def _services(text: str) -> frozenset[str]:
    """The one service of the lexicon that a text names officially; none if it could be several."""
    found = load_lexicon().find(text) if text else []
    if len(found) != 1:
        return frozenset()
    # "Personalausweis verloren" fits the lost property office, but doesn't name it.
    official = frozenset(stem for name in found[0].official for stem in stems(name))
    return frozenset({f"lexicon:{found[0].key}"} if official & telling(text) else ())


def _key(kind: str, words: frozenset[str]) -> str:
    return f"{kind}:{' '.join(sorted(words))}"
