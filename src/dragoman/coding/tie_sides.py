"""Who stands on the two sides of a tie, pair by pair."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.participants import Cast
from dragoman.coding.tie_nearby import nearby
from dragoman.coding.tie_parties import is_thing, told_by
from dragoman.coding.tie_places import tokens_at
from dragoman.coding.tie_sureness import sure_enough
from dragoman.coding.tie_words import Found
from dragoman.language.actor_tables import sectors
from dragoman.language.analysis import Analysis
from dragoman.model.judgement import Side, TieKind

STATE = 3
# Ties that may hold between two parties or groups of one state.
PARTIES: frozenset[TieKind] = frozenset({"ally", "arms", "agreement"})
# Ties that hold either way: coded sides are told in the order of their codes.
MUTUAL: frozenset[TieKind] = frozenset({"border", "ally", "agreement"})
# Ties that hold inside one state as well: who holds an office of it, who owns what in it.
INSIDE: frozenset[TieKind] = frozenset({"office", "kin", "member", "owns", "sponsors"})


def sides(found: Found, analysis: Analysis, cast: Cast) -> list[tuple[Side, Side]]:
    """The pairs of sides that a word's places name; none where one side is not told."""
    ones = _first(found, found.word.a, analysis, cast)
    if "each" in found.word.b or "poss-and" in found.word.b:
        others = _first(found, tuple(p for p in found.word.b if p in _SELF), analysis, cast)
        apart = [s for s in ones if not _covers(s, found)]
        pairs = [(a, b) for a in ones for b in others] if others else _among(apart)
    else:
        others = _first(found, found.word.b, analysis, cast)
        pairs = _crossed(found, ones, others, cast)
    kind = found.word.kind
    told = [(a, b) for a, b in pairs if sure_enough(kind, a, b, analysis)]
    known = [(_known(a), _known(b)) for a, b in told if _differ(kind, a, b)]
    return [_ordered(kind, a, b) for a, b in known]


# Where what is sold, or the way that it takes, may stand as well as a side.
_THINGS = ("obj", "subj")
# Prepositions after which the other side of "each" may stand all the same.
_SELF = ("with", "to", "from")


def _crossed(
    found: Found, ones: list[Side], others: list[Side], cast: Cast
) -> list[tuple[Side, Side]]:
    if others and not any(s.code for s in ones):
        ones = nearby(found, others, cast) or ones
    return [(a, b) for a in ones for b in others]


def _covers(side: Side, found: Found) -> bool:
    """True for the "two brothers" of "two brothers, Juan and Luis"."""
    return side.span.start <= found.token.idx < side.span.end


def _known(side: Side) -> Side:
    """Without a code that tells a sector and no state: "the government" is told by its words."""
    return replace(side, code=None) if side.code in sectors() else side


def _among(ones: list[Side]) -> list[tuple[Side, Side]]:
    return [(a, b) for i, a in enumerate(ones) for b in ones[i + 1 :]]


def _first(found: Found, places: tuple[str, ...], analysis: Analysis, cast: Cast) -> list[Side]:
    """The sides in the first place that names somebody known, else in the first that has words."""
    worded: list[Side] = []
    for place in places:
        tokens = [
            t for t in tokens_at(found.token, place) if not (place in _THINGS and is_thing(t))
        ]
        told = list(told_by(tokens, found, analysis, cast))
        if any(s.code for s in told):
            return told
        worded = worded or told
    return worded


def _differ(kind: TieKind, a: Side, b: Side) -> bool:
    if a.span.overlaps(b.span) and (a.code is None or b.code is None or a.span == b.span):
        return False
    if a.code is None or b.code is None:
        return True
    if kind in INSIDE:
        return a.code != b.code or not a.span.overlaps(b.span)
    if kind in PARTIES and min(len(a.code), len(b.code)) > STATE:
        return a.code != b.code
    return a.code[:STATE] != b.code[:STATE]


def _ordered(kind: TieKind, a: Side, b: Side) -> tuple[Side, Side]:
    if kind in MUTUAL and a.code and b.code and b.code < a.code:
        return b, a
    return a, b
