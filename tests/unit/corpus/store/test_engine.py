"""A database that can't be used is named in one sentence; one that can is brought up to date."""

import socket
import sqlite3
from pathlib import Path
from threading import Timer

import pytest
from sqlalchemy import create_engine, inspect, text

from corpus.store.documents import DocumentStore, open_store
from corpus.store.engine import connect, parse_url
from corpus.store.errors import StoreError
from corpus.store.tables import HEAD, Base


def message(url: str) -> str:
    with pytest.raises(StoreError) as caught:
        open_store(url)
    text_of_it = str(caught.value)
    assert "\n" not in text_of_it
    return text_of_it


def test_an_unreachable_postgresql_is_named_without_its_password() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))  # bound but not listening: refuses connections
        said = message(f"postgresql://lotse:streng-geheim@127.0.0.1:{held.getsockname()[1]}/lotse")
    assert "127.0.0.1" in said
    assert "DATABASE_URL" in said
    assert "streng-geheim" not in said


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "stadtlotse.db"
    path.write_text("Das ist keine Datenbank, sondern ein Text." * 100)
    assert "stadtlotse.db" in message(f"sqlite:///{path}")
    assert path.read_text().startswith("Das ist keine Datenbank")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("")
    assert "LOTSE_DATA" in message(f"sqlite:///{tmp_path / 'datei' / 'stadtlotse.db'}")


def test_an_unreadable_address_is_not_repeated() -> None:
    said = message("postgresql//lotse:streng-geheim")
    assert "DATABASE_URL" in said
    assert "streng-geheim" not in said


def test_another_kind_of_database_is_refused() -> None:
    assert "mysql" in message("mysql://lotse@localhost/lotse")


@pytest.mark.parametrize("form", ["postgres://h/d", "postgresql://h/d", "postgresql+psycopg://h/d"])
def test_every_usual_form_of_a_postgresql_address_gets_our_driver(form: str) -> None:
    assert parse_url(form).drivername == "postgresql+psycopg"


def test_a_newer_database_is_refused_and_left_as_it_is(url: str) -> None:
    open_store(url).close()
    engine = create_engine(parse_url(url))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert "Fassung" in message(url)
    with engine.begin() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == "9999"
    engine.dispose()


def test_the_migrations_make_exactly_the_tables_that_the_code_uses(url: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    engine = connect(url)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
        assert MigrationContext.configure(connection).get_current_revision() == HEAD
    engine.dispose()


def test_the_migrations_go_back_to_an_empty_database(url: str) -> None:
    from alembic import command
    from alembic.config import Config

    engine = connect(url)
    config = Config()
    config.set_main_option("script_location", "corpus.store:migrations")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    engine.dispose()


def test_a_database_that_goes_away_later_gives_the_same_clear_error(tmp_path: Path) -> None:
    store: DocumentStore = open_store(f"sqlite:///{tmp_path / 'stadtlotse.db'}")
    with create_engine(f"sqlite:///{tmp_path / 'stadtlotse.db'}").begin() as connection:
        connection.execute(text("DROP TABLE curated_answers"))
    with pytest.raises(StoreError, match=r"stadtlotse\.db"):
        store.curated("musterstadt")
    store.close()


def test_a_new_database_that_another_process_is_just_switching_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "stadtlotse.db"
    held = sqlite3.connect(path, check_same_thread=False)
    held.execute("CREATE TABLE fremd (spalte)")
    held.execute("BEGIN IMMEDIATE")
    release = Timer(0.5, held.rollback)
    release.start()
    with open_store(f"sqlite:///{path}") as store:
        assert store.curated("musterstadt") == []
    release.join()
    held.close()
