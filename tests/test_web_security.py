"""Reports are hostile text, and other pages and machines are not to be trusted."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.record import Filters, Record, open_record
from dragoman.web import create_app
from dragoman.web.links import safe_url
from tests import web_samples
from tests.web_client import HOST, Client, Page

TOKEN = "a-token-for-the-tests"  # noqa: S105  # it opens nothing
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record with the samples in it, the hostile one too."""
    with open_record(tmp_path_factory.mktemp("guard") / "record.db", create=True) as record:
        web_samples.fill(record)
        yield record


@pytest.fixture(scope="module")
def client(filled: Record) -> Client:
    """A client on this machine."""
    return Client(create_app(filled))


@pytest.fixture(scope="module")
def locked(filled: Record) -> Client:
    """A client of a server that asks for a token."""
    return Client(create_app(filled, token=TOKEN, hosts=None), "http://10.0.0.7:8765")


@pytest.fixture(scope="module")
def paths(filled: Record) -> list[str]:
    """Every page on which the hostile report shows."""
    row = filled.events(Filters(outlets=(web_samples.HOSTILE,)))[0]
    return [
        "/",
        "/chronology",
        "/reports",
        f"/reports/{row['report']}?layers=quotes,events",
        f"/events/{row['id']}",
        "/incidents",
        f"/incidents/{row['id']}",
        *("/dyads", "/dyads/RUS-AZE", "/dyads/RUS-AZE/acts", "/network"),
        "/actors",
        "/actors/RUS",
        f"/reports/{row['report']}?layers=sayings,judgements,silences,ties",
        *("/quotes", "/speakers", "/attributions", "/judgements", "/authors", "/silences", "/ties"),
        "/quotes?speaker=%3Cscript%3Ealert(7)%3C/script%3E",
        "/judgements?author=%3Cscript%3Ealert(11)%3C/script%3E",
        "/attributions?stance=%3Cimg&source=%3Cimg&cue=%3Cb%3E",
        "/search?q=moscow",
        "/search?q=%3Cscript%3Ealert(8)%3C/script%3E",
        "/chronology?place=%3Cscript%3E",
        "/about",
        "/api",
        "/nowhere/%3Cscript%3Ealert(9)%3C/script%3E",
    ]


def test_nothing_in_a_report_becomes_markup(client: Client, paths: list[str]) -> None:
    for path in paths:
        page = Page(client.get(path).text)
        for tag, attributes in page.elements:
            assert not [name for name in attributes if name.startswith("on")], path
            assert "style" not in attributes, path
            assert tag not in {"style", "iframe", "object", "embed", "base", "b"}, path
        assert page.scripts == [], path
        assert all((a["src"] or "").startswith("/static/") for a in page.all("script")), path
        assert not list(page.all("img")), path


def test_the_hostile_text_is_still_shown_as_it_stands(client: Client) -> None:
    text = Page(client.get("/chronology").text).text
    assert '<script>alert("text")</script> Moscow protested <b>loudly</b> & left.' in text


def test_only_addresses_of_the_web_become_links(client: Client, paths: list[str]) -> None:
    for path in paths:
        page = Page(client.get(path).text)
        for attributes in page.all("a"):
            assert re.match(r"/|#|https?://", str(attributes["href"])), path
    shown = client.get(paths[3]).text
    assert "javascript:alert(3)" in Page(shown).text
    assert 'href="javascript' not in shown


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", " javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "//x.org",
     "https:", "http://[", "", None, "ftp://x.org/y", "/reports"],
)  # fmt: skip
def test_urls_that_are_no_links(url: str | None) -> None:
    assert safe_url(url) is None


@given(st.text())
def test_no_url_but_those_of_the_web_is_safe(url: str) -> None:
    found = safe_url(url)
    assert found is None or found.lower().startswith(("http://", "https://"))


