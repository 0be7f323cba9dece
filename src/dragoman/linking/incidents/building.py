"""From findings of reports to incidents, each with its acts, accounts and disputes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dragoman.linking.incidents.accounts import told, values
from dragoman.linking.incidents.causes_told import causes_told
from dragoman.linking.incidents.disputes import disputes
from dragoman.linking.incidents.features import Likeness
from dragoman.linking.incidents.likeness import by_encoder
from dragoman.linking.incidents.linker import Linker, linked
from dragoman.linking.incidents.linker import told as told_of
from dragoman.linking.incidents.rulings import NO_RULINGS, Rulings
from dragoman.linking.incidents.splitting import Cluster
from dragoman.linking.incidents.tellings import Telling
from dragoman.linking.incidents.timing import dated, published, width
from dragoman.model.findings import Findings
from dragoman.model.ids import content_id
from dragoman.model.incident import Act, Incident, Verdict
from dragoman.model.when import UNKNOWN, When

# Of larger incidents only the verdicts that hold them together are worth showing.
SHOWN = 40


def incidents(
    reports: Iterable[Findings],
    likeness: Likeness | None = None,
    rulings: Rulings = NO_RULINGS,
) -> list[Incident]:
    """The incidents of all reports, in the order in which they were first told.

    Every event is in exactly one; most are told once. The result does not depend on the order of
    the reports. `likeness` compares two sentences, by the encoder where none is given.
    """
    known = {findings.report.id: findings for findings in reports}
    compare = likeness or by_encoder()
    linker = linked(known.values(), compare, rulings)
    found = [
        incident([grouped(linker, act) for act in linker.acts(cluster)], known, compare, rulings)
        for cluster in linker.clusters()
    ]
    return sorted(found, key=lambda one: (_first(one, linker), one.id))


def grouped(linker: Linker, act: Cluster) -> list[Telling]:
    """The tellings of an act, in order."""
    return in_order(linker.telling(name) for name in act)


def _first(one: Incident, linker: Linker) -> tuple[int, str]:
    first = linker.telling(one.events[0])
    return published(first).toordinal(), first.report.id


def incident(
    acts: Iterable[list[Telling]],
    reports: Mapping[str, Findings],
    likeness: Likeness | None = None,
    rulings: Rulings = NO_RULINGS,
) -> Incident:
    """The incident of these acts, each a list of its tellings in order.

    `reports` are those of its tellings, by id. Without a likeness its verdicts are left out.
    """
    ordered = sorted(acts, key=_place)
    members = in_order(t for act in ordered for t in act)
    contested, changed = [], []
    for act in ordered:
        some, changes = disputes(told(act), act[0].kind, act[0].id)
        contested += some
        changed += changes
    reasons = causes_told(members, reports)
    some, changes = disputes(reasons, members[0].kind, members[0].id)
    return Incident(
        id=content_id("incident", members[0].id),
        acts=tuple(Act(act[0].kind, tuple(t.id for t in act)) for act in ordered),
        events=tuple(t.id for t in members),
        reports=tuple(dict.fromkeys(t.report.id for t in members)),
        when=_when(members),
        values=values([*told(members), *reasons]),
        disputes=(*contested, *some),
        changes=(*changed, *changes),
        verdicts=tuple(_verdicts(members, likeness, rulings) if likeness else ()),
    )


def in_order(tellings: Iterable[Telling]) -> list[Telling]:
    """Tellings in the order of publication, then of the text."""
    return sorted(tellings, key=lambda t: _place([t]))


def _place(act: Sequence[Telling]) -> tuple[int, str, int, str]:
    first = act[0]
    return (
        published(first).toordinal(),
        first.report.id,
        first.event.event_span.start,
        first.id,
    )


def _when(members: Sequence[Telling]) -> When:
    """The narrowest date that a telling has; the earliest told of several."""
    with_dates = [t.event.when for t in members if dated(t)]
    return min(with_dates, key=lambda when: width(when) or 10**6, default=UNKNOWN)


def _verdicts(members: Sequence[Telling], likeness: Likeness, rulings: Rulings) -> list[Verdict]:
    """For each event the verdict on the one that it is likest one with."""
    found = {}
    for one in members[:SHOWN]:
        others = [told_of(one, t, likeness, rulings) for t in members[:SHOWN] if t is not one]
        if others:
            best = max(others, key=lambda v: (v.probability, v.first, v.second))
            found[best.first, best.second] = best
    return [found[key] for key in sorted(found)]
