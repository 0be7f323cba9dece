"""What the commands refuse, in one line that no terminal takes for a command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_cli import Run
from tests.test_cli import run as run  # noqa: PLC0414  (the fixture)


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2100-01-01", "9999-12-31"])
def test_a_date_of_no_report_is_refused(run: Run, tmp_path: Path, day: str) -> None:
    done = run("add", "-", "--date", day, "--record", tmp_path / "r.db", given=b"words")
    assert (done.code, done.out) == (2, "")
    assert "expected a day from 1900 to 2099" in done.err


def test_nothing_of_an_inputs_name_reaches_the_terminal_as_a_command(
    run: Run, tmp_path: Path
) -> None:
    name = "a\x1b[2Jb\x9bc\u202ed\u2066e.txt"
    done = run("add", tmp_path / name, "--record", tmp_path / "r.db")
    assert done.code == 1
    assert not set("\x1b\x9b\u202e\u2066") & set(done.out + done.err)


def test_a_record_without_a_name_is_refused(run: Run) -> None:
    for record in ("", ":memory:"):
        done = run("add", "-", "--record", record, given=b"words")
        assert (done.code, done.out) == (1, "")
        assert "a record cannot be kept in" in done.err
