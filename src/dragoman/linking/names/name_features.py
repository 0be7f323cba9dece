"""What speaks for and against two persons' names meaning one person, as readable features."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.linking.names.commonness import is_common
from dragoman.linking.names.genders import forms_apart, gender_by_name
from dragoman.linking.names.name_matching import NEAR, Match, match_words
from dragoman.linking.names.offices import charge_of
from dragoman.linking.names.person_names import PersonName, parse_name
from dragoman.linking.names.spelling import align
from dragoman.model.identity import Bearer
from dragoman.model.tables import Column, read_table

# Further words than these that agree tell nothing new.
_MOST = 3


@dataclass(frozen=True, slots=True)
class Compared:
    """Two bearers with their names taken apart and set against each other."""

    a: Bearer
    b: Bearer
    name_a: PersonName
    name_b: PersonName
    match: Match

    @property
    def alone(self) -> bool:
        """True where one of the names is a single word."""
        return self.name_a.alone or self.name_b.alone


def compare_words(a: Bearer, b: Bearer) -> Compared:
    """The two names set against each other, in an order of their own."""
    if _order(b) < _order(a):
        a, b = b, a
    name_a, name_b = parse_name(a.name), parse_name(b.name)
    return Compared(a, b, name_a, name_b, match_words(name_a, name_b))


def _order(bearer: Bearer) -> tuple[str, str, str]:
    return bearer.name, bearer.country or "", bearer.office or ""


def name_features(found: Compared) -> dict[str, float]:
    """The features that are there, by name; what is not there is 0."""
    values = dict(
        [*_of_words(found), *_of_order(found), *_of_family(found), *_of_circumstances(found)]
    )
    return {name: float(value) for name, value in values.items() if value}


def _of_words(found: Compared) -> Iterator[tuple[str, float]]:
    match = found.match
    pairs = match.pairs
    left_a, left_b = len(match.left_a), len(match.left_b)
    yield "nothing alike", not pairs
    yield "words alike", max(0, min(len(pairs), _MOST) - 1)
    yield "spelling apart", match.cost
    yield "nearly alike", sum(p.likeness == "near" for p in pairs)
    yield "short form", sum(p.likeness == "short" for p in pairs)
    yield "initials agree", min(match.initials, 1)
    yield "initials apart", bool(match.initials_apart)
    yield "words apart", bool(left_a and left_b)
    yield "further words", bool(left_a) != bool(left_b)
    yield "further first name", _further_first(match) and not found.alone
    yield "alike in its own script", bool(pairs) and found.name_a.abjad != found.name_b.abjad


def _further_first(match: Match) -> bool:
    """True where the one name has a word in front of all that the other has too."""
    first = match.pairs[0] if match.pairs else None
    left = bool(match.left_a) != bool(match.left_b)
    return first is not None and left and (first.i > 0) != (first.j > 0)


def _of_order(found: Compared) -> Iterator[tuple[str, float]]:
    match = found.match
    places = [p.j for p in match.pairs]
    turned = places != sorted(places)
    custom = any(_family_first(b.country) or "," in b.name for b in (found.a, found.b))
    yield "order turned", turned and not custom
    yield "order of another custom", turned and custom
    last = any(p.i == len(match.a) - 1 and p.j == len(match.b) - 1 for p in match.pairs)
    first = any(p.i == 0 and p.j == 0 for p in match.pairs)
    yield "surname alone", found.alone and last
    yield "first name alone", found.alone and first and not last
    yield "middle name alone", found.alone and bool(match.pairs) and not first and not last
    yield (
        "surname apart",
        bool(match.pairs) and not last and not turned and not found.alone and not custom,
    )
    common = any(is_common(p.a) or is_common(p.b) for p in match.pairs)
    yield "common name alone", found.alone and common
    yield "common names", not found.alone and all(is_common(p.a) for p in match.pairs)


def _of_family(found: Compared) -> Iterator[tuple[str, float]]:
    a, b = found.name_a, found.name_b
    yield "junior", bool(a.suffix) != bool(b.suffix)
    yield "numbers apart", bool(a.suffix and b.suffix and a.suffix != b.suffix)
    if a.fathers and b.fathers:
        alike = any(align(x, y, a.abjad or b.abjad).share(x, y) <= NEAR
                    for x in a.fathers for y in b.fathers)  # fmt: skip
        yield "fathers agree", alike
        yield "fathers apart", not alike
    told = {found.a.gender or gender_by_name(a), found.b.gender or gender_by_name(b)}
    yield (
        "man and woman",
        told == {"m", "f"} or any(forms_apart(p.a, p.b) for p in found.match.pairs),
    )


def _of_circumstances(found: Compared) -> Iterator[tuple[str, float]]:
    a, b = found.a, found.b
    countries = a.country and b.country
    yield "countries agree", bool(countries and a.country == b.country)
    yield "countries apart", bool(countries and a.country != b.country)
    offices = _charges(a, found.name_a), _charges(b, found.name_b)
    both = all(offices)
    yield "offices agree", both and offices[0] == offices[1]
    yield "offices apart", both and offices[0] != offices[1]
    yield "alone, offices agree", found.alone and both and offices[0] == offices[1]
    yield "alone, offices apart", found.alone and both and offices[0] != offices[1]
    yield "alone, countries apart", found.alone and bool(countries and a.country != b.country)
    yield "alone, nothing told", found.alone and not both
    together = not set(a.reports).isdisjoint(b.reports)
    full = not found.name_a.alone and not found.name_b.alone
    yield "told apart in a report", together and full
    yield "same company", not set(a.beside).isdisjoint(b.beside)


def _charges(bearer: Bearer, name: PersonName) -> str | None:
    return charge_of(bearer.office or "") or charge_of(name.title)


@cache
def _first() -> frozenset[str]:
    rows = read_table("names/family_first.tsv", (Column("state"), Column("custom")))
    return frozenset(r["state"] for r in rows)


def _family_first(country: str | None) -> bool:
    return country in _first()
