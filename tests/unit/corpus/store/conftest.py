"""Databases to test the store on: SQLite in a file and a real PostgreSQL server."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from corpus.records import Document, Section, SectionKind
from corpus.store.documents import DocumentStore, open_store


@dataclass(frozen=True)
class PostgresServer:
    """A server that listens on a socket in `folder` only."""

    folder: Path

    def new_database(self) -> str:
        name = f"lotse_{uuid4().hex}"
        with psycopg.connect(
            host=str(self.folder), user="lotse", dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return f"postgresql://lotse@/{name}?host={self.folder}"


def _programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


def _account() -> str | None:
    """Whom the server runs as: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL's programs (initdb, pg_ctl) are missing: apt-get install postgresql")
    account = _account()
    folder = Path(tempfile.mkdtemp(prefix="lotse-pg-"))
    if account is not None:
        shutil.chown(folder, account)
    control = [str(programs / "pg_ctl"), "--pgdata", str(folder / "data"), "--wait", "--silent"]

    def run(*command: str) -> None:
        subprocess.run(command, user=account, cwd=folder, check=True, stdout=subprocess.DEVNULL)

    try:
        run(
            str(programs / "initdb"),
            "--auth=trust",
            "--username=lotse",
            "--encoding=UTF8",
            "--no-sync",
            "--pgdata",
            str(folder / "data"),
        )
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
        run(*control, "--log", str(folder / "log"), "--options", options, "start")
        yield PostgresServer(folder)
    finally:
        with suppress(subprocess.CalledProcessError):
            run(*control, "--mode", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, once of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'stadtlotse.db'}"
    server: PostgresServer = request.getfixturevalue("postgres_server")
    return server.new_database()


@pytest.fixture
def store(url: str) -> Iterator[DocumentStore]:
    with open_store(url) as opened:
        yield opened


def document(name: str, text: str = "Sie brauchen ein Foto.", **more: object) -> Document:
    """A small service document of the town's website."""
    fields: dict[str, object] = {
        "id": name,
        "city": "musterstadt",
        "source": "Website",
        "title": name.title(),
        "url": f"https://musterstadt.example/{name}",
        "sections": (Section(kind=SectionKind.DOCUMENTS, heading="Unterlagen", text=text),),
    }
    return Document.model_validate(fields | more)
