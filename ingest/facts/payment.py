"""How one can pay: in cash, by card, by transfer …"""

import re
from collections.abc import Iterator

from corpus.records import Fact, FactKind, Section, SectionKind
from ingest.facts.lines import lines, statements, without_mark

_MEANS = re.compile(
    r"\b(?:bar|in bar|bargeld|barzahlung|bargeldlos|giro-?card|ec-?karten?|ec-?cash|debit-?karten?"
    r"|kredit-?karten?"
    r"|kartenzahlung|(?:mit|per) karte|überweisung|überweisen|lastschrift|sepa-lastschrift\w*|paypal"
    r"|giropay"
    r"|paydirekt|wero|apple pay|google pay|visa|mastercard|vorkasse|auf rechnung|in cash|cash|by card"
    r"|credit cards?|debit cards?|bank transfer)\b",
    re.IGNORECASE,
)
_PAYING = re.compile(
    r"zahl|entricht|begleich|annehm|nehmen wir|akzeptier|möglich|überweis|\bpay|accept|gebühr|kosten"
    r"|\bnur\b",
    re.IGNORECASE,
)
_HEADING = re.compile(r"zahlung|bezahl|payment|paying|how to pay", re.IGNORECASE)
# The city pays; a mandate is a paper to hand in; a theft is none of paying.
_NOT_PAYING = re.compile(
    r"\b(?:wir|stadt|kasse)\b.{0,30}\büberweis|(?:wird|werden)\b.{0,60}\b(?:überwiesen|ausgezahlt)"
    r"|auf ihr konto"
    r"|mandat\b|sperr|verloren|gestohlen|bar jede|kontoauszug|nachweis",
    re.IGNORECASE,
)
_ELSEWHERE = frozenset(
    {SectionKind.DOCUMENTS, SectionKind.FORMS, SectionKind.REQUIREMENTS, SectionKind.LEGAL}
)


def find_payment(section: Section, index: int) -> Iterator[Fact]:
    """Find the sentences, items and rows that say how one can pay, or can't, each in its own words."""
    is_headed = bool(_HEADING.search(section.heading))
    if section.kind in _ELSEWHERE and not is_headed:
        return
    for line in lines(section):
        for statement in statements(line):
            if not _MEANS.search(statement) or _NOT_PAYING.search(statement):
                continue
            if is_headed or _PAYING.search(statement):
                yield Fact(
                    kind=FactKind.PAYMENT,
                    value=without_mark(statement),
                    words=statement,
                    section=index,
                )
