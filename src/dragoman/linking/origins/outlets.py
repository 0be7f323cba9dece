"""Agencies and outlets by all their names: the tables', and those of the reports at hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args
from urllib.parse import urlsplit

import ahocorasick

from dragoman.ingest.outlets import known_outlet, outlet_names, outlet_of_url
from dragoman.ingest.shapes import key
from dragoman.language.actor_columns import doubtful, sure
from dragoman.language.actor_tables import named, state_codes, states
from dragoman.language.folding import plain_marks
from dragoman.model.span import Span
from dragoman.model.tables import Column, read_table

Owner = Literal["state", "public", "cooperative", "private", "party"]

_BRACKET = re.compile(r"\s*\([^)]*\)$")
_ARTICLE = "The "
# Another capital letter in the same name; "On" and "In" open sentences.
_CAPITAL_AFTER = re.compile(r" [A-Z][a-z]+(?!day\b)\b")
_CAPITAL_BEFORE = re.compile(r"([A-Z][a-z]{2,}) $")


@dataclass(frozen=True, slots=True)
class Outlet:
    """An agency or outlet; `owner` is None for outlets that are no agency, of which it is not kept.

    `country` is ISO 3166 alpha-3, None where not known. `domains` are those of its pages.
    """

    name: str
    agency: bool = False
    country: str | None = None
    owner: Owner | None = None
    domains: tuple[str, ...] = ()


def _state(code: str) -> str | None:
    return None if code in state_codes() else "expected a state's code, see actors/states.tsv"


@cache
def agencies() -> tuple[tuple[Outlet, tuple[str, ...], tuple[str, ...]], ...]:
    """Each agency of the table with its names, the sure ones and the doubtful ones."""
    columns = (
        Column("name"),
        Column("country", check=_state),
        Column("owner", choices=get_args(Owner)),
        Column("aliases", optional=True, many=True),
        Column("domain", optional=True, many=True),
    )
    found = []
    for row in read_table("origins/agencies.tsv", columns):
        owner: Owner = next(o for o in get_args(Owner) if o == row["owner"])
        outlet = Outlet(row["name"], True, row["country"], owner, row.many("domain"))
        found.append((outlet, *_names(row["name"], row.many("aliases"))))
    return tuple(found)


def _names(name: str, aliases: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Sure and doubtful names; what stands before a bracket is doubtful."""
    bare = _BRACKET.sub("", name)
    certain = sure((*([name] if bare == name else []), *aliases))
    return certain, (*doubtful(aliases), *([] if bare == name else [bare]))


@cache
def _publishers() -> frozenset[str]:
    """Names of bodies that publish too, but are cited as what they are: ministries, the UN."""
    bodies = {n for row in named() if row.kind != "media" for n in (row.name, *row.aliases)}
    return frozenset(bodies | {seat for state in states() for seat in state.seats})


class Outlets:
    """Names to outlets: the tables', and others that the reports at hand are from."""

    def __init__(self, others: Iterable[str] = ()) -> None:
        by_key, names, self._listed = _listed()
        self._by_key = dict(by_key)
        self._names: set[str] = set()
        for other in sorted(set(others)):
            self._add(self.named(other), [other])
        self._others = _finder(self._names - names)

    def _add(self, outlet: Outlet, names: Iterable[str]) -> None:
        _add(self._by_key, self._names, outlet, names)

    def named(self, name: str) -> Outlet:
        """The outlet of that name, whatever its case and article; an unknown one as it is."""
        bare = name.strip().removeprefix(_ARTICLE)
        for form in (name, bare):
            if key(form) in self._by_key:
                return self._by_key[key(form)]
        known = known_outlet(name) or known_outlet(bare)
        if known and key(known.name) in self._by_key:
            return self._by_key[key(known.name)]
        return Outlet(known.name if known else bare)

    def is_known(self, name: str) -> bool:
        """True for a name of the tables or of the reports at hand."""
        bare = name.strip().removeprefix(_ARTICLE)
        return key(name) in self._by_key or key(bare) in self._by_key or bool(known_outlet(name))

    def of_url(self, url: str | None) -> Outlet | None:
        """The outlet whose page a URL is."""
        known = outlet_of_url(url)
        if known:
            return self.named(known.name)
        host = _host(url)
        return next((o for o, _, _ in agencies() if host in o.domains), None) if host else None

    def find(self, text: str) -> Iterator[tuple[Span, Outlet]]:
        """Known names in `text`, as they are written, from left to right; the longest counts."""
        plain = plain_marks(text)
        hits = [*_hits(self._listed, plain), *_hits(self._others, plain)]
        last = 0
        for start, end in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
            outlet = self.named(plain[start:end])
            if start >= last and (outlet.agency or not _part_of_name(plain, start, end)):
                last = end
                yield Span(start, end), outlet


