"""The table of outlets: by name, by the domain of a page, and how each writes its dates."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from dragoman.ingest.shapes import key
from dragoman.model.tables import Column, Row, read_table

_COLUMNS = (
    Column("name"),
    Column("domain", optional=True, many=True),
    Column("order", optional=True, choices=("dmy", "mdy", "ymd")),
    Column("other", optional=True, many=True),
)


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet's name and the order of its dates' numbers."""

    name: str
    order: str | None


@cache
def _rows() -> tuple[Row, ...]:
    return tuple(read_table("ingest/outlets.tsv", _COLUMNS))


def outlet_names() -> tuple[tuple[str, ...], ...]:
    """All names of each outlet of the table, its own first."""
    return tuple((row["name"], *row.many("other")) for row in _rows())


@cache
def _tables() -> tuple[dict[str, Outlet], dict[str, Outlet]]:
    by_name: dict[str, Outlet] = {}
    by_domain: dict[str, Outlet] = {}
    for row in _rows():
        outlet = Outlet(row["name"], row["order"] or None)
        for name in (row["name"], *row.many("other")):
            by_name[key(name)] = outlet
        for domain in row.many("domain"):
            by_domain[domain] = outlet
    return by_name, by_domain


def known_outlet(name: str | None) -> Outlet | None:
    """The table's outlet of this name, whatever its case and punctuation."""
    return _tables()[0].get(key(name)) if name else None


@cache
def _words() -> frozenset[str]:
    rows = read_table("ingest/outlet_words.tsv", (Column("word"),))
    return frozenset(r["word"] for r in rows)


def sounds_like_outlet(name: str) -> bool:
    """True for a name of up to six capitalised words, one of which outlets have in theirs."""
    parts = name.split()
    capitals = all(p[:1].isupper() or len(p) <= 3 for p in parts)
    return 2 <= len(parts) <= 6 and capitals and any(p.casefold() in _words() for p in parts)


def outlet_of_url(url: str | None) -> Outlet | None:
    """The table's outlet whose page a URL is."""
    try:
        host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return None
    domains = _tables()[1]
    while host:
        if host in domains:
            return domains[host]
        host = host.partition(".")[2]
    return None


def order_of(outlet: str | None, url: str | None = None) -> str | None:
    """How dates on this outlet's pages are read; None where that is not known."""
    found = known_outlet(outlet) or outlet_of_url(url)
    return found.order if found else None
