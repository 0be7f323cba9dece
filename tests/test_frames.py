"""The tables of acts: every frame's own example must be coded as the frame says."""

from __future__ import annotations

from functools import cache

import pytest

from dragoman.coding import code
from dragoman.coding.frames import FRAME_COLUMNS, noun_classes, noun_frames, verb_frames
from dragoman.language import analyse
from dragoman.model.errors import TableError
from dragoman.model.report import Report, report_id
from dragoman.model.tables import Row, parse_table, read_table

# The tables are tested for what they say; the encoder would cover what they get wrong.
pytestmark = pytest.mark.usefixtures("tables_alone")


@cache
def rows() -> tuple[Row, ...]:
    tables = ("frames/verbs.tsv", "frames/nouns.tsv")
    return tuple(r for name in tables for r in read_table(name, FRAME_COLUMNS) if r["example"])


@pytest.mark.parametrize("row", rows(), ids=lambda r: r.place)
def test_example_is_coded_as_its_frame_says(row: Row) -> None:
    text = row["example"]
    events = code(analyse(Report(report_id(text), text, language="en"))).events
    assert (row["type"], row["mode"] or None) in {(e.type, e.mode) for e in events}, events


def test_tables_hold_several_hundred_words() -> None:
    assert len(verb_frames()) > 350
    assert len(noun_frames()) > 120
    assert all(noun_classes().values())


def test_wrong_type_names_file_line_and_choices() -> None:
    header = "\t".join(c.name for c in FRAME_COLUMNS)
    with pytest.raises(TableError, match=r"mine.tsv:2: column 'type' has 'ASALT'; expected one of"):
        list(parse_table(f"{header}\nhit\t\tASALT", "mine.tsv", FRAME_COLUMNS))
