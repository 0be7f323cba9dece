"""Which values of an incident exclude each other, who holds them, and who still does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from dragoman.linking.incidents.accounts import value
from dragoman.linking.incidents.exclusions import exclude
from dragoman.linking.incidents.kinds import families, kind_words
from dragoman.linking.incidents.told import Told
from dragoman.model.account import Attribute
from dragoman.model.dispute import Change, Dispute, Status
from dragoman.model.ids import content_id

# After so many further reports of one position alone the others have faded.
FURTHER = 2
# Figures grow while bodies are found: the next report alone makes the earlier count fade.
COUNTS = frozenset({"killed", "injured", "detained"})
FORCE = "force"
# One report that tells two of these tells of a dispute; two figures in it may be of two things.
REPORTED = frozenset({"cause", "blame"})
# Two values of these that one holder tells in one report are of two things: eight held, and one.
OF_TWO = frozenset({"when", "where", "who", "killed", "injured", "detained", "sum"})
# Of two who met or agreed, either may be told to have come to the other, and here or there.
OF_FORCE = frozenset({"who", "where"})


def disputes(found: Sequence[Told], kind: str, of: str) -> tuple[list[Dispute], list[Change]]:
    """The disputes about one act of a kind, and who changed what he held.

    `of` is the id of the event that tells the act first. With the attribute it makes a dispute's
    id, which another act's dispute over the same words does not share and further positions keep.

    What a holder has given up for another value is no position any more, and when, where and by
    whom something is planned or may happen contradicts nothing. Who did it and where is disputed
    of force alone.
    """
    subject = kind_words()[kind]
    by_attribute: defaultdict[Attribute, list[Told]] = defaultdict(list)
    for one in found:
        if one.happened:
            by_attribute[one.attribute].append(one)
    made, changed = [], []
    for attribute, told in by_attribute.items():
        if attribute in OF_FORCE and FORCE not in families(kind):
            continue
        kept, changes = _latest(told)
        changed += changes
        positions = list(_positions(kept))
        holders = {held.holder for group in positions for held in (t.holding for t in group)}
        if len(positions) > 1 and (len(holders) > 1 or attribute in REPORTED):
            made.append(_dispute(attribute, positions, subject, of))
    return made, changed


def assessments(
    found: Sequence[Told], attribute: Attribute, subject: str, of: str
) -> tuple[list[Dispute], list[Change]]:
    """The dispute between those who hold otherwise in one question, if there is one, and who
    changed his position; `of` tells the question from others."""
    kept, changes = _latest(found)
    positions = list(_positions(kept))
    holders = {t.holding.holder for group in positions for t in group}
    if len(positions) < 2 or len(holders) < 2:
        return [], changes
    return [_dispute(attribute, positions, subject, of)], changes


def _latest(found: Iterable[Told]) -> tuple[list[Told], list[Change]]:
    """Values without those that their holder later told otherwise, and these changes."""
    by_holder: defaultdict[str, list[Told]] = defaultdict(list)
    for one in found:
        by_holder[one.holding.holder].append(one)
    kept, changes = [], []
    for holder, held in sorted(by_holder.items()):
        for one in held:
            later = [o for o in held if _later(o, one) and exclude(one, o)]
            if not later:
                kept.append(one)
                continue
            after = min(later, key=lambda o: (_since(o) or date.max, o.key))
            on = _since(after)
            if on is not None:
                changes.append(Change(holder, one.attribute, value([one]), value([after]), on))
    return kept, changes


def _later(one: Told, other: Told) -> bool:
    first, second = _since(one), _since(other)
    return first is not None and second is not None and first > second


def _since(one: Told) -> date | None:
    return one.holding.since


def _positions(found: Iterable[Told]) -> Iterator[list[Told]]:
    """The values that another excludes, each with all its tellings; the earliest first."""
    groups: dict[str, list[Told]] = {}
    for one in found:
        groups.setdefault(one.key, []).append(one)
    clashing = {
        key
        for (first, ones), (second, others) in combinations(groups.items(), 2)
        if any(exclude(one, other) for one in ones for other in others)
        and not _told_together(ones, others)
        for key in (first, second)
    }
    order = sorted(clashing, key=lambda key: (min(_days(groups[key]), default=date.max), key))
    yield from (groups[key] for key in order)


def _told_together(ones: Iterable[Told], others: Iterable[Told]) -> bool:
    """True where one holder tells both values in one report, so that both can be."""
    first, second = ({(t.holding.holder, t.holding.report) for t in g if t.attribute in OF_TWO}
                     for g in (ones, others))  # fmt: skip
    return bool(first & second)


def _days(group: Iterable[Told]) -> list[date]:
    return [day for one in group if (day := _since(one)) is not None]


def _dispute(attribute: Attribute, positions: list[list[Told]], subject: str, of: str) -> Dispute:
    firsts = sorted(min(_days(group), default=date.max) for group in positions)
    days = [day for group in positions for day in _days(group)]
    return Dispute(
        id=content_id("dispute", of, attribute),
        subject=f"{attribute}: {subject}",
        attribute=attribute,
        positions=tuple(value(group) for group in positions),
        since=firsts[1] if firsts[1] != date.max else None,
        until=max(days, default=None),
        status=_status(attribute, positions),
    )


def _status(attribute: Attribute, positions: list[list[Told]]) -> Status:
    """ "faded" where one position alone has been told since the last of the others."""
    for group in positions:
        others = [day for other in positions if other is not group for day in _days(other)]
        if not others or len(_days(group)) < len(group):
            continue
        further = {one.holding.report for one in group if (_since(one) or date.min) > max(others)}
        earlier = attribute in COUNTS and min(_days(group)) > max(others)
        if len(further) >= FURTHER or (earlier and further):
            return "faded"
    return "open"
