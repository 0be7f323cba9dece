"""Whether two reports cite the same: a person, or a body and those who speak for it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from itertools import combinations
from typing import TypeVar

from dragoman.language.folding import fold
from dragoman.linking.origins.speakers import Speaker
from dragoman.linking.origins.words import plain_words

Key = TypeVar("Key", bound=Hashable)


def same_speakers(speakers: Mapping[Key, Speaker]) -> list[tuple[Key, Key]]:
    """The pairs that are the same, in the order of the keys.

    A body that could be several others ("the ministry", beside a health and a defence ministry)
    is none of them.
    """
    pairs = [(a, b) for a, b in combinations(speakers, 2) if same_speaker(speakers[a], speakers[b])]
    beside: dict[Key, set[Key]] = {key: set() for key in speakers}
    for a, b in pairs:
        if not (speakers[a].name or speakers[b].name):
            beside[a].add(b)
            beside[b].add(a)
    doubtful = {
        key
        for key, others in beside.items()
        if any(_differ(speakers[a], speakers[b]) for a, b in combinations(others, 2))
    }
    return [(a, b) for a, b in pairs if not ({a, b} & doubtful and b in beside[a])]


def _differ(one: Speaker, other: Speaker) -> bool:
    """True for two bodies that cannot be one."""
    apart = one.words and other.words and not (one.words <= other.words or other.words <= one.words)
    return bool(apart) or _apart(one.country, other.country)


def same_speaker(one: Speaker, other: Speaker) -> str | None:
    """Why two reports cite the same person or body, in words; None where that cannot be told."""
    if not (one.known and other.known) or _apart(one.country, other.country):
        return None
    if one.name or other.name:
        return _person_of(one, other)
    if one.kind != "statement" or other.kind != "statement":
        return None
    if not one.words or not other.words:
        return _government(one, other)
    if one.words <= other.words or other.words <= one.words:
        return f"both cite {_longer(other, one).text}"
    return None


def _person_of(one: Speaker, other: Speaker) -> str | None:
    """The person whom both name, or that one names among the words for a body."""
    if one.name and other.name:
        return f"both cite {_longer(one, other).name}" if _same_name(one.name, other.name) else None
    known, told = (one, other) if one.name else (other, one)
    if {*plain_words(known.name or "")} <= told.words or (told.words and told.words <= known.words):
        return f"both cite {known.name}"
    return None


def _apart(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _longer(one: Speaker, other: Speaker) -> Speaker:
    return max(one, other, key=lambda s: (len(s.label), s.label))


def _government(one: Speaker, other: Speaker) -> str | None:
    """ "Baku said" and "Azerbaijan's foreign ministry said" are one voice."""
    if one.country and one.country == other.country and not (one.name and other.name):
        return f"both cite the government of {one.country}"
    return None


def _same_name(one: str, other: str) -> bool:
    """Same surname, and no given names that differ."""
    left, right = fold(one).split(), fold(other).split()
    if not left or not right or left[-1] != right[-1]:
        return False
    if len(left) == 1 or len(right) == 1:
        return True
    return (
        left[0] == right[0]
        or left[0].rstrip(".") == right[0][0]
        or right[0].rstrip(".") == left[0][0]
    )
