"""What changes in incidents without a new report of them: rulings, and the names of new outlets."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.engine.loading import Loader
from dragoman.engine.overlay import overlay, ruling_of
from dragoman.ingest.shapes import key
from dragoman.linking.origins import bare_name
from dragoman.record import Filters, Record
from dragoman.record.link_session import LinkSession


def by_rulings(record: Record, loader: Loader, before: set[str]) -> set[str]:
    """The events of rulings that came or went since `before`, the ids of those that stood."""
    rows = [
        row for row in record.rulings() if row["id"] in before.symmetric_difference(loader.rulings)
    ]
    changed = [ruling_of(row) for row in rows if row["matter"] != "actor"]
    reports = {anchor.report for ruling in changed for anchor in ruling.events}
    read = {
        found.report.id: found
        for report in sorted(reports)
        for _, found in record.findings(record.codings(Filters(report=report)))
    }
    return {e for events in overlay(changed, read).named.values() for e in events}


def by_outlets(
    record: Record, session: LinkSession, new: set[str], held: Mapping[int, object]
) -> set[str]:
    """The events of reports that name one of these outlets: whose word it is may read otherwise."""
    names = {key(bare_name(name)) for name in new} - {""}
    if not names:
        return set()
    codings = [
        coding
        for coding, text in record.texts()
        if coding in held and any(name in text for name in names)
    ]
    return set(session.rows.events_of(codings))
