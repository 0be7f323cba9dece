"""`incidents`, `disputes` and `show` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import dragoman
from dragoman.cli.main import app
from dragoman.model.errors import RecordError, UsageError
from dragoman.record import open_record
from tests.incident_reports import findings

FORMS = ("json", "jsonl", "csv")


@pytest.fixture
def where(tmp_path: Path) -> str:
    """A record of the short reports."""
    path = str(tmp_path / "record.db")
    with open_record(path, create=True) as record:
        for found in findings():
            record.add_findings(found)
    return path


def run(*arguments: str) -> str:
    """What a command prints; raises what it raises."""
    done = CliRunner().invoke(app, [*arguments])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == 0, done.output
    return done.stdout


def lines(text: str) -> list[dict[str, str]]:
    """The rows of a table in a pipe."""
    names, *rows = [line.split("\t") for line in text.splitlines()]
    return [dict(zip(names, row, strict=True)) for row in rows]


def test_incidents_are_listed_with_reports_and_origins(where: str) -> None:
    rows = lines(run("incidents", "--record", where, "--place", "Odesa", "--several"))
    told = [(row["when"], row["told by"], row["disputes"]) for row in rows]
    assert told == [
        ("2025-08-06", "2 reports, 2 origins", "1 dispute"),
        ("2025-08-08", "2 reports, 1 origin (Delta Post)", ""),
    ]


def test_incidents_are_chosen_by_what_linking_made_of_them(where: str) -> None:
    one = lines(run("incidents", "--record", where, "--one-origin", "--place", "Odesa"))
    assert [row["when"] for row in one] == ["2025-08-08"]
    disputed = lines(run("incidents", "--record", where, "--disputed"))
    assert all(row["disputes"] for row in disputed) and disputed


def test_a_dispute_tells_its_positions_with_holders_and_origins(where: str) -> None:
    [row] = lines(run("disputes", "--record", where, "--place", "Odesa"))
    assert (row["since"], row["status"], row["subject"]) == ("2025-08-07", "open", row["subject"])
    assert "4: Delta Post [rests on one origin: Delta Post]" in row["positions"]
    assert "6: River Star [rests on one origin: River Star]" in row["positions"]


@pytest.mark.parametrize("command", ["incidents", "disputes"])
def test_every_format_has_the_same_rows(where: str, command: str) -> None:
    ids = [row["id"] for row in json.loads(run(command, "--record", where, "--format", "json"))]
    told = run(command, "--record", where, "--format", "jsonl").splitlines()
    assert [json.loads(line)["id"] for line in told] == ids
    listed = run(command, "--record", where, "--format", "csv").splitlines()[1:]
    assert [line.split(",")[0] for line in listed] == ids


def test_as_of_shows_no_future(where: str) -> None:
    early = run("incidents", "--record", where, "--as-of", "2024-06-30", "--format", "jsonl")
    assert {json.loads(line)["reports"] for line in early.splitlines()} == {1}
    assert lines(run("disputes", "--record", where, "--as-of", "2024-06-30")) == []


def test_an_incident_is_shown_side_by_side(where: str) -> None:
    listed = lines(run("incidents", "--record", where, "--place", "Odesa", "--disputed"))
    shown = run("show", listed[0]["id"], "--record", where)
    assert "accounts, side by side\n\tA\tB\n" in shown
    assert "\nkilled\t4\t6\n" in shown
    assert '2025-08-07 A: "Four" in: Four workers were killed.' in shown
    whole = json.loads(run("show", listed[0]["id"], "--record", where, "--format", "json"))
    assert whole["id"].startswith(listed[0]["id"])
    assert len(whole["reports"]) == len(whole["origins"]) == 2
    early = whole["reports"][0]["id"][:8]
    with pytest.raises(UsageError, match="only incidents and disputes"):
        run("show", early, "--record", where, "--format", "text")


def test_a_dispute_is_shown_with_its_words(where: str) -> None:
    listed = lines(run("disputes", "--record", where, "--place", "Odesa"))
    shown = run("show", listed[0]["id"], "--record", where)
    assert shown.startswith(f"dispute {listed[0]['id']} of incident ")
    assert '2025-08-07 Delta Post: "Four"' in shown


def test_what_cannot_be_is_refused(where: str) -> None:
    with pytest.raises(UsageError, match="incidents cannot be asked for by speaker"):
        run("incidents", "--record", where, "--speaker", "Somebody")
    with pytest.raises(RecordError, match="no report, row, incident or dispute has the id 'ffff'"):
        run("show", "ffff", "--record", where)


def test_data_frames_have_the_same_rows(where: str) -> None:
    with open_record(where) as record:
        table = dragoman.incidents(record, place="Odesa", outlet="Coast Mail")
        assert table["reports"].to_list() == [2]
        assert table["only_origin"].to_list() == ["Delta Post"]
        assert dragoman.disputes(record, place="Odesa")["attribute"].to_list() == ["killed"]
