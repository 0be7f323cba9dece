"""The pages of incidents and disputes: accounts side by side, origins, positions, verdicts."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter

from dragoman.engine.coder import code_report
from dragoman.ingest import Given, verbatim
from dragoman.model.findings import Findings
from dragoman.model.when import day
from dragoman.record import Record, open_record
from dragoman.web import create_app, incident_schemas
from dragoman.web.accounts import label
from dragoman.web.origin_drawing import drawing
from dragoman.web.passages import passage
from tests import incident_reports, web_samples
from tests.samples import CODER
from tests.web_client import Client, Page

HOSTILE = (
    "Russian drones struck an oil depot in Odesa on August 6. Nine workers were killed, "
    "<script>alert(21)</script> the <b>mayor</b> said."
)


def hostile() -> Findings:
    """A report of the strike whose outlet and title would run if a page let them."""
    told = Given(day(date(2025, 8, 8), "given"), web_samples.HOSTILE)
    found = code_report(verbatim(HOSTILE, told, "hostile"))
    title = '"><script>alert(22)</script>'
    return replace(found, report=replace(found.report, title=title))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record of six reports of three incidents, and a hostile one."""
    with open_record(tmp_path_factory.mktemp("incidents") / "record.db", create=True) as record:
        for found in (*incident_reports.findings(), hostile()):
            record.add_findings(found, CODER)
        yield record


@pytest.fixture(scope="module")
def client(filled: Record) -> Client:
    """A client of its pages."""
    return Client(create_app(filled))


def text_of(client: Client, path: str) -> str:
    """The text of a page that answers, with a blank between what stands in different elements."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    return " ".join(" ".join(Page(answer.text).texts).split())


def rows(client: Client, path: str) -> list[dict[str, Any]]:
    """The rows of a page's JSON twin."""
    found: list[dict[str, Any]] = client.get(path).json()["rows"]
    return found


def raid(client: Client) -> dict[str, Any]:
    """The raid that two reports tell."""
    (row,) = rows(client, "/incidents.json?several=1&place=Samara")
    return row


def cause(client: Client) -> dict[str, Any]:
    """The dispute about what two brothers died of."""
    (row,) = rows(client, "/disputes.json?attribute=cause")
    return row


def test_incidents_are_listed_with_reports_origins_and_disputes(client: Client) -> None:
    text = text_of(client, "/incidents?several=1&place=Samara")
    assert "1 incident." in text
    assert "a raid or seizure" in text
    assert "2 reports" in text
    assert "2 independent origins" in text
    assert "dispute" in text
    assert raid(client)["outlets"] == ["Volga Wire", "Caspian Letter"]


def test_what_several_reports_take_from_one_is_marked(client: Client) -> None:
    (row,) = rows(client, "/incidents.json?one_origin=1")
    assert row["only_origin"]["name"] == "Delta Post"
    assert row["reports"] == 2
    assert "one origin: Delta Post" in text_of(client, "/incidents?one_origin=1")
    assert "all of it rests on one origin: Delta Post" in text_of(client, f"/incidents/{row['id']}")


@pytest.mark.parametrize("ending", ["several=1", "disputed=1", "one_origin=1"])
def test_boxes_narrow_the_list_and_can_be_taken_away(client: Client, ending: str) -> None:
    page = Page(client.get(f"/incidents?{ending}").text)
    everything = rows(client, "/incidents.json")
    chosen = rows(client, f"/incidents.json?{ending}")
    assert chosen
    assert {r["id"] for r in chosen} <= {r["id"] for r in everything}
    assert "/incidents" in page.links()
    name = ending.removesuffix("=1")
    assert any(a["name"] == name and "checked" in a for a in page.all("input") if "name" in a)


def test_the_day_looked_back_from_leaves_only_what_was_known(client: Client) -> None:
    (row,) = rows(client, "/incidents.json?place=Samara&as_of=2024-06-30")
    assert row["reports"] == 1
    assert row["disputes"] == 0
    whole = client.get(f"/incidents/{raid(client)['id']}?as_of=2024-06-30")
    assert "Caspian Letter" not in whole.text
    assert client.get(f"/disputes/{cause(client)['id']}?as_of=2024-06-30").status_code == 404


def test_accounts_stand_side_by_side(client: Client) -> None:
    page = Page(client.get(f"/incidents/{raid(client)['id']}").text)
    text = " ".join(" ".join(page.texts).split())
    for told in ("Volga Wire", "Caspian Letter", "Detained", "heart failure", "27 June 2024"):
        assert told in text
    assert f"/disputes/{cause(client)['id']}" in page.links()
    scopes = [a.get("scope") for a in page.all("th")]
    assert {"col", "row"} <= set(scopes)
    assert "Why these are one" in text


def test_every_value_leads_to_its_words(client: Client) -> None:
    row = client.get(f"/incidents/{raid(client)['id']}.json").json()
    links = Page(client.get(f"/incidents/{row['id']}").text).links()
    for value in row["values"]:
        for held in value["holdings"]:
            whole = client.get(f"/api/reports/{held['report']}").json()["text"]
            assert whole[slice(*held["span"])] == held["words"]
            assert any(link.startswith(f"/reports/{held['report']}#e-") for link in links)


def test_an_event_leads_to_its_incident(client: Client) -> None:
    row = raid(client)
    event = row["first"]["id"]
    assert client.get(f"/incidents/{event}.json").json()["id"] == row["id"]
    assert f"/incidents/{event}" in Page(client.get(f"/events/{event}").text).links()
    report = row["first"]["report"]
    assert f"/incidents?report={report}" in Page(client.get(f"/reports/{report}").text).links()
    links = Page(client.get("/actors/RUS").text).links()
    assert "/incidents?actor=RUS" in links
    assert "/disputes?actor=RUS" in links


