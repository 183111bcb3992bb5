"""Single values that are kept between two crawls, and what was learnt about hosts and failing addresses."""

import sqlite3


class Notes:
    """Reads and writes notes; commits nothing."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def get(self, key: str) -> str | None:
        """Give a note."""
        row = self._connection.execute("SELECT value FROM notes WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else None

    def put(self, key: str, value: str) -> None:
        """Write a note."""
        self._connection.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (key, value))

    def host(self, host: str) -> tuple[int, float | None]:
        """Tell how often a host's sitemap named a change that was one, and when it last kept one quiet."""
        row = self._connection.execute(
            "SELECT dates_right, lied FROM hosts WHERE host = ?", (host,)
        ).fetchone()
        return (int(row[0]), row[1]) if row else (0, None)

    def put_host(self, host: str, dates_right: int, lied: float | None) -> None:
        """Write what `host` gives."""
        self._connection.execute("INSERT OR REPLACE INTO hosts VALUES (?, ?, ?)", (host, dates_right, lied))

    def failing(self) -> dict[str, float]:
        """Give the addresses that failed at the last crawl without being known, and since when."""
        return dict(self._connection.execute("SELECT url, since FROM failing"))

    def put_failing(self, failing: dict[str, float]) -> None:
        """Write what `failing` gives."""
        self._connection.execute("DELETE FROM failing")
        self._connection.executemany("INSERT INTO failing VALUES (?, ?)", failing.items())
