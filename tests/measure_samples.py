"""A record for pages of measures: reports of incidents, an event file, and what is hostile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from dragoman.engine.coder import code_report
from dragoman.engine.event_import import import_events
from dragoman.engine.tie_import import import_ties
from dragoman.ingest import Given, verbatim
from dragoman.model.report import report_id
from dragoman.model.when import day
from dragoman.record import Record
from tests import incident_reports, web_samples
from tests.event_files import ICEWS, icews, write
from tests.tie_tables import FEUDS, write_csv, write_map

HOSTILE = '"><script>alert(31)</script>'


def fill(record: Record, folder: Path) -> None:
    """Reports, and a file of two years in which deeds rose in the second."""
    for n, found in enumerate(incident_reports.findings()):
        outlet = web_samples.HOSTILE if n == 0 else found.report.outlet
        record.add_findings(replace(found, report=replace(found.report, outlet=outlet)))
    fill_ties(record, folder)
    turkey = {"Source Name": HOSTILE, "Source Sectors": "", "Source Country": "Turkey"}
    sides = {"Source": "Azerbaijan", "Target": "Russia"}
    answer = {f"{side} {cell}": "" if cell == "Sectors" else name for side, name in sides.items()
              for cell in ("Name", "Sectors", "Country")}  # fmt: skip
    told, number = [], 0
    for month in range(24):
        first = date(2022 + month // 12, month % 12 + 1, 1)
        for n in range(1 if month < 12 else 9):
            when = (first + timedelta(days=3 * n)).isoformat()
            told.append(icews(number, when, "=1+1", **{"CAMEO Code": "173", "Publisher": HOSTILE}))
            after = (first + timedelta(days=3 * n + 1)).isoformat()
            told.append(icews(number + 1, after, "112", **answer))
            told.append(icews(number + 2, after, "050", **turkey, **{"Story ID": "javascript:1"}))
            number += 3
    import_events(record, write(folder / "events.tsv", told, ICEWS), "icews")


def fill_ties(record: Record, folder: Path) -> None:
    """A rivalry from a table, and a supply that a report tells since 2023."""
    feuds = write_csv(
        folder / "feuds.csv", [(365, 373, "2022-03-01", "2023-08-31", HOSTILE)],
        ("one", "two", "from", "to", "name"),
    )  # fmt: skip
    # A table that goes on after the tie has ended.
    mapping = FEUDS.replace("2020-12-31", "2030-12-31")
    import_ties(record, feuds, write_map(folder / "feuds.toml", mapping), known=date(2024, 1, 1))
    told = "Russia has supplied Azerbaijan with gas since March 2023."
    when = Given(day(date(2024, 7, 5), "given"), "Sample Courier")
    record.add_findings(code_report(verbatim(told, when, report_id(told))))
