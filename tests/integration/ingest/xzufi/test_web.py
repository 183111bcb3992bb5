"""Deliveries from a web address, over real HTTP on loopback."""

import io
import zipfile

import pytest

from ingest.errors import SourceFailed
from ingest.xzufi.inputs import UrlInput
from tests.integration.ingest.xzufi.stand_in import Reply, StandIn
from tests.unit.ingest.xzufi.conftest import Holder
from tests.unit.ingest.xzufi.messages import service, transfer


def take(holder: Holder, server: StandIn, path: str) -> int:
    return len(holder.take(UrlInput(f"{server.url}{path}", private_addresses=True)))


def test_a_file_is_streamed_from_its_address(holder: Holder, server: StandIn) -> None:
    many = transfer(*[service(str(number)) for number in range(300)])
    server.replies["/alles.xml"] = Reply(many)
    assert take(holder, server, "/alles.xml") == 300


def test_an_archive_is_recognised_by_its_content(holder: Holder, server: StandIn) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.xml", transfer(service("1")))
        archive.writestr("b.xml", transfer(service("2")))
    server.replies["/export"] = Reply(buffer.getvalue())
    assert take(holder, server, "/export") == 2


def test_an_index_leads_to_the_files_beside_it(holder: Holder, server: StandIn) -> None:
    server.replies["/x/index.txt"] = Reply(b"XZUFI 1.xml\r\nXZUFI2.xml\r\n")
    server.replies["/x/XZUFI%201.xml"] = Reply(transfer(service("1")))
    server.replies["/x/XZUFI2.xml"] = Reply(transfer(service("2")))
    assert take(holder, server, "/x/index.txt") == 2
    assert server.asked == ["/x/index.txt", "/x/XZUFI%201.xml", "/x/XZUFI2.xml"]


def test_a_listed_file_that_cannot_be_had_removes_nothing(holder: Holder, server: StandIn) -> None:
    server.replies["/index.txt"] = Reply(b"1.xml\n2.xml\n")
    server.replies["/1.xml"] = Reply(transfer(service("1")))
    server.replies["/2.xml"] = Reply(transfer(service("2")))
    take(holder, server, "/index.txt")
    server.replies["/2.xml"] = Reply(status=500)
    assert take(holder, server, "/index.txt") == 2
    assert [one.reason for one in holder.report.failed] == ["Der Server antwortet mit Status 500."]


@pytest.mark.parametrize(("status", "says"), [(404, "Status 404"), (403, "Status 403"), (500, "Status 500")])
def test_an_address_that_gives_nothing_is_an_error(
    holder: Holder, server: StandIn, status: int, says: str
) -> None:
    server.replies["/alles.xml"] = Reply(status=status)
    server.replies["/index.txt"] = Reply(status=status)
    for path in ("/alles.xml", "/index.txt"):
        with pytest.raises(SourceFailed, match=says):
            take(holder, server, path)


def test_a_transmission_that_breaks_off_changes_nothing(holder: Holder, server: StandIn) -> None:
    many = transfer(*[service(str(number)) for number in range(2000)])
    server.replies["/alles.xml"] = Reply(many, cut=len(many) // 2)
    with pytest.raises(SourceFailed, match="abgebrochen"):
        take(holder, server, "/alles.xml")
    assert holder.documents == {}


def test_redirects_are_followed_but_not_in_circles(holder: Holder, server: StandIn) -> None:
    server.replies["/alt.xml"] = Reply(status=301, headers={"Location": "/neu.xml"})
    server.replies["/neu.xml"] = Reply(transfer(service("1")))
    assert take(holder, server, "/alt.xml") == 1
    server.replies["/neu.xml"] = Reply(status=302, headers={"Location": "/alt.xml"})
    with pytest.raises(SourceFailed, match="Zu viele Weiterleitungen"):
        take(holder, server, "/alt.xml")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_private_networks_are_out_of_bounds_unless_allowed(
    holder: Holder, server: StandIn, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    server.replies["/alles.xml"] = Reply(transfer(service("1")))
    address = server.url.replace("127.0.0.1", host)
    with pytest.raises(SourceFailed, match="privaten Netz"):
        holder.take(UrlInput(f"{address}/alles.xml"))
    assert server.asked == []


def test_what_is_no_address_is_refused(holder: Holder) -> None:
    with pytest.raises(SourceFailed, match="keine Webadresse"):
        holder.take(UrlInput("file:///etc/passwd"))