def test_origins_are_drawn_and_listed(client: Client) -> None:
    (row,) = rows(client, "/incidents.json?one_origin=1")
    page = Page(client.get(f"/incidents/{row['id']}").text)
    assert len(list(page.all("circle"))) == 2
    assert "shared" in client.get(f"/incidents/{row['id']}").text
    assert any(str(a.get("id")).startswith("o-") for a in page.all("li"))


def test_a_dispute_is_a_matrix_of_holders_by_positions(client: Client) -> None:
    row = cause(client)
    assert {p["text"] for p in row["positions"]} == {"heart failure", "blunt-force trauma"}
    text = text_of(client, f"/disputes/{row['id']}")
    for told in ("Who holds what", "Independent origins", "blunt-force trauma", "2024-07-03"):
        assert told in text
    assert "Autopsies showed blunt-force trauma" in text
    page = Page(client.get(f"/disputes/{row['id']}").text)
    assert f"/incidents/{row['incident']}" in page.links()
    table = list(csv.DictReader(io.StringIO(client.get(f"/disputes/{row['id']}.csv").text)))
    assert {r["value"] for r in table} == {p["text"] for p in row["positions"]}
    assert all(r["words"] and r["holder"] for r in table)


def test_rows_are_as_they_are_described(client: Client) -> None:
    answers: list[tuple[str, type[BaseModel]]] = [
        ("/api/incidents", incident_schemas.Incidents),
        (f"/api/incidents/{raid(client)['id']}", incident_schemas.FullIncident),
        ("/api/disputes", incident_schemas.Disputes),
        (f"/api/disputes/{cause(client)['id']}", incident_schemas.Dispute),
    ]
    for path, model in answers:
        TypeAdapter(model).validate_json(client.get(path).content, strict=True)


def test_disputes_stand_under_their_pair(client: Client) -> None:
    text = text_of(client, "/disputes")
    assert "Azerbaijan and Russia" in text
    assert "Killed" in text
    for row in rows(client, "/disputes.json?attribute=killed"):
        assert row["attribute"] == "killed"
    assert rows(client, "/disputes.json?status=settled") == []


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/incidents/zzzzzz", "an id has 6 to 20"),
        ("/incidents/abcdef0123", "no incident"),
        ("/disputes/abcdef0123", "no dispute"),
        ("/incidents?several=yes", "expected 1"),
        ("/disputes?status=old", "there are: open, settled, faded"),
        ("/disputes?attribute=mood", "there are: when, where"),
        ("/incidents?cue=x", "no such filter"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_line(client: Client, path: str, said: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (400, 404)
    assert said in Page(answer.text).text


def test_nothing_of_a_hostile_report_becomes_markup(client: Client) -> None:
    (row,) = (r for r in rows(client, "/disputes.json") if web_samples.HOSTILE in json.dumps(r))
    paths = ["/incidents", "/disputes", f"/incidents/{row['incident']}", f"/disputes/{row['id']}"]
    for path in paths:
        answer = client.get(path)
        page = Page(answer.text)
        assert page.scripts == [], path
        assert not list(page.all("img")), path
        for tag, attributes in page.elements:
            assert tag not in {"b", "style", "iframe"}, path
            assert not [name for name in attributes if name.startswith("on")], path
            assert "style" not in attributes, path
        assert web_samples.HOSTILE in page.text, path


@given(st.text(min_size=1, max_size=300), st.data())
def test_a_passage_holds_its_words_and_no_others(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = passage(text, [start, end])
    assert "".join(s.text for s in found) in text
    assert "".join(s.text for s in found if s.css) == text[start:end]


WHEN = {"start": "2020-11-01", "end": "2020-12-01", "precision": "month", "basis": "text"}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"attribute": "took place", "text": "no"}, "it did not happen"),
        ({"attribute": "took place", "text": "yes", "when": WHEN}, "it happened"),
        ({"attribute": "who", "text": "RUSMIL"}, "Russia (military)"),
        ({"attribute": "where", "text": "Odesa, UKR"}, "Odesa, Ukraine"),
        ({"attribute": "where", "text": "Ukraine, UKR"}, "Ukraine"),
        ({"attribute": "where", "text": "<b>, x"}, "<b>, x"),
        ({"attribute": "killed", "text": "50 or more", "low": 50.0}, "at least 50"),
        ({"attribute": "sum", "text": "2e+06 USD", "low": 2e6, "high": 2e6}, "2,000,000 USD"),
        ({"attribute": "cause", "text": "heart failure"}, "heart failure"),
    ],
)
def test_values_are_said_in_words(row: dict[str, Any], said: str) -> None:
    assert label({"low": None, "high": None, "when": None, **row}) == said


@given(st.lists(st.text(max_size=60), min_size=1, max_size=8), st.data())
def test_the_drawing_holds_every_report_and_origin(names: list[str], data: st.DataObject) -> None:
    reports = {f"r{n}": name for n, name in enumerate(names)}
    groups = data.draw(st.lists(st.sets(st.sampled_from(sorted(reports)), min_size=1), max_size=5))
    origins = [
        {"id": f"o{n}", "kind": "own", "name": None, "circular": False, "reports": sorted(group)}
        for n, group in enumerate(groups)
    ]
    drawn = drawing(reports, origins)
    assert len(drawn.reports) == len(reports)
    assert len(drawn.origins) == len(groups)
    assert len(drawn.lines) == sum(map(len, groups))
    assert all(0 < node.y < drawn.height for node in (*drawn.reports, *drawn.origins))
