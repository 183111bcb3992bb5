"""The summary of an update names what pages state differently."""

from datetime import UTC, datetime

from corpus.records import Contradiction, FactKind, Stated
from ingest.report import Report
from ingest.report.summary import summary

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def side(name: str, value: str, modified: datetime | None) -> Stated:
    return Stated(
        document_id=name, title=name, url=f"https://stadt.example/{name}", source="website",
        modified=modified, value=value, words=value,
    )  # fmt: skip


def test_a_contradiction_is_named_with_both_pages_and_their_dates() -> None:
    found = Contradiction(
        kind=FactKind.FEE,
        subject="Sperrmüll",
        sides=(side("neu", "30 Euro", NOW), side("alt", "25 Euro", None)),
    )
    report = Report(city="stadt", run="1", started=NOW, seconds=1, sources=(), contradictions=(found,))
    (line,) = [line for line in summary(report).splitlines() if "Widersprüche" in line]
    assert line == (
        "Widersprüche zwischen Seiten: 1, zum Beispiel zu „Sperrmüll“: "
        "„30 Euro“ (https://stadt.example/neu, Stand 22.11.2026); „25 Euro“ (https://stadt.example/alt). "
        "Bitte prüfen Sie, was stimmt; bis dahin werden beide Angaben gezeigt."
    )
