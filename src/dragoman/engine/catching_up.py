"""Bringing a record's linking up to date: new reports join, and what they touch is made anew.

What comes out is what linking all reports at once would give, whatever came in which order. Each
batch is one transaction, after which others see the record and may add to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dragoman.engine.incident_kept import row_of
from dragoman.engine.link_shelf import RecordShelf
from dragoman.engine.link_touched import by_outlets, by_rulings
from dragoman.engine.link_version import linker_version
from dragoman.engine.loading import Loader, loader
from dragoman.engine.sourcing import Sources
from dragoman.linking.incidents.building import grouped, incident
from dragoman.linking.incidents.likeness import by_encoder
from dragoman.linking.incidents.linker import Linker
from dragoman.linking.incidents.splitting import Cluster
from dragoman.linking.incidents.tellings import Telling, tellings
from dragoman.linking.origins import Outlets, is_notice
from dragoman.model.findings import Findings
from dragoman.record import Filters, Record
from dragoman.record.link_session import LinkSession
from dragoman.record.link_state import Coming, Marks

# So many reports are linked in one transaction: others wait for it no longer than some seconds.
BATCH = 100
UNSEEN = Marks(-1, -1)


@dataclass(slots=True)
class _Plan:
    """What is to be done from a step on, and the linker that does it."""

    linker: Linker
    shelf: RecordShelf
    steps: int
    gone: list[int]
    missing: list[Coming]
    touched: set[str] = field(default_factory=set)


def bring_up_to_date(record: Record, filters: Filters) -> None:
    """Link the reports that came since, for the date and coder of `filters`."""
    asked = Filters(as_of=filters.as_of, coder=filters.coder)
    seen = record.marks()
    _Run(record, asked, seen).all()


class _Run:
    """Bringing one linking up to what the record held when it began."""

    def __init__(self, record: Record, asked: Filters, seen: Marks) -> None:
        self._record = record
        self._asked = asked
        self._seen = seen
        self._loader = loader(record, asked, record.standing_rulings(asked.as_of))
        self._wanted = record.wanted_codings(asked)
        self._revisions = self._loader.revisions()
        self._names = record.outlets(asked)
        self._outlets = Outlets(self._names)
        self._plan: _Plan | None = None

    def all(self) -> None:
        """Batch after batch until nothing is left."""
        while True:
            with self._record.linking(self._asked, linker_version()) as session:
                if self._there(session.state.seen) or self._batch(session):
                    return

    def _there(self, seen: Marks) -> bool:
        return seen.coding >= self._seen.coding and seen.ruling >= self._seen.ruling

    def _batch(self, session: LinkSession) -> bool:
        """One batch; True when it was the last."""
        plan = self._plan
        if plan is None or plan.steps != session.state.steps:
            plan = self._plan = self._planned(session)
        plan.shelf.rows = session.rows
        old = self._remove(session, plan)
        # What takes the place of something else comes after all of that is gone.
        size = 0 if plan.gone else BATCH
        part, plan.missing = plan.missing[:size], plan.missing[size:]
        self._add(session, plan, part)
        self._make(session, plan, old)
        done = not plan.missing and not plan.gone
        known = session.state.data if plan.gone else self._remembered()
        session.step(self._seen if done else UNSEEN, known)
        plan.steps = session.state.steps
        if plan.shelf.large:
            self._plan = None
        return done

    def _remembered(self) -> dict[str, list[str]]:
        return {"rulings": [*self._loader.rulings], "outlets": self._names}

    def _planned(self, session: LinkSession) -> _Plan:
        held = session.held()
        wanted = {c.coding: (c.report, self._revisions.get(c.report, "")) for c in self._wanted}
        shelf, linker = self._shelf(session, self._loader, fresh=not held)
        return _Plan(
            linker,
            shelf,
            session.state.steps,
            gone=[n for n, of in held.items() if wanted.get(n) != of and n <= self._seen.coding],
            missing=[c for c in self._wanted if held.get(c.coding) != wanted[c.coding]],
            touched=self._touched(session, held),
        )

    def _touched(self, session: LinkSession, held: dict[int, tuple[str, str]]) -> set[str]:
        """Events that no report changes, but a ruling or the name of a new outlet."""
        before = session.state.data
        rulings = by_rulings(self._record, self._loader, set(before.get("rulings", ())))
        new = set(self._names) - set(before.get("outlets", self._names))
        return rulings | by_outlets(self._record, session, new, held)

    def _remove(self, session: LinkSession, plan: _Plan) -> set[str]:
        """Take away what is no longer wanted; the incidents in which it was."""
        gone, plan.gone = plan.gone[:BATCH], plan.gone[BATCH:]
        if not gone:
            return set()
        events = session.rows.events_of(gone)
        old = session.rows.incidents_of(events)
        shelf, linker = self._shelf(session, self._former(session))
        linker.remove(events)
        shelf.flush()
        session.rows.drop_events(events)
        session.release(gone)
        plan.touched |= linker.touched
        return old

    def _former(self, session: LinkSession) -> Loader:
        """Reports under the rulings by which they were linked, so that their keys are found."""
        ids = set(session.state.data.get("rulings", ()))
        rows = [row for row in self._record.rulings() if row["id"] in ids]
        return loader(self._record, self._asked, rows)

    def _shelf(
        self, session: LinkSession, load: Loader, fresh: bool = False
    ) -> tuple[RecordShelf, Linker]:
        def told(codings: Iterable[int]) -> dict[int, tuple[Telling, ...]]:
            return {n: tellings(load.named(f)) for n, f in load.read(codings).items()}

        shelf = RecordShelf(session.rows, told, fresh)
        return shelf, Linker(by_encoder(), load.overlay.pairs(), shelf)

    def _add(self, session: LinkSession, plan: _Plan, part: Sequence[Coming]) -> None:
        found = self._loader.read(c.coding for c in part)
        for coming in part:
            report = self._loader.named(found[coming.coding])
            plan.shelf.coming(coming.coding, (e.id for e in report.events))
            plan.linker.add(report)
        session.hold(self._holding(c, found[c.coding]) for c in part)

    def _holding(self, coming: Coming, found: Findings) -> dict[str, object]:
        return {
            "coding": coming.coding,
            "report": coming.report,
            "revision": self._revisions.get(coming.report, ""),
            "notice": is_notice(found.report),
        }

    def _make(self, session: LinkSession, plan: _Plan, old: set[str]) -> None:
        """Make anew the incidents that changed, in the place of those that they were."""
        plan.linker.touch(plan.touched)
        plan.touched = set()
        clusters = plan.linker.changed()
        plan.shelf.flush()
        names = [name for cluster in clusters for name in cluster]
        plan.shelf.want(names)
        session.rows.drop_incidents(old | session.rows.incidents_of(names))
        session.rows.add_incidents([self._row(plan, cluster) for cluster in clusters])

    def _row(self, plan: _Plan, cluster: Cluster) -> dict[str, object]:
        acts = [grouped(plan.linker, act) for act in plan.linker.acts(cluster)]
        codings = plan.shelf.codings(cluster)
        reports = {f.report.id: f for f in self._loader.read(codings).values()}
        sources = Sources(reports, self._loader.overlay, self._outlets)
        return row_of(sources.sourced(incident(acts, reports)))
