"""One event with its evidence: the sentence in its paragraph, and every field in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dragoman.engine.amending import AMENDABLE
from dragoman.engine.incident_rows import ruling_row
from dragoman.engine.incidents import incidents_of
from dragoman.engine.linked import linked
from dragoman.engine.listed import event_listed
from dragoman.engine.whens import interval, when_label
from dragoman.model.rows import Json
from dragoman.model.ruling import Ruling
from dragoman.record import Filters, Record
from dragoman.web.answers import Answer
from dragoman.web.asks import Ask, NotFoundError
from dragoman.web.links import address, part
from dragoman.web.marks import Mark, paragraph_bounds, segments
from dragoman.web.passages import first_words
from dragoman.web.tables import table_of
from dragoman.web.telling import circumstance_marks, claims_of, role_marks, told, who_phrase
from dragoman.web.words import means_of

# Days before and after in which neighbours are looked for, and how many are shown on each side.
_AROUND = timedelta(days=45)
_NEIGHBOURS = 4


def event(ask: Ask, event_id: str) -> Answer:
    """One event by its id."""
    ask.check(("coder",))
    row = event_listed(ask.record, ask.row_id(event_id, "event"), ask.one("coder"))
    if row is None:
        raise NotFoundError(f"no event {event_id}")
    return Answer(
        title=f"{row['type']}: {who_phrase(row)}, {when_label(row['when'])}",
        template="event.html",
        data=row,
        table=table_of("events", [row]),
        page=lambda: _page(ask.record, row),
    )


def _page(record: Record, row: Json) -> Json:
    report = record.report(row["report"], row["coder"])
    if report is None:
        raise NotFoundError(f"no report {row['report']}")
    siblings = [e for e in report["events"] if e["span"] == row["span"] and e["id"] != row["id"]]
    about = {name: row[name] for name in ("report", "outlet", "published")}
    return {
        "event": told(row),
        "row": row,
        "report": report,
        "report_title": report["title"] or first_words(report["text"]),
        "evidence": evidence(row, report["text"]),
        "siblings": [told({**e, **about}) for e in siblings],
        "means": means_of(row["type"], row["mode"]),
        "ruled": [ruling_row(r) for r in _ruled(record, row)],
        "amendable": AMENDABLE,
        "behind": incidents_of(record, [row["id"]], Filters(coder=None)).get(row["id"]),
        "claims": {kind: _claims(row, kind, report) for kind in ("asserted_by", "denied_by")},
        **_around(record, row),
    }


def _ruled(record: Record, row: Json) -> list[Ruling]:
    """The rulings on the event itself."""
    rulings = linked(record, Filters()).overlay.of([row["id"]])
    return [ruling for ruling in rulings if ruling.matter == "event"]


def _claims(row: Json, kind: str, report: Json) -> list[Json]:
    """Who asserts or denies the event, with where in the report that stands and its words."""
    found = []
    for claim in claims_of(row, kind):
        said = report["attributions"][claim["attribution"]]
        words = report["text"][slice(*said["span"])]
        layers = "layers=events&layers=sayings"
        href = f"/reports/{part(report['id'])}?{layers}#e-{said['id']}"
        found.append({**claim, "href": href, "stance": said["stance"], "words": words})
    return found


def evidence(row: Json, text: str) -> Json:
    """The paragraph in three: before the sentence, the sentence in segments, after it."""
    start, end = row["span"]
    around = [(a, b) for a, b in paragraph_bounds(text) if a < end and start < b]
    first, last = (around[0][0], around[-1][1]) if around else (start, end)
    own = Mark(start, end, "m-evidence", str(row["id"]))
    marks = [own, *role_marks(row), *circumstance_marks(row)]
    return {
        "before": text[first:start],
        "sentence": segments(text, start, end, marks),
        "after": text[end:last],
    }


def _around(record: Record, row: Json) -> Json:
    """Events of the same two around the same days, and the address of all of them."""
    dyad = _dyad(row)
    start, end = interval(row["when"])
    if not dyad:
        return {"dyad": None, "dyad_href": None, "neighbours": []}
    href = address("/chronology", {"actor": [dyad[0]], "recipient": [dyad[1]], "both": ["1"]})
    if not (start and end):
        return {"dyad": dyad, "dyad_href": href, "neighbours": []}
    wanted = Filters(dyad=dyad, since=start - _AROUND, until=end + _AROUND, limit=200)
    found = record.events(replace(wanted, factuality=("happened",)))
    return {"dyad": dyad, "dyad_href": href, "neighbours": _nearest(found, row)}


def _nearest(found: Sequence[Json], row: Json) -> list[Json]:
    """Those next to the row in time, from other sentences, in order."""
    key = (row["when"]["start"] or "", row["id"])
    others = [e for e in found if (e["report"], e["span"]) != (row["report"], row["span"])]
    before = [e for e in others if (e["when"]["start"] or "", e["id"]) < key][-_NEIGHBOURS:]
    after = [e for e in others if (e["when"]["start"] or "", e["id"]) >= key][:_NEIGHBOURS]
    return [told(e) for e in (*before, *after)]


def _dyad(row: Json) -> tuple[str, str] | None:
    """The states of the first actor and the first recipient, where they are two."""
    if not row["actor"] or not row["recipient"]:
        return None
    a, b = row["actor"][0][:3], row["recipient"][0][:3]
    return (a, b) if a != b else None
