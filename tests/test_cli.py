"""The command line: rows in every format, errors of one line, exit codes that tell."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl
import pytest

from dragoman.cli.main import main
from dragoman.cli.options import Format
from dragoman.cli.say import plain
from dragoman.cli.tables import TABLES, print_table, when_words
from dragoman.engine.flat import columns
from dragoman.engine.listed import chronology_listed, events_listed
from dragoman.record import open_record
from tests.samples import CODER, denial, raid, report, undated

LISTS = ("reports", "events", "chronology", "actors", "attributions", "quotes")
CODED = "On 3 March 2025 the Kazakh foreign minister visited Ankara. Turkey expelled two diplomats."


@dataclass(frozen=True)
class Done:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process."""

    def command(*arguments: object, given: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "argv", ["dragoman", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return Done(int(ended.value.code or 0), out, err)

    return command


@pytest.fixture
def filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record of three reports, which the commands find in the environment."""
    where = tmp_path / "record.db"
    with open_record(where, create=True) as record:
        for found in (raid(), denial(), undated()):
            record.add_findings(found, CODER)
    monkeypatch.setenv("DRAGOMAN_RECORD", str(where))
    return where


def complaint(done: Done, code: int) -> str:
    """The one line that says what is wrong."""
    assert done.code == code
    assert done.out == ""
    (line,) = done.err.splitlines()
    assert line.startswith("dragoman: ")
    return line


@pytest.mark.parametrize("kind", LISTS)
def test_rows_as_json(run: Run, filled: Path, kind: str) -> None:
    lines = [json.loads(line) for line in run(kind, "--format", "jsonl").out.splitlines()]
    assert lines
    assert json.loads(run(kind, "--format", "json").out) == lines
    listed = {"events": events_listed, "chronology": chronology_listed}
    with open_record(filled) as record:
        wanted = listed[kind](record) if kind in listed else getattr(record, kind)()
        assert lines == list(wanted)


@pytest.mark.parametrize("kind", LISTS)
def test_rows_as_csv_and_parquet(run: Run, filled: Path, tmp_path: Path, kind: str) -> None:
    count = len(run(kind, "--format", "jsonl").out.splitlines())
    table = list(csv.reader(io.StringIO(run(kind, "--format", "csv").out)))
    assert table[0] == columns(kind)
    assert len(table) == count + 1
    target = tmp_path / "rows.parquet"
    assert run(kind, "--format", "parquet", "--output", target) == Done(0, "", "")
    assert pl.read_parquet(target).height == count
    target = tmp_path / "rows.csv"
    assert run(kind, "--format", "csv", "-o", target).out == ""
    assert target.read_text(encoding="utf-8").splitlines()[0] == ",".join(columns(kind))


@pytest.mark.parametrize("kind", LISTS)
def test_a_table_in_a_pipe_is_tab_separated_and_complete(run: Run, filled: Path, kind: str) -> None:
    done = run(kind)
    header, *rows = done.out.splitlines()
    assert len(rows) == len(run(kind, "--format", "jsonl").out.splitlines())
    assert all(row.count("\t") == header.count("\t") for row in rows)
    assert "\x1b" not in done.out


def test_a_chronology_for_people(run: Run, filled: Path) -> None:
    lines = run("chronology", "--dyad", "AZE-RUS").out.splitlines()
    assert lines[0].startswith("id\twhen\t")
    for line in lines[1:]:
        shown = json.loads(run("show", line.split("\t")[0]).out)
        assert shown["type"] == line.split("\t")[2].split()[0]
    assert [line.split("\t")[1:4] for line in lines[1:]] == [
        ["2025", "CONSULT", "AZEGOV RUSGOV → ?"],
        ["2025-06-27", "COERCE (seize)", "RUSCOP → AZECVL"],
        ["2025-07-01", "ACCUSE (disapprove)", "AZEGOV → RUSGOV"],
    ]
    assert "[detained 50] On 27 June Russian police raided flats" in lines[2]


@pytest.mark.parametrize("kind", ["attributions", "quotes"])
def test_what_is_listed_can_be_shown(run: Run, filled: Path, kind: str) -> None:
    (row,) = run(kind).out.splitlines()[1:]
    assert json.loads(run("show", row.split("\t")[0]).out)["sentence"] in raid().report.text


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("kind", ["events", "attributions", "quotes", "search"])
@pytest.mark.parametrize("width", ["60", "300"])
def test_on_a_terminal_no_sentence_is_cut(
    filled: Path, monkeypatch: pytest.MonkeyPatch, kind: str, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    with open_record(filled) as record:
        rows = record.search("police") if kind == "search" else getattr(record, kind)()
    out = _Terminal()
    print_table(kind, rows, out)
    shown = " ".join(re.sub(r"\x1b\[\d+m", "", out.getvalue()).split())
    prose = list(TABLES[kind].values())[-1]
    for row in rows:
        assert " ".join(plain(prose(row)).split()) in shown
    assert "…" not in shown


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2025-08-08", "2025-08-10", "2025-08-08 to 2025-08-09"),
        ("2025-01-21", "2025-02-01", "2025-01-21 to 2025-01-31"),
        ("2025-06-01", "2025-07-01", "2025-06"),
        ("2025-06-27", "2025-06-28", "2025-06-27"),
        ("2025-08-15", None, "from 2025-08-15"),
        (None, "2025-08-15", "before 2025-08-15"),
        (None, None, "undated"),
    ],
)
def test_the_last_day_counts_for_people(start: str | None, end: str | None, words: str) -> None:
    assert when_words({"start": start, "end": end, "precision": "week"}) == words


def test_control_characters_do_not_reach_a_terminal(run: Run, filled: Path) -> None:
    with open_record(filled) as record:
        words = "Then \x1b[31mred\x1b[0m\tand more."
        record.add_findings(replace(raid(), report=report(words, title="\x1b]0;owned\x07")), CODER)
    assert "\x1b" not in run("reports").out
    assert "\x07" not in run("reports").out


def test_filters_reach_the_record(run: Run, filled: Path) -> None:
    def count(*options: str) -> int:
        return len(run("events", "--format", "jsonl", *options).out.splitlines())

    assert count("--actor", "RUS") == 4
    assert count("--recipient", "aze") == 1
    assert count("--type", "ACCUSE", "--type", "ASSAULT") == 3
    assert count("--mode", "seize") == 1
    assert count("--since", "2025-07-01", "--until", "2025-07-02") == 3
    assert count("--outlet", "Sample Weekly") == 2
    assert count("--factuality", "denied,possible") == 2
    assert count("--report", raid().report.id) == 3
    assert count("--place", "Yekaterinburg") == 1
    assert count("--text", "border") == 3
    assert count("--coder", "nobody") == 0
    assert count("--limit", "4", "--offset", "3") == 3


def test_as_of_says_what_it_leaves_out(run: Run, filled: Path) -> None:
    done = run("events", "--as-of", "2025-07-02", "--format", "jsonl")
    assert len(done.out.splitlines()) == 3
    assert done.err == "note: 1 report is left out since it has no known date\n"
    assert run("search", "police", "--as-of", "2025-07-02").err == done.err


def test_what_is_not_there_is_noted_and_what_cannot_be_is_refused(run: Run, filled: Path) -> None:
    done = run("events", "--actor", "XYZ", "--format", "jsonl")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("note: nothing in the record names XYZ; it has: ")
    named = run("events", "--dyad", "azerbaijan-russia", "--format", "jsonl")
    assert named == run("events", "--dyad", "AZE-RUS", "--format", "jsonl")
    assert "near it are: Azerbaijan (AZE)" in complaint(run("events", "--actor", "Azerbajan"), 2)


def test_search_and_show(run: Run, filled: Path) -> None:
    (hit,) = [
        json.loads(x) for x in run("search", "yekaterinburg", "--format", "jsonl").out.splitlines()
    ]
    shown = json.loads(run("show", hit["id"]).out)
    assert shown["text"] == raid().report.text
    event = shown["events"][0]
    assert json.loads(run("show", event["id"][:12]).out)["sentence"].startswith("On 27 June")
    assert "no report, row, incident or dispute has the id 'zz'" in complaint(run("show", "zz"), 1)
    assert run("search", '"', "--format", "jsonl").out == ""


def test_words_to_leave_out_are_no_options(run: Run, filled: Path) -> None:
    def found(*words: str) -> int:
        return len(run("search", *words, "--format", "jsonl").out.splitlines())

    assert found("police") == 2
    assert found("police", "-Yekaterinburg") == 1
    assert found("police", "-hospital", "-oil") == 2
    assert found('"Russian police"', "-Moscow", "--limit", "5") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["events", "--type", "RAID"], "no such type 'RAID'; there are: AGREE, CONSULT"),
        (["events", "--since", "June"], "since 'June' is no date; expected YYYY-MM-DD"),
        (["events", "--dyad", "AZERUS"], "expected two actor codes, such as AZE-RUS"),
        (["events", "--format", "xml"], "'xml' is not one of"),
        (["events", "--limit", "few"], "Invalid value for '--limit'"),
        (["events", "--colour"], "No such option"),
        (["paint"], "No such command 'paint'"),
        (["add"], "Missing argument"),
        (["add", "x.txt", "--date", "2025-13-01"], "'2025-13-01' is no date"),
        (["code", "--format", "csv"], "'csv' is not one of 'jsonl', 'json'"),
        (["search", "oil", "--outlte", "x"], "no such option: --outlte"),
        (["add", "x.txt", "--url", "notaurl"], "url 'notaurl' is no address; expected one such as"),
        (["add", "x.txt", "--url", "https://[x"], "is no address"),
        (["serve", "--port", "99999999"], "Invalid value for '--port'"),
    ],
)
def test_a_wrong_command_line(run: Run, filled: Path, arguments: list[str], said: str) -> None:
    assert said in complaint(run(*arguments), 2)


def test_what_cannot_be_done(run: Run, filled: Path, tmp_path: Path) -> None:
    missing = tmp_path / "none.db"
    assert "there is no record at" in complaint(run("events", "--record", missing), 1)
    assert not missing.exists()
    nowhere = tmp_path / "no" / "such" / "folder.csv"
    assert "cannot be written" in complaint(run("events", "--format", "csv", "-o", nowhere), 1)
    assert "cannot be kept in 'mysql'" in complaint(run("events", "--record", "mysql://h/d"), 1)


def test_help_and_version(run: Run) -> None:
    assert run("--version").out.startswith("dragoman 0.")
    assert "chronology" in run("--help").out
    bare = run()
    assert bare.code == 2
    assert "chronology" in bare.out
    assert "--dyad" in run("events", "--help").out


def test_help_offers_what_works_and_breaks_no_choice() -> None:
    def shown(command: str) -> str:
        program = [sys.executable, "-m", "dragoman", command, "--help"]
        narrow = {**os.environ, "COLUMNS": "80"}
        return subprocess.run(
            program, check=True, capture_output=True, text=True, env=narrow
        ).stdout

    code, events = shown("code"), shown("events")
    assert "jsonl, json." in code
    assert "parquet" not in code
    assert "parquet" in events
    assert "…" not in code + events


def test_adding_and_asking(run: Run, tmp_path: Path) -> None:
    record = tmp_path / "new.db"
    page = tmp_path / "a.txt"
    page.write_text(CODED, encoding="utf-8")
    done = run("add", page, tmp_path / "none.txt", "--record", record, "--date", "2025-03-04")
    assert done.code == 1
    assert "none.txt" in done.err
    assert done.out.startswith("added 1 report with ")
    assert done.out.endswith(f"1 refused: {tmp_path / 'none.txt'}\n")
    assert run("add", page, "--record", record).out.endswith("1 there already; 0 refused\n")
    (row,) = [
        json.loads(x)
        for x in run("reports", "--record", record, "--format", "jsonl").out.splitlines()
    ]
    assert row["date"] == {
        "start": "2025-03-04", "end": "2025-03-05", "precision": "day", "basis": "given",
    }  # fmt: skip
    events = run("events", "--record", record, "--format", "jsonl").out.splitlines()
    assert events
    assert all(json.loads(e)["sentence"] in CODED for e in events)
    assert run("recode", "--record", record).out.startswith("coded 0 reports with 0 events")


def test_coding_prints_one_object_a_report(run: Run) -> None:
    rows = [
        {"id": "r1", "text": CODED, "date": "2025-03-04"},
        {"id": "r2", "text": "Nothing of note.  Twice  spaced."},
    ]
    given = "".join(json.dumps(r) + "\n" for r in rows).encode()
    done = run("code", "-", "--format", "jsonl", given=given)
    assert (done.code, done.err) == (0, "")
    found = [json.loads(line) for line in done.out.splitlines()]
    assert [f["id"] for f in found] == ["r1", "r2"]
    assert [f["text"] for f in found] == [r["text"] for r in rows]
    for event in found[0]["events"]:
        start, end = event["span"]
        assert CODED[start:end]
    assert run("code", given=given).out == done.out
    assert json.loads(run("code", "--format", "json", given=given).out) == found


def test_coding_goes_on_past_a_broken_line(run: Run) -> None:
    given = json.dumps({"id": "a", "text": CODED}).encode() + b"\n{broken\n"
    given += json.dumps({"id": "b", "text": CODED}).encode() + b"\n"
    done = run("code", given=given)
    assert done.code == 1
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == ["a", "b"]
    (line,) = done.err.splitlines()
    assert "line 2" in line


def test_coding_takes_a_date_for_text(run: Run) -> None:
    done = run("code", "-", "--date", "2025-03-04", given=CODED.encode())
    (found,) = [json.loads(line) for line in done.out.splitlines()]
    assert found["date"]["start"] == "2025-03-04"
    assert found["date"]["basis"] == "given"


def test_a_reader_that_has_enough_is_no_error(tmp_path: Path) -> None:
    where = tmp_path / "record.db"
    with open_record(where, create=True) as record:
        events = tuple(replace(raid().events[0], id=f"{n:020x}") for n in range(2000))
        record.add_findings(replace(raid(), events=events), CODER)
    program = [sys.executable, "-m", "dragoman", "events", "--record", str(where)]
    running = subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout is not None
    assert running.stderr is not None
    assert running.stdout.readline().startswith("id\twhen\t")
    running.stdout.close()
    assert running.stderr.read() == ""
    running.stderr.close()
    assert running.wait(timeout=60) == 0


def test_help_loads_no_heavy_library() -> None:
    code = (
        "import sys; sys.argv = ['dragoman', '--help']\n"
        "from dragoman.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*(n for n in ('spacy', 'polars', 'sqlalchemy', 'fastapi') if n in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.splitlines()[-1] == ""


def test_formats_are_those_of_the_contract() -> None:
    assert [f.value for f in Format] == ["table", "json", "jsonl", "csv", "parquet"]
