"""Identities: the actors behind the names of a record, each with its reasons.

`identities` gives the same rows for the same bearers in whichever order they come. Names in full
are put together first, by the surest link; a surname alone joins them afterwards, and only where
one identity alone can be meant: "Mammadov" beside two ministers of that name stays by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dragoman.linking.names.actor_verdicts import actor_verdict
from dragoman.linking.names.blocks import candidates
from dragoman.linking.names.clusters import Clusters
from dragoman.linking.names.keys import plainly_apart
from dragoman.linking.names.person_names import parse_name
from dragoman.linking.names.rulings import Ruled, ruled_pairs
from dragoman.model.identity import Bearer, Identity, IdentityRuling, Link, Status
from dragoman.model.ids import content_id

Pair = tuple[int, int]
# A surname alone is proposed to be the only one of that name in the record from this chance on.
_LIKELY = 0.5


def bearer_key(bearer: Bearer) -> str:
    """What rulings and links call a bearer: "Ilham Aliyev (AZE)", without country the name."""
    return f"{bearer.name} ({bearer.country})" if bearer.country else bearer.name


def identities(bearers: Iterable[Bearer], rulings: Iterable[IdentityRuling] = ()) -> list[Identity]:
    """Who is who among `bearers`, the most reported first; `rulings` in the order they were made.

    Of rulings on one pair the last counts. Bearers of one key and kind are one member.
    """
    members = _members(bearers)
    ruled = ruled_pairs([(m.kind, bearer_key(m), m.name) for m in members], rulings)
    links, apart = _compared(members)
    for pair, ruling in ruled.items():
        links[pair] = _ruled_link(members, pair, ruling)
    groups, taken, doubts = _grouped(members, links, ruled, apart - ruled.keys())
    found = [_identity(members, group, taken, doubts, links, ruled) for group in groups]
    return sorted(found, key=lambda i: (-sum(len(m.reports) for m in i.members), i.name, i.id))


def _compared(members: Sequence[Bearer]) -> tuple[dict[Pair, Link], set[Pair]]:
    """The verdicts on all pairs that may be one, and the pairs that plainly are two."""
    names = [parse_name(m.name) for m in members]
    links: dict[Pair, Link] = {}
    apart: set[Pair] = set()
    for pair in candidates(members):
        a, b = pair
        if members[a].kind == "person" and plainly_apart(names[a], names[b]):
            apart.add(pair)
        else:
            links[pair] = _link(members, pair)
    return links, apart


def _members(bearers: Iterable[Bearer]) -> list[Bearer]:
    """One bearer for each kind and key, with all that any of them tells; in order."""
    found: dict[tuple[str, str], Bearer] = {}
    for bearer in bearers:
        key = bearer.kind, bearer_key(bearer)
        found[key] = _both(found[key], bearer) if key in found else _canonical(bearer)
    return [found[key] for key in sorted(found)]


def _both(a: Bearer, b: Bearer) -> Bearer:
    return replace(
        a,
        office=min(filter(None, (a.office, b.office)), default=None),
        gender=a.gender if a.gender == b.gender else a.gender and b.gender and None,
        known=a.known or b.known,
        codes=_union(a.codes, b.codes),
        reports=_union(a.reports, b.reports),
        beside=_union(a.beside, b.beside),
    )


def _canonical(bearer: Bearer) -> Bearer:
    return replace(
        bearer,
        codes=_union(bearer.codes),
        reports=_union(bearer.reports),
        beside=_union(bearer.beside),
    )


def _union(*parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted({value for part in parts for value in part}))


def _link(members: Sequence[Bearer], pair: Pair) -> Link:
    a, b = (members[n] for n in pair)
    told = actor_verdict(a, b)
    return Link(bearer_key(a), bearer_key(b), told.answer, told.sure, told.chance, told.reason)


def _ruled_link(members: Sequence[Bearer], pair: Pair, ruling: IdentityRuling) -> Link:
    a, b = (bearer_key(members[n]) for n in pair)
    why = f"ruled {ruling.answer} by {ruling.who} on {ruling.when}: {ruling.why}"
    chance = {"same": 1.0, "different": 0.0}.get(ruling.answer, 0.5)
    return Link(a, b, ruling.answer, ruling.answer != "unsure", chance, why)


@dataclass(frozen=True, slots=True)
class _Order:
    """What decides which link is taken first."""

    ruled: bool
    chance: float
    pair: Pair

    @property
    def key(self) -> tuple[bool, float, Pair]:
        return not self.ruled, -self.chance, self.pair


def _grouped(
    members: Sequence[Bearer], links: dict[Pair, Link], ruled: Ruled, plain: Iterable[Pair]
) -> tuple[list[frozenset[int]], list[Pair], list[Pair]]:
    """The groups, the links that made them, and those that stay in doubt."""
    apart = [*plain, *(pair for pair, link in links.items() if link.answer == "different")]
    apart += [pair for pair, ruling in ruled.items() if ruling.answer == "unsure"]
    clusters = Clusters(len(members), apart)
    orders = [_Order(p in ruled, k.chance, p) for p, k in links.items() if k.answer == "same"]
    alone = [m.kind == "person" and parse_name(m.name).alone for m in members]
    taken: list[Pair] = []
    doubts = [p for p, k in links.items() if k.answer == "unsure"]
    likely = [p for p in doubts if links[p].chance >= _LIKELY and p not in ruled]
    lonely: list[Pair] = []
    for order in sorted(orders, key=lambda o: o.key):
        a, b = order.pair
        if alone[a] != alone[b] and not order.ruled:
            lonely.append(order.pair)
        elif clusters.root(a) != clusters.root(b):
            joined = clusters.join(a, b, order.ruled)
            (taken if joined else doubts).append(order.pair)
    lonely += [(a, b) for a, b in likely if alone[a] != alone[b]]
    joined_alone, left = _joined_alone(clusters, lonely, alone)
    return clusters.groups(), taken + joined_alone, [*dict.fromkeys(doubts + left)]


def _joined_alone(
    clusters: Clusters, links: Sequence[Pair], alone: Sequence[bool]
) -> tuple[list[Pair], list[Pair]]:
    """Joins each group of surnames alone with the one identity that it can mean, if it is one."""
    wanted: dict[int, dict[int, Pair]] = {}
    for a, b in links:
        single, full = (a, b) if alone[a] else (b, a)
        mine, other = clusters.root(single), clusters.root(full)
        if mine != other and clusters.may_meet(single, full):
            wanted.setdefault(mine, {}).setdefault(other, (a, b))
    taken, doubts = [], []
    for _, others in sorted(wanted.items()):
        pairs = list(others.values())
        if len(pairs) == 1 and clusters.join(*pairs[0]):
            taken += pairs
        else:
            doubts += pairs
    return taken, doubts


def _identity(  # noqa: PLR0913, PLR0917  # what the grouping found, part by part
    members: Sequence[Bearer],
    group: frozenset[int],
    taken: Sequence[Pair],
    doubts: Sequence[Pair],
    links: dict[Pair, Link],
    ruled: Ruled,
) -> Identity:
    mine = [members[n] for n in sorted(group)]
    inside = [pair for pair in taken if pair[0] in group]
    outside = [p for p in doubts if (p[0] in group) != (p[1] in group)]
    return Identity(
        id=content_id("identity", *((m.kind, bearer_key(m)) for m in mine)),
        name=min(mine, key=lambda m: (-len(m.reports), not m.known, -len(m.name), m.name)).name,
        kind=mine[0].kind,
        status=_status(inside, links, ruled),
        members=tuple(mine),
        links=tuple(links[pair] for pair in sorted(inside)),
        doubts=tuple(links[pair] for pair in sorted(outside)),
    )


def _status(inside: Sequence[Pair], links: dict[Pair, Link], ruled: Ruled) -> Status:
    if any(pair in ruled for pair in inside):
        return "ruled"
    return "certain" if all(links[pair].sure for pair in inside) else "proposed"
