"""URLs: public addresses only, checked at every hop, within limits of size and time."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dragoman.ingest import Given, Refusal, read_input
from dragoman.ingest.addresses import is_public
from dragoman.ingest.fetch import Rules, fetch
from dragoman.model.errors import InputError, RefusedInputError
from dragoman.model.report import Report

ONE = (
    "The railway ministers of Norland and Sudland met in Midbridge on Monday and agreed to hold "
    "further talks in the autumn. No date has been announced for it."
)
PAGE = f"<html><head><title>Rails of peace</title></head><body><p>{ONE}</p></body></html>".encode()


class _Handler(BaseHTTPRequestHandler):
    """Answers each path in its own way."""

    def do_GET(self) -> None:
        name = self.path.partition("?")[0].strip("/")
        with suppress(OSError):
            getattr(self, f"_{name}", self._missing)()

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""

    def _answer(self, body: bytes, kind: str = "text/html", **more: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        for name, value in more.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.end_headers()

    def _page(self) -> None:
        self._answer(PAGE, "text/html; charset=utf-8")

    def _host(self) -> None:
        self._answer((self.headers["Host"] or "").encode(), "text/plain")

    def _packed(self) -> None:
        self._answer(gzip.compress(PAGE), Content_Encoding="gzip")

    def _twice(self) -> None:
        self._answer(gzip.compress(gzip.compress(PAGE)), Content_Encoding="gzip, gzip")

    def _brotli(self) -> None:
        self._answer(PAGE, Content_Encoding="br")

    def _bomb(self) -> None:
        self._answer(gzip.compress(b" " * (8 << 20)), Content_Encoding="gzip")

    def _hop(self) -> None:
        self._redirect("/page")

    def _loop(self) -> None:
        self._redirect("/loop")

    def _inward(self) -> None:
        self._redirect("http://10.0.0.1/page")

    def _file(self) -> None:
        self._redirect("file:///etc/hostname")

    def _endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"x" * 65_536)

    def _drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(200):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)

    def _headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(200):
            self.wfile.write(f"X-{number}: x\r\n".encode())
            self.wfile.flush()
            time.sleep(0.05)

    def _silent(self) -> None:
        time.sleep(3)

    def _missing(self) -> None:
        self.send_error(404)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server on this machine."""
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    httpd.daemon_threads = True
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_address[1]}"
    httpd.shutdown()
    httpd.server_close()


def _reachable(address: str) -> bool:
    """The test's own server, and nothing else that is not public."""
    return address == "127.0.0.1" or is_public(address)


RULES = Rules(allowed=_reachable, ports=None, seconds=5, most=1 << 20)
IMPATIENT = Rules(allowed=_reachable, ports=None, seconds=0.6, most=1 << 20)


def test_a_page_is_fetched(server: str) -> None:
    page = fetch(f"{server}/page#part", RULES)
    assert page.content == PAGE
    assert page.media_type == "text/html"
    assert page.url == f"{server}/page"


def test_a_packed_page_is_unpacked(server: str) -> None:
    assert fetch(f"{server}/packed", RULES).content == PAGE


@pytest.mark.parametrize("path", ["twice", "brotli"])
def test_a_page_packed_otherwise_than_asked_is_refused(server: str, path: str) -> None:
    with pytest.raises(RefusedInputError, match="is packed as"):
        fetch(f"{server}/{path}", RULES)


def test_redirects_are_followed_and_counted(server: str) -> None:
    assert fetch(f"{server}/hop", RULES).url == f"{server}/page"
    with pytest.raises(RefusedInputError, match="redirects more than 5 times"):
        fetch(f"{server}/loop", RULES)


def test_a_redirect_to_a_private_address_is_refused(server: str) -> None:
    with pytest.raises(RefusedInputError, match=r"private or reserved address 10\.0\.0\.1"):
        fetch(f"{server}/inward", RULES)


def test_a_redirect_to_a_file_is_refused(server: str) -> None:
    with pytest.raises(InputError):
        fetch(f"{server}/file", RULES)


@pytest.mark.parametrize("path", ["endless", "bomb"])
def test_a_stream_without_end_is_refused(server: str, path: str) -> None:
    with pytest.raises(RefusedInputError, match="streams more than 1 MB"):
        fetch(f"{server}/{path}", RULES)


@pytest.mark.parametrize("path", ["drip", "headers", "silent"])
def test_a_slow_answer_is_given_up(server: str, path: str) -> None:
    with pytest.raises(InputError, match=r"0\.6 s"):
        fetch(f"{server}/{path}", IMPATIENT)


def test_an_error_of_the_server_is_said(server: str) -> None:
    with pytest.raises(InputError, match="answered 404"):
        fetch(f"{server}/nothing", RULES)


def test_the_name_is_kept_while_the_checked_address_is_connected_to(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def resolve(host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    port = server.rsplit(":", 1)[1]
    monkeypatch.setattr("dragoman.ingest.connections.socket.getaddrinfo", resolve)
    page = fetch(f"http://name.example:{port}/host", RULES)
    assert page.content == f"name.example:{port}".encode()
    assert asked.count("name.example") == 1


def test_a_name_with_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(_host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
        addresses = ("93.184.215.14", "192.168.1.1")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, port)) for a in addresses]

    monkeypatch.setattr("dragoman.ingest.connections.socket.getaddrinfo", resolve)
    with pytest.raises(RefusedInputError, match=r"192\.168\.1\.1"):
        fetch("http://name.example/")


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data",
        "http://user:word@127.0.0.1/",
        "http://0.0.0.0/",
        "http://127.0.0.1:22/",
        "https://example.org:25/",
    ],
)
def test_addresses_within_are_never_read(url: str) -> None:
    (refusal,) = read_input(url)
    assert isinstance(refusal, Refusal)
    assert refusal.input == url


@pytest.mark.parametrize(
    "url", ["http://", "http://[", "http://a b/", "https:///x", "http://\x00/"]
)
def test_what_is_no_url_is_refused(url: str) -> None:
    (refusal,) = read_input(url)
    assert isinstance(refusal, Refusal)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("::ffff:93.184.215.14", True),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.0.1", False),
        ("100.64.0.1", False),
        ("127.0.0.1", False),
        ("169.254.1.1", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("0.0.0.0", False),  # noqa: S104  (an address to refuse, none to listen on)
        ("::", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:a00:1::", False),
        ("name", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_a_fetched_page_becomes_a_report(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.ingest.fetch.fetch", lambda url: fetch(url, RULES))
    (report,) = read_input(f"{server}/hop", Given(outlet="Sample Wire"))
    assert isinstance(report, Report)
    assert (report.title, report.text) == ("Rails of peace", ONE)
    assert (report.url, report.outlet) == (f"{server}/page", "Sample Wire")


@pytest.mark.parametrize("address", ["fec0::1", "3fff::1", "192.88.99.1", "::ffff:192.88.99.1"])
def test_site_local_documentation_and_relays_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://example.org/a", "gopher://x"])
def test_a_scheme_that_is_not_fetched_is_the_reason(url: str) -> None:
    (refusal,) = read_input(url)
    assert isinstance(refusal, Refusal)
    assert f"addresses of {url.partition(':')[0]}:// are not read" in refusal.message
