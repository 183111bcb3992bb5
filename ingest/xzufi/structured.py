"""Writes structured costs, deadlines and durations as lines, from which facts are found as from any text."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from corpus.values.amounts import find_amounts
from corpus.values.quantities import find_durations
from ingest.xzufi.blocks import GERMAN, SIMPLE, valid
from ingest.xzufi.model import Cost, Span, Texts
from ingest.xzufi.texts import is_filler, plain

_UNITS = {
    "JAHR": ("Jahr", "Jahre", "year", "years"),
    "MONAT": ("Monat", "Monate", "month", "months"),
    "WOCHE": ("Woche", "Wochen", "week", "weeks"),
    "TAG": ("Tag", "Tage", "day", "days"),
    "WERKTAG": ("Werktag", "Werktage", "working day", "working days"),
    "ARBEITSTAG": ("Arbeitstag", "Arbeitstage", "working day", "working days"),
    "STUNDE": ("Stunde", "Stunden", "hour", "hours"),
    "MINUTE": ("Minute", "Minuten", "minute", "minutes"),
    "SEKUNDE": ("Sekunde", "Sekunden", "second", "seconds"),
}


def spoken_in(texts: Texts, language: str) -> str:
    """The language in which something structured shows: the document's if its words have it, else German."""
    return language if not texts or _words(texts, language, only=True) else GERMAN


def cost_lines(costs: Sequence[Cost], described: str, spoken: str, language: str, today: date) -> list[str]:
    """Write those costs as lines that show in the language `spoken` in a document in `language`.

    A line is such as "Antragstellende ab 24 Jahren: 41,00 Euro".
    A cost whose amounts the module's own text `described` states is left out: the text says more.
    """
    stated = {found.value for found in find_amounts(described)}
    lines: list[str] = []
    for cost in costs:
        values = {one for one in (cost.fixed, cost.lowest, cost.highest) if one is not None}
        words = {**cost.free, **cost.variable, **cost.description}
        if spoken_in(words, language) != spoken or not valid(cost.periods, today):
            continue
        if values and values <= stated:
            continue
        label = _words(cost.description, spoken)
        texts = list(_cost_texts(cost, spoken))
        lines.extend(_labelled(label, text) for text in texts or ([""] if label else []))
    return lines


def _cost_texts(cost: Cost, language: str) -> Iterator[str]:
    german = language in {GERMAN, SIMPLE}
    advance = (" (im Voraus zu zahlen)" if german else " (to be paid in advance)") if cost.in_advance else ""
    if cost.fixed is not None:
        yield _money(cost.fixed, cost.currency, german) + advance
    elif cost.lowest is not None and cost.highest is not None:
        low, high = (_money(one, cost.currency, german) for one in (cost.lowest, cost.highest))
        yield f"{low} bis {high}{advance}" if german else f"{low} to {high}{advance}"
    elif cost.lowest is not None:
        yield f"{'ab' if german else 'from'} {_money(cost.lowest, cost.currency, german)}{advance}"
    elif cost.highest is not None:
        yield f"{'bis zu' if german else 'up to'} {_money(cost.highest, cost.currency, german)}{advance}"
    elif text := _words(cost.variable, language) or _words(cost.free, language):
        yield text
    elif cost.free:
        yield "kostenfrei" if german else "free of charge"


def _money(value: Decimal, currency: str, german: bool) -> str:
    printed = f"{value:,.2f}"
    if german:
        printed = printed.translate(str.maketrans(",.", ".,"))
    return f"{printed} {'Euro' if currency == 'EUR' else currency}"


def span_lines(spans: Sequence[Span], described: str, spoken: str, language: str, today: date) -> list[str]:
    """Write deadlines or durations as `cost_lines` does, "Verlängerung: 2 bis 3 Wochen".

    One that the module's own text states ("Etwa drei Wochen") is left out.
    """
    stated = {value.canonical for found in find_durations(described) for value in found.values}
    lines: list[str] = []
    for span in spans:
        if spoken_in(span.description, language) != spoken:
            continue
        text = _span_text(span, spoken)
        label = _words(span.description, spoken)
        values = {value.canonical for found in find_durations(text) for value in found.values}
        if not valid(span.periods, today) or not (text or label) or (values and values <= stated):
            continue
        lines.append(_labelled(label, text))
    return lines


def _span_text(span: Span, language: str) -> str:
    german = language in {GERMAN, SIMPLE}
    unit = _UNITS.get(span.unit)
    if span.amount and unit:
        until = _UNITS.get(span.until_unit, unit)
        if not span.until_amount:
            return f"{span.amount} {_unit(unit, span.amount, german)}"
        to = "bis" if german else "to"
        if until == unit:
            return f"{span.amount} {to} {span.until_amount} {_unit(unit, span.until_amount, german)}"
        first = f"{span.amount} {_unit(unit, span.amount, german)}"
        return f"{first} {to} {span.until_amount} {_unit(until, span.until_amount, german)}"
    begin, end = _date(span.begin, german), _date(span.end, german)
    if begin and end:
        return f"vom {begin} bis zum {end}" if german else f"{begin} to {end}"
    if end:
        return f"bis zum {end}" if german else f"by {end}"
    return (f"ab dem {begin}" if german else f"from {begin}") if begin else ""


def _unit(unit: tuple[str, str, str, str], amount: str, german: bool) -> str:
    singular, plural = unit[:2] if german else unit[2:]
    return singular if amount == "1" else plural


def _date(text: str, german: bool) -> str:
    """Print an ISO date; a month and day ("--12-01") in German form; anything else as it is."""
    parts = text.removeprefix("--").split("-")
    if not german or not text or not all(part.isdigit() for part in parts):
        return text
    if text.startswith("--") and len(parts) == 2:
        return f"{parts[1]}.{parts[0]}."
    return f"{parts[2]}.{parts[1]}.{parts[0]}" if len(parts) == 3 else text


def _words(texts: Texts, language: str, *, only: bool = False) -> str:
    """Give a short text in a language, else in German (unless `only`), else ""; a filler is ""."""
    for name in (language,) if only else (language, GERMAN):
        shown = " ".join(plain(text) for text in texts.get(name, ()))
        if shown and not is_filler(shown):
            return shown
    return ""


def _labelled(label: str, text: str) -> str:
    if not label or not text or label == text:
        return text or label
    return f"{label.rstrip(':.')}: {text}"
