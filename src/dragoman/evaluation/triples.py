"""Exact CAMEO triples: actor, recipient (each to the country and first sector) and code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from dragoman.coding.acts import SIGNING
from dragoman.evaluation.adapter import Coded, Confusions, Gold, Scores
from dragoman.evaluation.events import happened
from dragoman.evaluation.ratios import f1, ratio
from dragoman.model.rows import Json
from dragoman.model.tables import Column, read_table

# How CAMEO's files write somebody whose country is not known.
NOBODY = "---"
# Sectors that also stand in a country's place, before the letters of an organisation (IGOUNO).
PREFIXES = frozenset({"IGO", "NGO", "MNC", "IMG", "INT"})
# What two do together is an event from each of them; who visits is hosted (CAMEO codebook, 04).
RECIPROCAL = frozenset({"CONSULT", "COOPERATE"})
VISITS = {"042": "043", "043": "042"}
_COUNTRY_AND_SECTOR = 6
_SECTORS = (Column("code"), Column("name"), Column("means"))


class Triple(NamedTuple):
    """Who, to whom, what."""

    actor: str
    recipient: str
    code: str


@cache
def sectors() -> frozenset[str]:
    """Codes of sectors, which stand without a country where none is told."""
    return frozenset(row["code"] for row in read_table("actors/sectors.tsv", _SECTORS))


def side(code: str) -> str:
    """An actor code to its country and first sector: GEOGOVMIL is GEOGOV, REB is ---REB."""
    bare = code in sectors() or code[:3] in sectors() - PREFIXES
    return (f"{NOBODY}{code}" if bare else code or NOBODY)[:_COUNTRY_AND_SECTOR]


def gold_triples(row: Json) -> set[Triple]:
    """Gold's triples of a sentence; none where it has no event."""
    return {Triple(side(e["actor"]), side(e["recipient"]), e["code"]) for e in row["expected"]}


def told_triples(events: list[Json]) -> set[Triple]:
    """Each event's actors crossed with its recipients; both ways what they do together."""
    return {triple for event in events for triple in _told(event)}


def _told(event: Json) -> Iterator[Triple]:
    actors, recipients = event["actor"] or [""], event["recipient"] or [""]
    code = str(event["cameo"])
    yield from _crossed(actors, recipients, code)
    if event["type"] in RECIPROCAL or code == SIGNING:
        yield from _crossed(recipients, actors, VISITS.get(code, code))
        if code not in VISITS:
            yield from (t for t in _crossed(recipients, recipients, code) if t[0] != t[1])


def _crossed(actors: Sequence[str], recipients: Sequence[str], code: str) -> Iterator[Triple]:
    for actor, recipient in product(actors, recipients):
        yield Triple(side(actor), side(recipient), code)


def scores(gold: Gold, coded: Coded) -> Scores:
    """Precision, recall and F1 of triples over all sentences."""
    right = told = wanted = 0
    for row in gold:
        mine, theirs = told_triples(happened(coded.get(row["id"], {}))), gold_triples(row)
        right, told, wanted = right + len(mine & theirs), told + len(mine), wanted + len(theirs)
    return {
        "sentences": len(gold),
        "triple_recall": ratio(right, wanted),
        "triple_precision": ratio(right, told),
        "triple_f1": f1(right, told, wanted),
    }


def errors(gold: Gold, coded: Coded) -> Counter[str]:
    """Why each of gold's missing triples is missing, and how many were told beside."""
    found = Counter[str]()
    for row in gold:
        coded_row = coded.get(row["id"], {})
        mine, theirs = told_triples(happened(coded_row)), gold_triples(row)
        of_any_factuality = told_triples(coded_row.get("events", []))
        why = [_why(t, mine - theirs, of_any_factuality) for t in sorted(theirs - mine)]
        found.update(why)
        near = sum(w not in {"missed", "not-happened"} for w in why)
        found["triple-beside"] += max(0, len(mine - theirs) - near)
    return +found


def _why(gold: Triple, told: set[Triple], of_any_factuality: set[Triple]) -> str:
    if gold in of_any_factuality:
        return "not-happened"
    pair = [t for t in told if t[:2] == gold[:2]]
    if any(t.code[:2] == gold.code[:2] for t in pair):
        return "finer-code"
    if pair:
        return "other-code"
    return next(_other_side(gold, told), "missed")


def _other_side(gold: Triple, told: set[Triple]) -> Iterator[str]:
    """The nearest triple with gold's code: the same countries, or others."""
    same = [t for t in told if t.code == gold.code]
    if any(t.actor[:3] == gold.actor[:3] and t.recipient[:3] == gold.recipient[:3] for t in same):
        yield "other-sector"
    if same:
        yield "other-country"


def confusions(gold: Gold, coded: Coded) -> Confusions:
    """Gold's CAMEO root and the one told between the same two."""
    found: Confusions = Counter()
    for row in gold:
        mine, theirs = told_triples(happened(coded.get(row["id"], {}))), gold_triples(row)
        found.update(
            (g.code[:2], t.code[:2])
            for g in theirs - mine
            for t in mine - theirs
            if g[:2] == t[:2] and g.code[:2] != t.code[:2]
        )
    return found
