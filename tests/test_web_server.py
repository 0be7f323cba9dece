"""`serve` over a socket: where it listens, what it refuses, and that it can be stopped."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from dragoman.model.errors import RecordError, UsageError
from dragoman.record import open_record
from dragoman.web import is_loopback, new_token, serve
from tests import web_samples

PROGRAM = """
import sys
from dragoman.web import serve
serve(sys.argv[1], sys.argv[2], 0, sys.argv[3] or None, lambda address: print(address, flush=True))
"""


@pytest.fixture
def record(tmp_path: Path) -> str:
    """The path of a record with the samples in it."""
    path = str(tmp_path / "record.db")
    with open_record(path, create=True) as made:
        web_samples.fill(made)
    return path


class Served:
    """A server in a process of its own."""

    def __init__(self, record: str, host: str, token: str = "") -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, record, host, token], stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout
        self.address = self._process.stdout.readline().strip()

    def stop(self) -> int:
        """Interrupt it, as a person does, and give its exit code."""
        self._process.send_signal(signal.SIGINT)
        code = self._process.wait(timeout=30)
        assert self._process.stdout
        self._process.stdout.close()
        return code


def test_it_says_where_answers_there_and_stops(record: str) -> None:
    served = Served(record, "127.0.0.1")
    try:
        assert served.address.startswith("http://127.0.0.1:")
        assert "Odesa" in httpx.get(f"{served.address}chronology").text
        assert httpx.head(served.address).status_code == 200
        refused = httpx.get(served.address, headers={"Host": "elsewhere.example"})
        assert refused.status_code == 421
        assert "server" not in refused.headers
    finally:
        code = served.stop()
    assert code == 0


def test_the_address_holds_the_token_that_opens_it(record: str) -> None:
    served = Served(record, "127.0.0.1", "only this")
    try:
        assert served.address.endswith("/?token=only%20this")
        base = served.address.partition("?")[0]
        assert httpx.get(base).status_code == 401
        with httpx.Client() as client:
            assert client.get(served.address).status_code == 200
            assert "Odesa" in client.get(f"{base}chronology").text
    finally:
        served.stop()


def test_a_host_that_others_reach_needs_a_token(record: str) -> None:
    with pytest.raises(UsageError, match=r"host 0\.0\.0\.0 is reached by other machines"):
        serve(record, "0.0.0.0", 0, None)  # noqa: S104  # refused, that is the point


def test_a_port_that_is_taken_is_told_in_a_line(record: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"cannot listen on 127.0.0.1:{port}"):
            serve(record, "127.0.0.1", port, None)


def test_no_record_no_pages(tmp_path: Path) -> None:
    with pytest.raises(RecordError):
        serve(str(tmp_path / "none.db"), "127.0.0.1", 0, None)


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("127.8.9.1", True),
        ("localhost", True),
        ("::1", True),
        ("[::1]", True),
        ("0.0.0.0", False),  # noqa: S104  # compared, not bound
        ("192.168.1.4", False),
        ("localhost.example", False),
        ("example.org", False),
    ],
)
def test_which_hosts_are_this_machines_own(host: str, own: bool) -> None:
    assert is_loopback(host) is own


def test_tokens_cannot_be_guessed() -> None:
    assert len(new_token()) >= 43
    assert new_token() != new_token()
