"""Several programs at one record: readers beside a writer, two writers, a writer killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.record import Filters, open_record
from tests.samples import CODER, raid, report

ROOT = Path(__file__).resolve().parent.parent


def program(code: str, *arguments: str) -> subprocess.Popen[str]:
    """A Python program of its own, with the samples at hand."""
    begin = "import sys\nfrom dataclasses import replace\nfrom dragoman.record import open_record\n"
    begin += "from tests.samples import CODER, raid, report\n"
    return subprocess.Popen(
        [sys.executable, "-c", begin + textwrap.dedent(code), *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


ADD = """
    def numbered(n):
        return replace(raid(), report=report(raid().report.text + f" It was case {n}."))

    first, last = int(sys.argv[2]), int(sys.argv[3])
    with open_record(sys.argv[1], create=True) as record:
        print("open", flush=True)
        for n in range(first, last):
            record.add_findings(numbered(n), CODER)
"""


def finish(running: subprocess.Popen[str]) -> None:
    """Wait for a program, which must end well."""
    _, error = running.communicate(timeout=120)
    assert running.returncode == 0, error


def test_two_programs_make_and_fill_one_record(record_url: str) -> None:
    both = [program(ADD, record_url, "0", "40"), program(ADD, record_url, "20", "60")]
    for one in both:
        finish(one)
    with open_record(record_url) as record:
        assert record.count_reports() == 60
        assert record.count_events() == 180
        assert all(r["events"] == 3 for r in record.reports())


def test_a_reader_sees_whole_reports_while_another_writes(record_url: str) -> None:
    writer = program(ADD, record_url, "0", "150")
    assert writer.stdout is not None
    assert writer.stdout.readline() == "open\n"
    seen = set()
    with open_record(record_url) as record:
        while writer.poll() is None:
            listed = record.reports()
            assert all(r["events"] == 3 for r in listed)
            seen.add(len(listed))
        finish(writer)
        assert record.count_reports() == 150
    assert seen


def test_a_killed_writer_leaves_whole_reports_and_can_be_completed(record_url: str) -> None:
    writer = program(ADD, record_url, "0", "100000")
    assert writer.stdout is not None
    assert writer.stdout.readline() == "open\n"
    with open_record(record_url) as record:
        while record.count_reports() < 5:
            assert writer.poll() is None
    writer.send_signal(signal.SIGKILL)
    writer.communicate(timeout=60)
    with open_record(record_url) as record:
        left = record.count_reports()
        assert left >= 5
        assert all(r["events"] == 3 for r in record.reports())
    again = program(ADD, record_url, "0", str(left + 3))
    finish(again)
    with open_record(record_url) as record:
        assert record.count_reports() == left + 3
        assert record.count_events() == 3 * (left + 3)


def test_a_writer_killed_within_a_report_leaves_none_of_it(record_url: str) -> None:
    within = """
        import os
        with open_record(sys.argv[1], create=True) as record:
            from dragoman.record import writing
            with record._database.writing() as connection:
                writing.write_report(connection, raid().report)
                writing.write_findings(connection, raid(), CODER)
                os._exit(9)
    """
    killed = program(within, record_url)
    killed.communicate(timeout=60)
    assert killed.returncode == 9
    with open_record(record_url) as record:
        assert record.reports() == []
        assert record.events() == []
        assert record.add_findings(raid(), CODER) is True


@pytest.mark.parametrize("rows", [700])
def test_a_long_answer_is_streamed_while_rows_are_added(record_url: str, rows: int) -> None:
    event = raid().events[0]
    many = tuple(replace(event, id=f"{n:020x}") for n in range(rows))
    with open_record(record_url, create=True) as record:
        record.add_findings(replace(raid(), events=many), CODER)
        found = record.iter_events()
        next(found)
        record.add_findings(replace(raid(), report=report("Another one.")), CODER)
        assert sum(1 for _ in found) == rows - 1
        assert record.count_events(Filters()) == rows + 3
