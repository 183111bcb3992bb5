"""PVOG's paged interface, against a stand-in of ours: first fill, deltas, tokens, trouble."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from ingest.errors import SourceFailed
from ingest.xzufi.inputs import PvogInput
from ingest.xzufi.pvog_client import retry_after
from tests.integration.ingest.xzufi.stand_in import Pvog, Reply, StandIn
from tests.unit.ingest.xzufi.conftest import Holder
from tests.unit.ingest.xzufi.messages import deletion, office, own_responsibility, service, transfer

PATH = "/v3/verwaltungsobjekte/xzufi-2-3-1"


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    waits: list[float] = []
    monkeypatch.setattr("ingest.xzufi.pvog_client.pause", waits.append)
    return waits


def page(*inside: str) -> str:
    return transfer(*inside, version="2_3_1").decode()


def source(pvog: Pvog, server: StandIn | None = None) -> PvogInput:
    return PvogInput(
        pvog.url,
        token_url=f"{server.url}/token" if server else "",
        client_id="stadt",
        client_secret="geheim",
        private_addresses=True,
    )


def test_the_first_fill_reads_all_pages_and_the_next_run_only_what_is_new(
    holder: Holder, server: StandIn
) -> None:
    pvog = Pvog(server, [page(own_responsibility("7")), page(service("1")), None, page(office("7"))])
    found = holder.take(source(pvog))
    assert sorted(found) == ["L199999.LB.1", "L199999.OE.7"]
    assert found["L199999.LB.1"].office_ids == ("xzufi:L199999.OE.7",)
    assert len(server.asked) == 4

    server.asked.clear()
    pvog.messages += [page(service("2")), page(deletion("Leistung", "1"))]
    assert sorted(holder.take(source(pvog))) == ["L199999.LB.2", "L199999.OE.7"]
    assert server.asked == [f"{PATH}?index=4", f"{PATH}?index=5"]


def test_a_run_without_news_changes_nothing(holder: Holder, server: StandIn) -> None:
    pvog = Pvog(server, [page(service("1"))])
    holder.take(source(pvog))
    holder.take(source(pvog))
    assert (holder.wrote, holder.deleted, len(holder.documents)) == ([], [], 1)


def test_the_area_goes_into_the_first_request(holder: Holder, server: StandIn) -> None:
    pvog = Pvog(server, [page(service("1"))])
    holder.take(PvogInput(pvog.url, ars="05999%", private_addresses=True))
    assert server.asked == [f"{PATH}?index=0&ars=05999%25"]


def test_a_token_is_asked_for_and_renewed_when_it_has_expired(holder: Holder, server: StandIn) -> None:
    pvog = Pvog(server, [page(service("1")), page(service("2"))], token="alt")
    pvog.tokens = iter(["abgelaufen", "alt"])
    assert len(holder.take(source(pvog, server))) == 2
    assert server.asked.count("/token") == 2
    assert "geheim" not in repr(source(pvog, server))


@pytest.mark.parametrize("tokens", [["falsch"] * 5, [""]])
def test_wrong_credentials_say_so(holder: Holder, server: StandIn, tokens: list[str]) -> None:
    pvog = Pvog(server, [page(service("1"))], token="richtig")
    pvog.tokens = iter(tokens)
    with pytest.raises(SourceFailed, match="prüfen Sie die Zugangsdaten"):
        holder.take(source(pvog, server))


def test_a_busy_server_is_asked_again_after_the_time_it_names(
    holder: Holder, server: StandIn, no_waiting: list[float]
) -> None:
    pvog = Pvog(server, [page(service("1"))])
    pvog.trouble[0] = [Reply(status=429, headers={"Retry-After": "7"}), Reply(status=503)]
    assert len(holder.take(source(pvog))) == 1
    assert no_waiting == [7.0, 2.0]


def test_a_server_that_fails_or_breaks_off_in_the_middle_is_asked_again(
    holder: Holder, server: StandIn, no_waiting: list[float]
) -> None:
    pvog = Pvog(server, [page(service("1")), page(service("2")), page(service("3"))])
    whole = reply(xzufiObjekte=page(service("2"))).body
    pvog.trouble[1] = [Reply(status=500), Reply(whole, cut=40)]
    assert len(holder.take(source(pvog))) == 3
    assert no_waiting == [1.0, 2.0]


def test_an_answer_that_is_cut_short_unnoticed_is_asked_for_again(holder: Holder, server: StandIn) -> None:
    pvog = Pvog(server, [page(service("1")), page(service("2"))])
    pvog.trouble[1] = [Reply(reply(xzufiObjekte=page(service("2"))).body[:-9])]
    assert len(holder.take(source(pvog))) == 2


def test_a_server_that_wants_a_long_rest_is_left_alone(
    holder: Holder, server: StandIn, no_waiting: list[float]
) -> None:
    pvog = Pvog(server, [page(service("1")), page(service("2"))])
    pvog.trouble[1] = [Reply(status=429, headers={"Retry-After": "3600"})]
    with pytest.raises(SourceFailed, match=r"Status 429.*macht dort weiter"):
        holder.take(source(pvog))
    assert (no_waiting, server.asked) == ([], [f"{PATH}?index=0", f"{PATH}?index=1"])
    assert len(holder.take(source(pvog))) == 2


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7.0),
        ("Sun, 22 Nov 2026 12:00:30 GMT", 30.0),
        ("Sun, 22 Nov 2026 11:00:00 GMT", 0.0),
        ("", None),
        ("bald", None),
        ("99999999999999", None),
    ],
)
def test_retry_after_is_a_number_of_seconds_or_a_date(header: str, seconds: float | None) -> None:
    assert retry_after(header, datetime(2026, 11, 22, 12, tzinfo=UTC)) == seconds


def test_a_token_that_expires_between_two_pages_is_renewed_and_no_page_is_lost(
    holder: Holder, server: StandIn
) -> None:
    pvog = Pvog(server, [page(service("1")), page(service("2")), page(service("3"))], token="eins")
    pvog.tokens = iter(["eins", "zwei"])
    pvog.expires_at = {2: "zwei"}
    assert len(holder.take(source(pvog, server))) == 3
    assert server.asked.count("/token") == 2


def test_a_page_that_comes_twice_is_told_and_its_successor_is_asked_for_next_time(
    holder: Holder, server: StandIn
) -> None:
    again = page(service("1"))
    pvog = Pvog(server, [again, again, page(service("2"))])
    with pytest.raises(SourceFailed, match=r"Seite 2 .* wiederholt die vorige"):
        holder.take(source(pvog))
    assert len(holder.take(source(pvog))) == 2


def test_what_changes_between_two_pages_counts_in_the_order_of_the_pages(
    holder: Holder, server: StandIn
) -> None:
    pvog = Pvog(
        server, [page(service("1"), service("2")), page(deletion("Leistung", "1")), page(service("3"))]
    )
    pvog.before[2] = lambda: pvog.messages.append(page(deletion("Leistung", "2"), service("1", title="Neu")))
    found = holder.take(source(pvog))
    assert {name: one.title for name, one in found.items()} == {
        "L199999.LB.1": "Neu",
        "L199999.LB.3": "Personalausweis",
    }


def test_another_address_or_area_in_the_settings_starts_at_its_first_page(
    holder: Holder, server: StandIn
) -> None:
    pvog = Pvog(server, [page(service("1"))])
    holder.take(source(pvog))
    server.asked.clear()
    holder.take(replace(source(pvog), ars="05999%"))
    assert server.asked == [f"{PATH}?index=0&ars=05999%25"]


def test_a_place_to_go_on_from_that_is_gone_starts_at_the_first_page(holder: Holder, server: StandIn) -> None:
    pvog = Pvog(server, [page(service("1"))])
    holder.take(source(pvog))
    pvog.trouble[1] = [Reply(status=410)]
    server.asked.clear()
    assert len(holder.take(source(pvog))) == 1
    assert server.asked == [f"{PATH}?index=1", f"{PATH}?index=0"]


def test_what_was_read_before_a_failure_is_not_read_again(holder: Holder, server: StandIn) -> None:
    pvog = Pvog(server, [page(service("1")), page(service("2")), page(service("3"))])
    pvog.trouble[1] = [Reply(status=500) for _ in range(5)]
    with pytest.raises(SourceFailed, match=r"Status 500.*macht dort weiter"):
        holder.take(source(pvog))
    server.asked.clear()
    assert len(holder.take(source(pvog))) == 3
    assert server.asked == [f"{PATH}?index=1", f"{PATH}?index=2"]


def test_a_page_with_broken_xml_is_tried_again_next_time(holder: Holder, server: StandIn) -> None:
    pvog = Pvog(server, [page(service("1")), page(service("2"))[:-30]])
    with pytest.raises(SourceFailed, match=r"Seite 2 von .* ist nicht lesbar"):
        holder.take(source(pvog))
    pvog.messages[1] = page(service("2"))
    assert len(holder.take(source(pvog))) == 2


def reply(**changed: object) -> Reply:
    usual: dict[str, object] = {"xzufiObjekte": None, "naechsteAnfrageUrl": "", "vollstaendig": True}
    return Reply(json.dumps(usual | changed).encode())


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (Reply(b"<html>Wartung</html>"), "kein gültiges JSON|nicht mit gültigem JSON"),
        (Reply(b"[1]"), "nicht mit einer Seite"),
        (reply(vollstaendig=False), "keine nächste Anfrage"),
        (reply(vollstaendig=False, naechsteAnfrageUrl="https://anderswo.example/2"), "anderen Server"),
        (reply(xzufiObjekte=[1, 2]), "ist kein Text"),
    ],
)
def test_a_page_that_is_none_is_refused(holder: Holder, server: StandIn, answer: Reply, says: str) -> None:
    server.replies["/seiten"] = answer
    with pytest.raises(SourceFailed, match=says):
        holder.take(PvogInput(f"{server.url}/seiten", private_addresses=True))


def test_pages_that_lead_in_a_circle_are_left(holder: Holder, server: StandIn) -> None:
    server.replies["/seiten"] = reply(vollstaendig=False, naechsteAnfrageUrl=f"{server.url}/seiten")
    with pytest.raises(SourceFailed, match="im Kreis"):
        holder.take(PvogInput(f"{server.url}/seiten", private_addresses=True))
    assert len(server.asked) == 1
