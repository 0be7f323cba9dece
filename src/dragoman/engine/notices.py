"""Which reports of a record correct or withdraw an earlier one."""

from __future__ import annotations

from dragoman.linking.origins import Outlets, corrections
from dragoman.model.origin import Correction
from dragoman.model.report import Report
from dragoman.record import Filters, Record


def corrections_of(
    record: Record, linking: int, filters: Filters, outlets: Outlets
) -> tuple[Correction, ...]:
    """The corrections among the reports of a linking, in the order of the reports' ids.

    Only reports with words of correction are read, and those of the outlets that they speak of.
    """
    notices = [found.report for _, found in record.findings(record.links.notices(linking))]
    if not notices:
        return ()
    meant = {c.outlet for c in corrections(notices, outlets) if c.outlet}
    names = tuple(n for n in record.outlets(filters) if outlets.named(n).name in meant)
    asked = Filters(as_of=filters.as_of, coder=filters.coder, outlets=names)
    read = record.findings(record.codings(asked)) if names else ()
    others: list[Report] = [found.report for _, found in read]
    return corrections([*notices, *others], outlets)
