"""Short reports of a few incidents, as the coder reads them: for records and pages of incidents."""

from __future__ import annotations

from datetime import date
from functools import cache

from dragoman.engine.coder import code_report
from dragoman.ingest import Given, verbatim
from dragoman.model.findings import Findings
from dragoman.model.report import report_id
from dragoman.model.when import day

# Outlet, day, text. The people and outlets are invented.
TEXTS = """
Volga Wire|2024-06-28|Russian police raided homes of Azerbaijanis in Samara on June 27. About 50 \
people were detained. Two brothers, Anar and Elchin Safarov, died in custody. They died of heart \
failure, the ministry said.
Caspian Letter|2024-07-03|In late June police in Samara raided flats of Azerbaijani traders and \
detained several men. The brothers Seferov were killed in custody. Autopsies showed blunt-force \
trauma.
Delta Post|2025-08-07|Russian drones struck an oil depot in Odesa on August 6. Four workers were \
killed.
River Star|2025-08-07|A Russian drone attack on an oil depot in Odesa killed six workers on \
Wednesday.
Delta Post|2025-08-09|Russian drones struck an oil depot in Odesa on August 8. Nobody was hurt.
Coast Mail|2025-08-10|Russian drones struck an oil depot in Odesa on August 8, Delta Post \
reported. Nobody was hurt.
"""


@cache
def findings() -> tuple[Findings, ...]:
    """What is found in them, in their order."""
    lines = [line.split("|") for line in TEXTS.strip().splitlines()]
    return tuple(
        code_report(
            verbatim(text, Given(day(date.fromisoformat(when), "given"), outlet), report_id(text))
        )
        for outlet, when, text in lines
    )
