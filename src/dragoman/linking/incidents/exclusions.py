"""Which two values of an attribute cannot both be."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.linking.incidents.place_features import relation_of
from dragoman.linking.incidents.timing import APART, distance, width
from dragoman.linking.incidents.told import Told
from dragoman.model.account import Attribute

# Two causes that share fewer of their words than this are two.
SHARED = 0.3
# Dates within so many days may be those of one act that is told and denied.
CLOSE, WIDE = 31, 10**6


def exclude(one: Told, other: Told) -> bool:
    """True where two values of one attribute cannot both be."""
    return one.key != other.key and _RULES[one.attribute](one, other)


def _figures(one: Told, other: Told) -> bool:
    if one.text.partition(" ")[2] != other.text.partition(" ")[2] and one.attribute == "sum":
        return False
    low = max(-1.0 if v.low is None else v.low for v in (one, other))
    high = min(float("inf") if v.high is None else v.high for v in (one, other))
    return low > high


def _dates(one: Told, other: Told) -> bool:
    days = distance(one.when, other.when) or 0
    told = one.when.single_day and other.when.single_day
    return days >= (1 if told else APART)


def _places(one: Told, other: Told) -> bool:
    if one.place is None or other.place is None:
        return False
    return relation_of(one.place, other.place) == "other"


def _actors(one: Told, other: Told) -> bool:
    return bool(one.homes and other.homes) and not one.homes & other.homes


def _causes(one: Told, other: Told) -> bool:
    first, second = set(one.key.split()), set(other.key.split())
    return len(first & second) < SHARED * min(len(first), len(second))


def _took_place(one: Told, other: Told) -> bool:
    """True where it is one act that the one tells and the other denies: the same telling of it, or
    two that share the day, the town, or the word and the sides; in one report, the word too."""
    if one.act is None or other.act is None or one.act.event == other.act.event:
        return True
    within = one.holding.report == other.holding.report
    if within and one.act.trigger != other.act.trigger:
        return False
    if (days := distance(one.when, other.when)) is not None:
        return (
            days == 0
            and (width(one.when) or WIDE) <= CLOSE
            and (width(other.when) or WIDE) <= CLOSE
        )
    if one.place and other.place and relation_of(one.place, other.place) in {"same", "near"}:
        return True
    same = one.act.trigger == other.act.trigger and one.act.actor == other.act.actor
    return same and one.act.recipient == other.act.recipient


def _always(_one: Told, _other: Told) -> bool:
    return True


def _never(_one: Told, _other: Told) -> bool:
    return False


_RULES: dict[Attribute, Callable[[Told, Told], bool]] = {
    "when": _dates,
    "where": _places,
    "who": _actors,
    "whom": _never,
    "cause": _causes,
    "blame": _actors,
    "killed": _figures,
    "injured": _figures,
    "detained": _figures,
    "sum": _figures,
    "took place": _took_place,
    "ties": _always,
    "stand": _always,
}