def test_csv_runs_no_formula(client: Client, paths: list[str]) -> None:
    for path in ("/chronology.csv", "/reports.csv", "/actors.csv", "/desk.csv"):
        for row in csv.reader(io.StringIO(client.get(path).text)):
            for cell in row:
                number = re.fullmatch(r"-?\d+(\.\d+)?", cell)
                assert number or not cell.startswith(("=", "+", "-", "@", "\t")), cell
    assert "'=cmd|" in client.get("/reports.csv").text


@pytest.mark.parametrize(
    "path", ["/", "/chronology.json", "/reports.csv", "/api/events", "/static/app.js", "/nowhere"]
)
def test_every_answer_carries_the_policy(client: Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_the_pages_only_read(client: Client, method: str) -> None:
    answer = client.request(method, "/chronology")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"


def test_head_is_get_without_the_body(client: Client) -> None:
    for path in ("/", "/chronology.csv", "/api/events", "/nowhere"):
        head, full = client.request("HEAD", path), client.get(path)
        assert head.status_code == full.status_code
        assert head.content == b""
        assert head.headers["content-type"] == full.headers["content-type"]


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8765", "localhost.evil", ""]
)
def test_a_name_made_to_point_here_is_refused(client: Client, host: str) -> None:
    answer = client.get("/chronology", headers={"Host": host})
    assert answer.status_code == 421
    assert "Odesa" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:9000", "localhost", "LOCALHOST:1", "[::1]:8765"])
def test_the_names_of_this_machine_are_answered(client: Client, host: str) -> None:
    assert client.get("/chronology", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "path", ["/", "/chronology.json", "/api/events", "/static/app.css", "/nowhere"]
)
def test_without_the_token_nothing_is_answered(locked: Client, path: str) -> None:
    answer = locked.get(path)
    assert answer.status_code == 401
    assert "Odesa" not in answer.text
    assert "token is needed" in answer.text


def test_a_token_leaves_a_cookie_and_goes_on_without_it(locked: Client) -> None:
    answer = locked.get(f"/chronology?type=ASSAULT&token={TOKEN}")
    assert answer.status_code == 200
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert TOKEN not in cookie
    assert TOKEN not in answer.text
    assert 'content="0;url=/chronology?type=ASSAULT"' in answer.text
    value = cookie.split(";")[0]
    assert locked.get("/chronology", headers={"Cookie": value}).status_code == 200


def test_programs_send_the_token_in_a_header(locked: Client) -> None:
    right = {"Authorization": f"Bearer {TOKEN}"}
    assert locked.get("/api/events", headers=right).status_code == 200
    for wrong in ("Bearer other", "Bearer", f"Basic {TOKEN}", TOKEN, "Bearer é".encode()):
        answer = locked.get("/api/events", headers={"Authorization": wrong})
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize(
    "query", ["token=other", "token=", f"token={TOKEN}&token=other", "token=%C3%A9"]
)
def test_a_wrong_token_opens_nothing(locked: Client, query: str) -> None:
    answer = locked.get(f"/chronology?{query}")
    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("cookie", ["dragoman=x", f"dragoman={TOKEN}", "dragoman", "=;=;\x01"])
def test_a_made_up_cookie_opens_nothing(locked: Client, cookie: str) -> None:
    assert locked.get("/", headers={"Cookie": cookie}).status_code == 401


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example", "/%5Cevil.example", "//"])
def test_the_page_that_goes_on_stays_here(locked: Client, path: str) -> None:
    answer = locked.get(f"http://10.0.0.7:8765{path}?token={TOKEN}")
    target = re.search(r'content="0;url=([^"]*)"', answer.text)
    assert target
    assert re.match(r"/(?![/\\])", target[1])


def test_long_addresses_are_refused(client: Client) -> None:
    assert client.get(f"/search?q={'x' * 5000}").status_code == 414


def test_the_documentation_fetches_nothing_from_elsewhere(client: Client) -> None:
    for path in ("/api", "/about", "/"):
        page = Page(client.get(path).text)
        for tag, attributes in page.elements:
            for name in ("src", "href") if tag != "a" else ():
                assert (attributes.get(name) or "/").startswith("/")
    assert HOST not in client.get("/api").text
