"""A record for pages of measures: reports of incidents, an event file, and what is hostile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from dragoman.engine.event_import import import_events
from dragoman.record import Record
from tests import incident_reports, web_samples
from tests.event_files import ICEWS, icews, write

HOSTILE = '"><script>alert(31)</script>'


def fill(record: Record, folder: Path) -> None:
    """Reports, and a file of two years in which deeds rose in the second."""
    for n, found in enumerate(incident_reports.findings()):
        outlet = web_samples.HOSTILE if n == 0 else found.report.outlet
        record.add_findings(replace(found, report=replace(found.report, outlet=outlet)))
    turkey = {"Source Name": HOSTILE, "Source Sectors": "", "Source Country": "Turkey"}
    sides = {"Source": "Azerbaijan", "Target": "Russia"}
    answer = {f"{side} {cell}": "" if cell == "Sectors" else name for side, name in sides.items()
              for cell in ("Name", "Sectors", "Country")}  # fmt: skip
    told, number = [], 0
    for month in range(24):
        first = date(2022 + month // 12, month % 12 + 1, 1)
        for n in range(1 if month < 12 else 9):
            day = (first + timedelta(days=3 * n)).isoformat()
            told.append(icews(number, day, "=1+1", **{"CAMEO Code": "173", "Publisher": HOSTILE}))
            after = (first + timedelta(days=3 * n + 1)).isoformat()
            told.append(icews(number + 1, after, "112", **answer))
            told.append(icews(number + 2, after, "050", **turkey, **{"Story ID": "javascript:1"}))
            number += 3
    import_events(record, write(folder / "events.tsv", told, ICEWS), "icews")
