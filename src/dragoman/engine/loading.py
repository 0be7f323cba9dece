"""Reports of a record as linking sees them: read once, as people set them right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dragoman.engine.identified import ruled_names, under_one_name
from dragoman.engine.overlay import Overlay, last_of, overlay
from dragoman.model.findings import Findings
from dragoman.model.ids import content_id
from dragoman.model.rows import Json
from dragoman.record import Filters, Record

# So many reports are kept; a long one takes a quarter of a megabyte.
KEPT = 4_000


@dataclass(slots=True)
class Loader:
    """Findings by coding, under the rulings that stand.

    `names` are those of persons that were ruled to be one, each with the name that is used;
    `rulings` are the ids of all rulings that count.
    """

    record: Record
    overlay: Overlay
    names: Mapping[str, str]
    rulings: tuple[str, ...]
    _plain: dict[int, Findings] = field(default_factory=dict)

    def read(self, codings: Iterable[int]) -> dict[int, Findings]:
        """The findings of codings as people set them right, by number."""
        wanted = list(dict.fromkeys(codings))
        missing = [number for number in wanted if number not in self._plain]
        if len(self._plain) + len(missing) > KEPT:
            self._plain = {n: self._plain[n] for n in wanted if n in self._plain}
        self._plain.update(self.record.findings(missing))
        return {number: self.overlay.over(self._plain[number]) for number in wanted}

    def named(self, found: Findings) -> Findings:
        """The findings with persons under the names by which they are compared."""
        return under_one_name(found, self.names)

    def revisions(self) -> dict[str, str]:
        """By report what rulings make of it, for those of which they make anything."""
        of: dict[str, list[str]] = {}
        for ruling in self.overlay.rulings:
            for anchor in ruling.events if ruling.matter == "event" else ():
                of.setdefault(anchor.report, []).append(ruling.id)
        for report in self.record.reports_naming(self.names):
            of.setdefault(report, []).extend(f"{a} {b}" for a, b in sorted(self.names.items()))
        return {report: content_id("revision", *found) for report, found in of.items()}


def loader(record: Record, filters: Filters, rows: Iterable[Json]) -> Loader:
    """What is needed to read the reports of a record; `rows` are the rulings that count."""
    stand = list(rows)
    rulings = last_of(stand)
    reports = {anchor.report for ruling in rulings for anchor in ruling.events}
    read: dict[str, Findings] = {}
    for report in sorted(reports):
        asked = Filters(report=report, as_of=filters.as_of, coder=filters.coder)
        read.update((f.report.id, f) for _, f in record.findings(record.codings(asked)))
    over = overlay(rulings, read)
    return Loader(record, over, ruled_names(stand), tuple(str(row["id"]) for row in stand))
