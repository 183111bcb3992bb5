"""Says in a few German lines what an update did."""

from corpus.records import Stated
from ingest.report.model import Report


def summary(report: Report) -> str:
    """Numbers first, then what failed as a whole, then what is served now."""
    lines = [
        (
            f"{len(report.new)} neu, {len(report.changed)} geändert, {report.unchanged} unverändert, "
            f"{len(report.removed)} entfernt; {len(report.failed)} nicht lesbar, "
            f"{len(report.duplicates)} doppelt, {len(report.skipped_by_robots)} von robots.txt ausgenommen "
            f"({report.seconds:.0f} s)."
        )
    ]
    lines.extend(report.errors)
    lines.extend(
        f"XZuFi „{source.name}“: {source.transfer.summary()}"
        for source in report.sources
        if source.transfer is not None
    )
    if hints := sum(len(source.hints) for source in report.sources):
        lines.append(
            f"Zu {hints} Dateien und Seiten gibt es einen Hinweis für die Redaktion (siehe Bericht)."
        )
    if report.suspicious:
        lines.append(_suspicious(report))
    if report.joined:
        lines.append(f"{report.joined} Dokumente sind mit denen anderer Quellen zum selben Thema verbunden.")
    if report.contradictions:
        lines.append(_contradictions(report))
    lines.extend(_outcome(report))
    return "\n".join(lines)


def _suspicious(report: Report) -> str:
    pages = ", ".join(dict.fromkeys(one.url for one in report.suspicious[:3]))
    return (
        f"Texte, die sich an die Maschine richten, wurden weggelassen ({len(report.suspicious)}): {pages}. "
        "Bitte prüfen Sie, wer sie geschrieben hat."
    )


def _contradictions(report: Report) -> str:
    first = report.contradictions[0]
    sides = "; ".join(f"„{side.value}“ ({side.url}{_dated(side)})" for side in first.sides[:2])
    return (
        f"Widersprüche zwischen Seiten: {len(report.contradictions)}, zum Beispiel zu „{first.subject}“: "
        f"{sides}. Bitte prüfen Sie, was stimmt; bis dahin werden beide Angaben gezeigt."
    )


def _dated(side: Stated) -> str:
    return f", Stand {side.modified:%d.%m.%Y}" if side.modified else ""


def _outcome(report: Report) -> list[str]:
    if report.published:
        return [f"Der Suchindex {report.generation} ist jetzt in Betrieb.", *report.reasons]
    if report.unchanged_generation:
        return [f"Der Suchindex {report.generation} bleibt in Betrieb: unverändert.", *report.reasons]
    return ["Der Suchindex wurde nicht ausgetauscht.", *report.reasons]
