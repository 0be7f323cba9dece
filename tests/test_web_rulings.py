"""Rulings from the pages: forms that only our pages can send, and what comes of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest

from dragoman.engine.incidents import disputes_listed, incident, incidents_listed
from dragoman.record import Record, open_record, parse_filters
from dragoman.web.app import create_app
from tests.incident_reports import findings
from tests.web_client import HOST, Client, Page

FORM = {"content-type": "application/x-www-form-urlencoded"}
TOKEN = "t0ken"  # noqa: S105  # of a test
ODESA = parse_filters(place="Odesa")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "r.db", create=True) as made:
        for found in findings():
            made.add_findings(found)
        yield made


@pytest.fixture
def client(record: Record) -> Client:
    return Client(create_app(record))


def secret_of(client: Client, path: str) -> str:
    """The secret in the forms of a page."""
    fields = Page(client.get(path).text).all("input")
    return next(str(f["value"]) for f in fields if f.get("name") == "secret")


def send(client: Client, fields: dict[str, str], **headers: str) -> httpx.Response:
    """The answer to a form."""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.request("POST", "/rulings", content=urlencode(fields), headers={**FORM, **sent})


def form(client: Client, path: str, **fields: str) -> dict[str, str]:
    """A form as the page at `path` sends it."""
    by = {"who": "ana", "why": "so", "back": path, "secret": secret_of(client, path)}
    return {**by, **fields}


def test_a_dispute_is_settled_on_its_page_and_opened_again(client: Client, record: Record) -> None:
    row = next(d for d in disputes_listed(record, ODESA) if d["attribute"] == "killed")
    path = f"/disputes/{row['id']}"
    sent = form(client, path, matter="dispute", a=row["id"], position="6")
    answer = send(client, sent, sec_fetch_site="same-origin")
    assert (answer.status_code, answer.headers["location"]) == (303, path)
    page = Page(client.get(path).text)
    assert "settled" in page.text and "by ana on" in page.text
    [ruling] = record.rulings()
    back = form(client, path, matter="undo", a=ruling["id"])
    assert send(client, back).status_code == 303
    assert "Nobody has settled it." in Page(client.get(path).text).text
    assert "Taken back by ana" in Page(client.get("/rulings").text).text


def test_two_events_are_ruled_one_on_the_page_of_an_incident(
    client: Client, record: Record
) -> None:
    one, other = (row["first"]["id"] for row in incidents_listed(record, ODESA)[:2])
    path = f"/incidents/{one}"
    sent = form(client, path, matter="incident", a=one, b=other, answer="same")
    assert send(client, sent).status_code == 303
    joined = incident(record, one)
    assert joined and other in {e.id for e in joined.events}
    assert "The same, by ana on" in Page(client.get(path).text).text


def test_an_event_is_set_right_and_rejected_everywhere(client: Client, record: Record) -> None:
    event = record.events(ODESA)[0]["id"]
    path = f"/events/{event}"
    amend = form(client, path, matter="event", a=event, answer="amend", field="actor", value="Iran")
    assert send(client, amend).status_code == 303
    assert "Iran" in Page(client.get(path).text).text
    listed = {r["id"]: r for r in client.get("/chronology.json?place=Odesa").json()["rows"]}
    assert listed[event]["actor"] == ["IRN"] and listed[event]["amended"] == ["actor"]
    asked = client.get("/chronology.json?place=Odesa&actor=IRN").json()
    assert ([r["id"] for r in asked["rows"]], asked["total"]) == ([event], 1)
    reject = form(client, path, matter="event", a=event, answer="reject")
    assert send(client, reject).status_code == 303
    after = client.get("/chronology.json?place=Odesa").json()
    assert event not in {r["id"] for r in after["rows"]}
    assert after["total"] == len(after["rows"]) == len(listed) - 1


def test_names_are_ruled_on_where_they_stand(client: Client, record: Record) -> None:
    a, b = [m["key"] for row in record.identities() for m in row["members"]][:2]
    path = f"/incidents/{incidents_listed(record)[0]['id']}"
    sent = form(client, path, matter="actor", a=a, b=b, answer="different")
    assert send(client, sent).status_code == 303
    assert [(r["matter"], r["ruling"]) for r in record.rulings()] == [("actor", "different")]
    assert client.get("/identities").status_code == 200


@pytest.mark.parametrize("secret", ["", "x", "é"])
def test_a_form_without_the_secret_rules_nothing(
    client: Client, record: Record, secret: str
) -> None:
    fields = {"matter": "dispute", "a": "abcdef", "position": "1", "who": "eve", "why": "so"}
    assert send(client, {**fields, "secret": secret}).status_code == 403
    assert record.rulings() == []


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_a_form_from_elsewhere_rules_nothing(client: Client, record: Record, site: str) -> None:
    row = disputes_listed(record)[0]
    sent = form(client, f"/disputes/{row['id']}", matter="dispute", a=row["id"], position="1")
    assert send(client, sent, sec_fetch_site=site).status_code == 403
    assert record.rulings() == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"matter": "weather"}, "nothing to rule on"),
        ({"why": " "}, "lacks why"),
        ({"position": "no such"}, "no position"),
        ({"a": "ffffff"}, "no dispute has an id"),
        ({"who": "x" * 3000}, "longer than 2000"),
    ],
)
def test_what_is_no_ruling_is_refused_in_a_line(
    client: Client, record: Record, wrong: dict[str, str], said: str
) -> None:
    row = disputes_listed(record)[0]
    sent = form(client, f"/disputes/{row['id']}", matter="dispute", a=row["id"], position="1")
    answer = send(client, {**sent, **wrong})
    assert answer.status_code == 400 and said in answer.text
    assert record.rulings() == []


@pytest.mark.parametrize("body", [b"x" * 20_000, b"\xff=1", b"a=%ff", b"&".join([b"a=1"] * 50)])
def test_what_is_no_form_is_refused(client: Client, body: bytes) -> None:
    assert client.request("POST", "/rulings", content=body, headers=FORM).status_code == 400
    assert client.request("POST", "/rulings", content=body).status_code == 415


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil", "x", "/a\n"])
def test_nobody_is_led_elsewhere(client: Client, record: Record, back: str) -> None:
    row = disputes_listed(record)[0]
    sent = form(client, f"/disputes/{row['id']}", matter="dispute", a=row["id"], position="1")
    assert send(client, {**sent, "back": back}).headers["location"] == "/rulings"


def test_where_a_token_is_set_nobody_rules_without_it(record: Record) -> None:
    locked = Client(create_app(record, token=TOKEN, hosts=None))
    fields = {"matter": "dispute", "a": "abcdef", "position": "1", "who": "eve", "why": "so"}
    assert send(locked, fields).status_code == 401
    let_in = {"authorization": f"Bearer {TOKEN}"}
    row = disputes_listed(record)[0]
    page = locked.get(f"/disputes/{row['id']}", headers=let_in).text
    secret = next(f["value"] for f in Page(page).all("input") if f.get("name") == "secret")
    sent = {**fields, "a": row["id"], "secret": str(secret)}
    assert send(locked, sent, **let_in).status_code == 303


def test_another_name_of_this_machine_rules_nothing(client: Client) -> None:
    answer = send(client, {"matter": "undo"}, host="evil.example")
    assert answer.status_code == 421
    assert HOST not in answer.text
