"""A server that answers with whatever bytes a test wants, as slowly as it wants."""

import socket
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

Trick = Callable[[socket.socket], None]


class RawServer:
    """Hands each connection to the trick of its path, after the request's head was read."""

    def __init__(self, tricks: dict[str, Trick]) -> None:
        self.tricks = tricks
        self.closing = threading.Event()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.closing.set()
        self._socket.close()

    def _accept(self) -> None:
        while not self.closing.is_set():
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            try:
                head = b""
                while b"\r\n\r\n" not in head:
                    piece = connection.recv(4096)
                    if not piece:
                        return
                    head += piece
                path = head.split(b" ", 2)[1].decode("latin-1")
                self.tricks.get(path, missing)(connection)
            except OSError:
                return


def missing(connection: socket.socket) -> None:
    """Answer 404."""
    connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


def page(body: bytes, headers: bytes = b"Content-Type: text/html; charset=utf-8\r\n") -> Trick:
    """Answer with a page."""

    def answer(connection: socket.socket) -> None:
        length = str(len(body)).encode()
        connection.sendall(
            b"HTTP/1.1 200 OK\r\nConnection: close\r\n"
            + headers
            + b"Content-Length: "
            + length
            + b"\r\n\r\n"
            + body
        )

    return answer