def bare_name(name: str) -> str:
    """An outlet's name as texts are looked through for it."""
    return plain_marks(name).removeprefix(_ARTICLE)


def _add(by_key: dict[str, Outlet], held: set[str], outlet: Outlet, names: Iterable[str]) -> None:
    """Names that are taken stay with whom they name first."""
    for name in names:
        bare = bare_name(name)
        if key(bare):
            by_key.setdefault(key(name), outlet)
            by_key.setdefault(key(bare), outlet)
            held.add(bare)


@cache
def _listed() -> tuple[dict[str, Outlet], frozenset[str], ahocorasick.Automaton | None]:
    """What the tables have: agencies, then media among the actors, then outlets by their pages."""
    by_key: dict[str, Outlet] = {}
    held: set[str] = set()

    def known(names: Iterable[str]) -> Outlet | None:
        return next((by_key[key(n)] for n in names if key(n) in by_key), None)

    for outlet, certain, _ in agencies():
        _add(by_key, held, outlet, certain)
    for outlet, _, unsure in agencies():
        _add(by_key, held, outlet, unsure)
    for row in named():
        if row.kind == "media":
            outlet = known((row.name, *row.aliases)) or Outlet(row.name, country=row.code[:3])
            _add(by_key, held, outlet, (_bare(row.name), *row.aliases, *row.doubtful))
    for names in outlet_names():
        if names[0].removeprefix(_ARTICLE) not in _publishers():
            _add(by_key, held, known(names) or Outlet(names[0]), names)
    return by_key, frozenset(held), _finder(held)


def _bare(name: str) -> str:
    return _BRACKET.sub("", name)


def _finder(names: Iterable[str]) -> ahocorasick.Automaton | None:
    automaton = ahocorasick.Automaton()
    for name in sorted(names):
        automaton.add_word(name, name)
    automaton.make_automaton()
    return automaton if len(automaton) else None


def _hits(finder: ahocorasick.Automaton | None, text: str) -> Iterator[tuple[int, int]]:
    """Where a name stands as a whole word."""
    for last, name in finder.iter_long(text) if finder else ():
        start, end = last + 1 - len(name), last + 1
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield start, end


def _part_of_name(text: str, start: int, end: int) -> bool:
    """True for one word with more of a name beside it: "the National Hurricane Center"."""
    if " " in text[start:end] or text[start:end].isupper():
        return False
    before = _CAPITAL_BEFORE.search(text[max(0, start - 30) : start])
    return bool(_CAPITAL_AFTER.match(text, end)) or bool(
        before and before[1] not in _adjectives() and before[1] not in _ARTICLE
    )


@cache
def _adjectives() -> frozenset[str]:
    """Words that tell where an outlet is: "Kenyan", "Baku"."""
    return frozenset(n for s in states() for n in (*s.adjectives, *s.aliases, s.name, s.capital))


def _host(url: str | None) -> str | None:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.") or None
    except ValueError:
        return None
