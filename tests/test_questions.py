"""Opposite assessments of the ties between two states, and corrections with what rests on them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.engine.coder import code_report
from dragoman.engine.corrected import corrections_listed
from dragoman.engine.incident_answers import shown
from dragoman.engine.incidents import disputes_listed
from dragoman.ingest import Given, verbatim
from dragoman.linking.incidents.assessments import COLUMNS, assessed
from dragoman.linking.incidents.stands import COLUMNS as PROJECTS
from dragoman.linking.incidents.stands import project
from dragoman.model.report import report_id
from dragoman.model.tables import read_table
from dragoman.model.when import day
from dragoman.record import Filters, Record, open_record, parse_filters
from dragoman.web.app import create_app
from tests.web_client import Client, Page

STEADY = "The row is highly unlikely to derail the partnership between Kenya and Uganda."
SOUR = "Relations between Kenya and Uganda are likely to deteriorate further."
NOTICE = (
    "Correction: our report that Kenyan police arrested forty Ugandan traders in Busia gave the "
    "number of the traders as forty. Four Ugandan traders were arrested."
)
ARREST = "Kenyan police arrested forty Ugandan traders in Busia on March 3."
CITING = "Kenyan police arrested forty Ugandan traders in Busia on March 3, Lake Post reported."


def add(record: Record, text: str, when: str, outlet: str) -> str:
    """Put a report into the record; its id."""
    given = Given(day(date.fromisoformat(when), "given"), outlet)
    name = report_id(f"{outlet} {text}")
    record.add_findings(code_report(verbatim(text, given, name)))
    return name


@pytest.mark.parametrize("row", read_table("incidents/assessments.tsv", COLUMNS))
def test_a_judgement_of_ties_is_read_as_the_table_says(row: dict[str, str]) -> None:
    assert assessed(row["example"], 0.6, 0.9) == row["says"]
    assert assessed(row["example"], 0.05, 0.2) != row["says"]
    assert assessed("It will rain.", 0.6, 0.9) is None


@pytest.mark.parametrize("row", read_table("incidents/projects.tsv", PROJECTS))
def test_a_project_is_known_by_its_noun(row: dict[str, str]) -> None:
    plain = row["example"].replace("<", "").replace(">", "")
    assert project(plain) == row["example"].partition("<")[2].partition(">")[0].lower()
    assert project("the pipeline that nobody wants") is None


def test_actors_that_stand_apart_on_a_project_are_in_a_dispute(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        add(record, "Iran is adamantly opposed to the Meghri corridor.", "2025-03-01", "Lake Post")
        assert disputes_listed(record) == []
        add(record, "Turkey supports the Meghri corridor.", "2025-04-01", "Hill Paper")
        [row] = disputes_listed(record)
        told = {p["text"]: [h["holder"] for h in p["holdings"]] for p in row["positions"]}
        assert told == {"for": ["TUR"], "against": ["IRN"]}
        assert (row["attribute"], row["subject"]) == ("stand", "stand: Meghri")
        page = Page(Client(create_app(record)).get(f"/disputes/{row['id']}").text)
        assert "against it" in page.text and "Iran" in page.text


def test_outlets_that_judge_otherwise_are_in_a_dispute(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        add(record, STEADY, "2025-03-01", "Hill Paper")
        assert disputes_listed(record) == []
        add(record, SOUR, "2025-07-01", "Lake Post")
        [row] = disputes_listed(record, parse_filters(dyad="KEN-UGA"))
        told = {p["text"]: [(h["holder"], h["since"]) for h in p["holdings"]]
                for p in row["positions"]}  # fmt: skip
        assert told == {
            "hold": [("Hill Paper", "2025-03-01")],
            "worsen": [("Lake Post", "2025-07-01")],
        }
        assert (row["since"], row["incident"], row["status"]) == ("2025-07-01", None, "open")
        assert shown(record, row["id"][:8]) == ("dispute", row)
        assert disputes_listed(record, parse_filters(dyad="KEN-TZA")) == []
        assert disputes_listed(record, parse_filters(as_of="2025-06-01")) == []
        client = Client(create_app(record))
        page = Page(client.get(f"/disputes/{row['id']}").text)
        assert "they hold" in page.text and "Lake Post" in page.text
        assert "Kenya and Uganda" in Page(client.get("/disputes").text).text


def test_who_changes_a_judgement_is_in_no_dispute_with_himself(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        add(record, STEADY, "2025-03-01", "Hill Paper")
        add(record, SOUR, "2025-07-01", "Hill Paper")
        assert disputes_listed(record) == []
        add(record, STEADY, "2025-08-01", "Lake Post")
        [row] = disputes_listed(record)
        assert [(c["holder"], c["before"], c["after"]) for c in row["changes"]] == [
            ("Hill Paper", "hold", "worsen")
        ]


def test_what_rested_on_a_corrected_report_is_listed(record: Record) -> None:
    first = add(record, ARREST, "2025-03-04", "Lake Post")
    other = add(record, CITING, "2025-03-05", "Hill Paper")
    assert corrections_listed(record) == []
    notice = add(record, NOTICE, "2025-03-06", "Lake Post")
    [row] = corrections_listed(record)
    assert (row["report"], row["kind"], row["earlier"]) == (notice, "corrects", first)
    assert other in {r["report"] for r in row["rested"]}
    assert row["words"].startswith("Correction")
    assert corrections_listed(record, Filters(report=first[:8])) == [row]
    assert corrections_listed(record, Filters(outlets=("Far Away",))) == []
    assert corrections_listed(record, parse_filters(as_of="2025-03-05")) == []
    page = Page(Client(create_app(record)).get("/corrections").text)
    assert "says that something in an earlier report was wrong" in page.text
