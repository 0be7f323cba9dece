"""What the words right beside a name say of which place it is: 'Paris, Texas', 'Essex Police'."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from dragoman.language.places_entry import Entry
from dragoman.language.places_match import Match
from dragoman.language.places_reader import Reader
from dragoman.language.places_tables import adjectives
from dragoman.language.places_words import is_admin_noun, is_town_noun

BESIDE = 5.0  # 'X, Country', 'Country's X'
KIND = 3.0  # 'X province' is a province

_ADMIN_KINDS = frozenset({"region", "feature"})
# "X, Y", "X in Y", "Y's X": as many characters stand between the two at most.
_WIDEST_LINK = 4
# No name is longer (characters).
_LONGEST_NAME = 100


class Neighbours:
    """Names in text order, to be asked which stand right beside one."""

    def __init__(self, matches: Iterable[Match]) -> None:
        self._matches = sorted(matches, key=lambda m: m.gram.start)
        self._starts = [m.gram.start for m in self._matches]

    def of(self, match: Match) -> list[Match]:
        """Names that begin just after `match` or end just before it."""
        low = bisect_left(self._starts, match.gram.start - _LONGEST_NAME)
        high = bisect_left(self._starts, match.gram.end + _WIDEST_LINK + 1)
        near = range(match.gram.start - _WIDEST_LINK, match.gram.start + 1)
        return [
            m for m in self._matches[low:high]
            if m is not match and (m.gram.start >= match.gram.end or m.gram.end in near)
        ]  # fmt: skip


def beside_of(reader: Reader, group: Iterable[Match], around: Neighbours) -> dict[Entry, float]:
    """Points that entries get from the words right beside the name, anywhere in the report."""
    points: dict[Entry, float] = defaultdict(float)
    for match in group:
        near = around.of(match)
        for entry in match.entries:
            points[entry] = max(points[entry], _local(reader, match, entry, near))
    return points


def _local(reader: Reader, match: Match, entry: Entry, near: Sequence[Match]) -> float:
    after = reader.after(match)
    points = 0.0
    if is_admin_noun(after) and entry.precision in _ADMIN_KINDS:
        points += KIND
    if is_town_noun(reader.noun_of(match)) and entry.precision == "city":
        points += KIND
    before = reader.before_any(match)
    if before is not None and adjectives().get(before.key) == entry.country and before.capital:
        points += BESIDE / 2
    if any(_holds(reader, match, other, entry) for other in near):
        points += BESIDE
    return points


def _holds(reader: Reader, match: Match, other: Match, entry: Entry) -> bool:
    """'X, Y' and 'Y's X' where Y is the country or division that `entry` lies in."""
    ahead = (
        reader.text[match.gram.end : other.gram.start] if other.gram.start > match.gram.end else ""
    )
    behind = (
        reader.text[other.gram.end : match.gram.start] if other.gram.end < match.gram.start else ""
    )
    if ahead not in {", ", " in "} and behind not in {"'s ", "’s ", ", "}:
        return False
    if ", " in {ahead, behind} and any(e.precision == "country" for e in match.entries):
        other_is = {e.precision for e in other.entries}
        if "region" not in other_is or "country" in other_is:  # a list of countries
            return False
    if behind == ", ":  # 'Y, X': only where X is the larger of the two
        return any(_inside(e, entry) for e in other.entries)
    return any(_inside(entry, e) for e in other.entries)


def _inside(small: Entry, large: Entry) -> bool:
    if large.precision == "country":
        return small.precision != "country" and small.country == large.country
    if large.precision == "region" and large.admin:
        return small.admin == large.admin and small.precision == "city"
    return False
