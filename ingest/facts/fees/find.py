"""Finds the fees of a section."""

import re
from collections import defaultdict
from collections.abc import Iterator

from corpus.records import Fact, FactKind, Section, SectionKind
from ingest.facts.fees.labels import REDUCED, labels
from ingest.facts.fees.prices import Price, find_prices
from ingest.facts.fees.rows import cell_at
from ingest.facts.lines import is_row, lines, statements, without_mark

_FEE_WORDS = re.compile(
    r"gebühr|kostet\b|kosten(?:los|frei)?\b|\bpreis|entgelt|steuersatz|\bfees?\b|\bcosts?\b|\bcharge",
    re.IGNORECASE,
)
# Fines, deposits, incomes, and what the city pays.
_NO_FEE = re.compile(
    r"geldbuße|bußgeld|geldstrafe|zwangsgeld|ordnungsgeld|verwarn|ordnungswidrig|kaution|\bpfand"
    r"|\bfine[ds]?\b|\bspenden?\b|\bfreiwillige\w* beitr"
    r"|^\W*(?:\w*\s)?(?:rechen|berechnungs|zahlen|kosten)?beispiel\w*\s*[:(\d]"
    r"|(?<!ohne )(?<!ohne eigenes )(?<!eigenes )einkommen|einkünfte|vermögen|freibetrag|verdien|gehalt"
    r"|mindestens .{0,20}(?:eigen|guthaben)|mindestlohn|streitwert|versicherungssumme|geldwerte|frankiert"
    r"|zuschuss|zuschüss|förder|erstatt|vorschuss|regelsatz|beihilfe|bonus\b|entschädigung|\bprämie"
    r"|geahndet|auszahl|ausgezahlt|(?:bekommen|erhalten) sie .{0,40}(?:euro|€|eur)\b"
    r"|(?:eltern|kinder|wohn|pflege|bürger|blinden|sterbe|arbeitslosen)geld\b.{0,20}"
    r"(?:beträgt|bis|mindestens|höchstens)",
    re.IGNORECASE,
)
_NO_FEE_HEADING = re.compile(
    r"wie (?:hoch|viel).{0,25}\b\w*(?:geld|leistung|zuschuss|vorschuss|hilfe|förderung|rente)\b"
    r"|höhe der (?:leistung|förderung|zahlung|unterstützung|hilfe)|was (?:bekomme|erhalte) ich"
    r"|förder|zuschuss|bußgeld|geldbuße|ordnungswidrigkeit|strafe|kaution|beispiel"
    r"|\bspenden?\b",
    re.IGNORECASE,
)
_PAYMENT_HEADING = re.compile(r"^(?!.*(?:gebühr|kosten|preis)).*(?:zahlung|bezahl|payment)", re.IGNORECASE)
# In a list without a verb ("Kaution 100 Euro, Miete 75 Euro") each price stands for itself.
_SAYS = re.compile(r"\b(?:beträgt|betragen|ist|sind|wird|werden|kann|können|muss|müssen|zu)\b", re.IGNORECASE)
_LESSENED = re.compile(r"\b(?:reduziert|ermäßigt|gesenkt|verringert)(?: werden)?\s*\.?$", re.IGNORECASE)
_ONLY_PRICE = 6
_LONGEST_LEAD = 90


def find_fees(section: Section, index: int) -> Iterator[Fact]:
    """Find fees: every price in a fees section, and prices elsewhere in lines that speak of a fee.

    `amount` is there only for what is to be paid as printed: not for "ab 30 Euro", ranges, shares, "zzgl.
    Auslagen". What is free has the amount 0, unless a condition limits it. A price for a unit ("12 Euro je
    angefangene Stunde") is printed with it. Fines, deposits, incomes, and what the city pays are none.
    """
    if _NO_FEE_HEADING.search(section.heading):
        return
    found = list(_in_lines(section, index))
    clashing = _clashing([fact for fact, _ in found])
    for fact, lead in found:
        if lead and fact.label in clashing:
            label = lead if fact.label == section.heading else f"{lead}, {fact.label}"
            yield fact.model_copy(update={"label": label})
        else:
            yield fact


def _in_lines(section: Section, index: int) -> Iterator[tuple[Fact, str]]:
    """Give each fee with the line above it that leads to it ("Bei Verlust:"), or ""."""
    in_fees = _is_about_fees(section)
    lead = above = ""
    for line in lines(section):
        facts = (
            [fact for statement in statements(line) for fact in _in_statement(statement, section, index)]
            if (in_fees or _FEE_WORDS.search(line))
            else []
        )
        for fact in facts:
            if above and fact.label == section.heading and len(line) <= len(fact.value) + _ONLY_PRICE:
                yield fact.model_copy(update={"label": above}), lead
            else:
                yield fact, lead
        text = without_mark(line)
        is_title = not facts and len(text) <= _LONGEST_LEAD and not text.endswith((".", "!", "?"))
        above = text.rstrip(":").strip() if is_title else ""
        if is_title and text.endswith(":"):
            lead = above


def _in_statement(statement: str, section: Section, index: int) -> Iterator[Fact]:
    each = is_row(statement) or not _SAYS.search(statement)
    if not each and _NO_FEE.search(statement):
        return
    prices = find_prices(statement, in_fees=_is_about_fees(section))
    ends = [price.end for price in prices]
    stops = [*(price.start for price in prices[1:]), len(statement)]
    said = labels(statement, prices, section.heading)
    for price, label, begin, stop in zip(prices, said, [0, *ends], stops, strict=False):
        own = cell_at(statement, price.start) or statement[begin : price.end]
        if each and _NO_FEE.search(own):
            continue
        yield Fact(
            kind=FactKind.FEE,
            value=statement[price.start : price.end].strip(),
            words=statement,
            section=index,
            label=label,
            amount=price.amount,
            reduced=_is_reduced(statement, price, label, stop),
        )


def _is_about_fees(section: Section) -> bool:
    return section.kind is SectionKind.FEES and not _PAYMENT_HEADING.search(section.heading)


def _is_reduced(statement: str, price: Price, label: str, stop: int) -> bool:
    """Tell whether the label, the value or the verb behind it speaks of a reduction."""
    behind = statement[price.end : stop].split(",")[0]
    verb = stop == len(statement) and _LESSENED.search(behind)
    return bool(verb or REDUCED.search(label) or REDUCED.search(statement[price.start : price.end]))


def _clashing(facts: list[Fact]) -> set[str]:
    """Labels under which a section gives different values: the lines above tell those apart."""
    values: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        values[fact.label].add(fact.value)
    return {label for label, different in values.items() if len(different) > 1}
