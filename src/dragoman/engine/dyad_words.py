"""What changed between two, when, in words or in deeds, and on what that rests: in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import polars as pl

from dragoman.analysis.breaks import Break
from dragoman.analysis.periods import Period
from dragoman.engine.dyads import Direction, Dyad
from dragoman.engine.whens import month_name
from dragoman.model.ontology import QUAD_NAMES

_WORDS, _DEEDS = (1, 3), (2, 4)
Name = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Claim:
    """A part of the sentence; `rows` says which acts it rests on: "words", "deeds", "all",
    a break's place such as "break 0", or nothing."""

    text: str
    rows: str = ""


def summary(found: Dyad, one: Direction, name: Name) -> list[Claim]:
    """The sentence on one direction, in parts that each open into what they rest on."""
    as_of = found.ask.as_of
    opening = f"As of {as_of}, " if as_of else ""
    claims = [Claim(f"{opening}{name(one.actor)} towards {name(one.recipient)}: ")]
    claims += _separated([*_what(one, found.ask.period), *_breaks(found, one), *_rests(one)])
    return [*claims, Claim(".")]


def sentence(claims: list[Claim]) -> str:
    """The parts as text."""
    return "".join(claim.text for claim in claims)


def _separated(claims: list[Claim]) -> Iterator[Claim]:
    for n, claim in enumerate(claims):
        if n:
            yield Claim("; ")
        yield claim


def _what(one: Direction, period: Period) -> Iterator[Claim]:
    words, deeds = (one.acts.filter(pl.col("quad").is_in(quads)) for quads in (_WORDS, _DEEDS))
    said, done = int(words["n"].sum()), int(deeds["n"].sum())
    if not said and not done:
        yield Claim("nothing that has a date")
    elif not done:
        yield Claim(
            f"words without deeds, {_incidents(said)} in words since {_since(words, period)}",
            "words",
        )
    else:
        hard = int(deeds.filter(pl.col("quad") == 4)["n"].sum())
        kinds = ", all conflict" if hard == done else f", {hard} of them conflict" if hard else ""
        yield Claim(f"deeds since {_since(deeds, period)}, {_incidents(done)}{kinds}", "deeds")
        beside = (
            f"{_incidents(said)} in words since {_since(words, period)}" if said else "no words"
        )
        yield Claim(beside, "words")


def _since(acts: pl.DataFrame, period: Period) -> str:
    """The first day, or the month where the day is not known; acts of files are told by period."""
    first = acts.row(0, named=True)
    start: date = first["start"]
    if first["incident"] is None and period == "week":
        return f"the week of {start}"
    known = first["incident"] is not None or period == "day"
    one_day = known and (first["end"] - start).days == 1
    return start.isoformat() if one_day else month_name(start.year, start.month)


def _breaks(found: Dyad, one: Direction) -> Iterator[Claim]:
    if not one.breaks:
        few = "too few incidents to tell a break from chance" if one.acts["n"].sum() else ""
        if few:
            yield Claim(few)
        return
    for n, each in enumerate(one.breaks[-2:], max(0, len(one.breaks) - 2)):
        yield Claim(_broke(found, each), f"break {n}")


def _broke(found: Dyad, each: Break) -> str:
    before, after = each.before[each.quad - 1], each.after[each.quad - 1]
    start = found.starts[each.at]
    when = month_name(start.year, start.month) if found.ask.period == "month" else f"{start}"
    how = "rose" if after > before else "fell"
    said = f"{QUAD_NAMES[each.quad]} {how} in {when} from {before:.1f} to {after:.1f} incidents"
    return f"{said} a {found.ask.period}"


def _rests(one: Direction) -> Iterator[Claim]:
    told = int(one.acts["n"].sum())
    if told and one.origins:
        origins = (
            "1 independent origin" if one.origins == 1 else f"{one.origins} independent origins"
        )
        yield Claim(f"resting on {_incidents(_different(one))} and {origins}", "all")
    if one.undated:
        has = (
            "incident without a date stands"
            if one.undated == 1
            else "incidents without a date stand"
        )
        yield Claim(f"{one.undated} more {has} in no series")


def _different(one: Direction) -> int:
    """How many incidents there are; one may be told of in words and in deeds."""
    named = one.acts["incident"].drop_nulls()
    unnamed = one.acts.filter(pl.col("incident").is_null())["n"].sum()
    return named.n_unique() + int(unnamed)


def _incidents(count: int) -> str:
    return "1 incident" if count == 1 else f"{count:,} incidents"
