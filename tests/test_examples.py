"""The sample reports: what they say of themselves, and that they are read as they should be."""

from __future__ import annotations

import re
import runpy
import shlex
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest

import dragoman
from dragoman.engine.pipeline import Inputs, add
from dragoman.record import Record, open_record

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "examples" / "south-caucasus"
FILES = sorted(path for path in FOLDER.iterdir())
NOTE = re.compile(r"[Ww]ritten for the Dragoman project from public facts; .*not exist")

# The commands that the project's README shows on the samples.
SHOWN = re.findall(
    r"^\.venv/bin/(dragoman .*--record sample\.db.*)$",
    (ROOT / "README.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)

# Title's first words -> the outlet, None where it is not told; the day on which it stands for
# being published; and whether the report tells that day.
EXPECTED: dict[str, tuple[str | None, date, bool]] = {
    "Putin leaves Baku": ("Sample Herald", date(2024, 8, 21), True),
    "Tehran tells Moscow": ("Sample Observer", date(2024, 9, 20), False),
    "Russia's spy chief": ("Sample Briefing", date(2024, 10, 14), True),
    "COP29 ends": ("Sample Wire", date(2024, 11, 24), True),
    "Azerbaijani airliner": ("Sample Wire", date(2024, 12, 25), True),
    "Three accounts": ("Sample Weekly", date(2024, 12, 30), True),
    "Ten percent": ("Sample Institute", date(2025, 2, 6), True),
    "Baku closes": ("Sample Briefing", date(2025, 2, 28), True),
    "Baku buries": ("Sample Tribune", date(2025, 7, 2), True),
    "Sputnik's editors": ("Sample Weekly", date(2025, 7, 14), True),
    "Moscow regrets": ("Sample Herald", date(2025, 7, 2), False),
    "Zelensky calls": ("Sample Wire", date(2025, 7, 1), False),
    "Leaders of ten": ("Sample Observer", date(2025, 7, 2), False),
    "Azerbaijan and Russia: list": (None, date(2025, 7, 5), False),
    "Armenia and Azerbaijan initial": ("Sample Wire", date(2025, 8, 10), True),
    "Drones hit": ("Sample Wire", date(2025, 8, 18), True),
    "A road is not": ("Sample Gazette", date(2025, 8, 20), True),
    "Forty-three": ("Sample Institute", date(2025, 9, 15), False),
    "Putin tells": ("Sample Wire", date(2025, 10, 9), True),
    "What Baku got": ("Sample Weekly", date(2025, 10, 13), True),
}

# What a reader must find again: type, how actor and recipient begin, words of the sentence.
EVENTS = [
    ("CONSULT", "RUSSPY", "AZE", "Naryshkin"),
    ("ACCUSE", "RUSGOV", "ARM", "sabotaging"),
    ("CONSULT", "RUS", "AZE", "telephoned"),
    ("REQUEST", "AZE", "RUS", "admit its guilt"),
    ("SANCTION", "TUR", "ISR", "suspended all trade"),
    ("COERCE", "RUS", "AZE", "raided the homes"),
    ("ASSAULT", "RUSMIL", "", "struck an oil depot"),
    ("ACCUSE", "UKR", "RUS", "working against Azerbaijan"),
]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record of all the samples, as `make run` makes it."""
    path = tmp_path_factory.mktemp("samples") / "sample.db"
    with open_record(path, create=True) as kept:
        summary = add(kept, Inputs((str(FOLDER),)))
        assert summary.refused == []
        assert summary.added == len(EXPECTED)
        yield kept


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_sample_says_that_its_outlet_does_not_exist(path: Path) -> None:
    if path.suffix == ".docx":
        text = docx.Document(str(path)).core_properties.comments
    else:
        text = path.read_bytes().decode("utf-8", "replace")
    assert NOTE.search(text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nobody_is_quoted(path: Path) -> None:
    if path.suffix in {".md", ".txt"}:
        assert not set('"“”«»') & set(path.read_text(encoding="utf-8"))


def test_the_readme_lists_each_sample() -> None:
    text = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([^`]+)`", text, re.MULTILINE)) == {path.name for path in FILES}


def test_pdf_and_docx_are_those_of_their_texts() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "sample_files.py"))
    for name, write, source in (
        ("2025-09-institute-corridor.pdf", "write_pdf", "corridor.md"),
        ("2025-07-05-monitor-events.docx", "write_docx", "events.md"),
    ):
        text = (ROOT / "scripts" / "samples" / source).read_text(encoding="utf-8")
        assert script[write](text) == (FOLDER / name).read_bytes(), "run: make samples"


@pytest.mark.parametrize("words", EXPECTED)
def test_a_report_has_its_outlet_and_date(record: Record, words: str) -> None:
    (found,) = [r for r in record.reports() if (r["title"] or "").startswith(words)]
    outlet, day, told = EXPECTED[words]
    start, end = found["date"]["start"], found["date"]["end"]
    assert found["outlet"] == outlet
    # What is inferred may be wide, but never leaves out the truth.
    assert start is None or start <= day.isoformat()
    assert end is None or end > day.isoformat()
    assert not told or found["date"]["precision"] == "day"


def test_no_debris_is_left(record: Record) -> None:
    for row in record.reports():
        report = record.report(row["id"])
        assert report
        for debris in (
            "Advertisement",
            "WhatsApp",
            "DOWNLOAD",
            "Sign up",
            "cookies",
            "Policy Paper",
        ):
            assert debris not in report["text"], (report["title"], debris)


def test_biography_and_disclaimer_are_notes(record: Record) -> None:
    (opinion,) = [r for r in record.reports() if r["title"] == "A road is not a peace"]
    assert opinion["genre"] == "opinion"
    notes = opinion["notes"]
    assert "writes on energy" in (notes["biography"] or "")
    assert "do not necessarily reflect" in (notes["disclaimer"] or "")


def test_the_record_tells_what_a_reader_would(record: Record) -> None:
    happened = record.chronology()
    for kind, actor, recipient, words in EVENTS:
        assert any(
            event["type"] == kind
            and any(code.startswith(actor) for code in event["actor"])
            and (not recipient or any(code.startswith(recipient) for code in event["recipient"]))
            and words in event["sentence"]
            for event in happened
        ), (kind, words)


def test_the_raid_is_dated_and_placed(record: Record) -> None:
    raids = [
        event
        for event in dragoman.chronology(record, actor="RUS", type="COERCE").to_dicts()
        if event["when_start"] == date(2025, 6, 27)
    ]
    assert raids
    assert any(event["place"] == "Yekaterinburg" for event in raids)


@pytest.mark.parametrize("line", SHOWN)
def test_what_the_readme_asks_of_the_samples_has_an_answer(record: Record, line: str) -> None:
    asked = [record.where if word == "sample.db" else word for word in shlex.split(line)[1:]]
    done = subprocess.run(
        [sys.executable, "-m", "dragoman", *asked], check=True, capture_output=True, text=True
    )
    assert len(done.stdout.splitlines()) > 1
    assert done.stderr == ""


def test_the_readme_asks_something() -> None:
    assert len(SHOWN) >= 3


def test_what_did_not_happen_is_not_told_as_happened(record: Record) -> None:
    for event in record.chronology():
        if event["type"] == "MOBILIZE" and "exercises" in event["sentence"]:
            continue  # what Iran did in 2022 is told in one sentence with what it might do
        for words in ("If Armenia were to give up", "Should it refuse", "A wider war between"):
            assert words not in event["sentence"]
