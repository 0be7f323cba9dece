"""Events of a sentence against gold's one: type, dyad (who to whom), triple (both)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from dragoman.evaluation.adapter import Coded, Confusions, Gold, Scores, TypeTally
from dragoman.evaluation.ratios import f1, mean, ratio
from dragoman.model.rows import Json

# PLOVER's labels of 2016 in today's; CONCEDE and RETREAT count as one, which some sets call YIELD.
TODAY = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
    "CONCEDE": "YIELD",
    "RETREAT": "YIELD",
}
# What two do together may be told either way round.
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})


def today(label: str) -> str:
    """The label that gold and rows are compared in."""
    return TODAY.get(label, label)


def happened(row: Json) -> list[Json]:
    """The events that a row's text asserts as having happened."""
    return [e for e in row.get("events", ()) if e.get("factuality", "happened") == "happened"]


def expected(gold: Json) -> list[Json]:
    """Gold's events that have a code."""
    return [e for e in gold["expected"] if e.get("code")]


def countries(value: Any) -> set[str]:
    """The alpha-3 codes that actor codes begin with; words that are no codes give none."""
    found = set()
    for item in value if isinstance(value, list) else [value]:
        code = item.get("code") if isinstance(item, dict) else item
        if isinstance(code, str) and len(code) >= 3 and code[:3].isupper() and code[:3].isalpha():
            found.add(code[:3])
    return found


def sides(event: Json) -> tuple[set[str], set[str]]:
    """The countries that act, and those acted on."""
    return countries(event.get("actor") or []), countries(event.get("recipient") or [])


def pair_holds(gold: Json, event: Json) -> bool:
    """True when the event is between gold's pair; a side that gold leaves open takes anybody."""
    (actor, recipient), (by, to) = sides(gold), sides(event)
    if fits(actor, by) and fits(recipient, to):
        return True
    if today(gold["code"]) not in MUTUAL:
        return False
    return (fits(actor, to) and fits(recipient, by)) or (actor | recipient) <= (by | to)


def fits(wanted: set[str], told: set[str]) -> bool:
    """True when a side names one of gold's countries, or gold names none."""
    return not wanted or bool(wanted & told)


def types_of(gold: Json, coded: Coded) -> tuple[set[str], set[str]]:
    """Gold's types, and those told as having happened."""
    events = happened(coded.get(gold["id"], {}))
    return {today(e["code"]) for e in expected(gold)}, {today(e["type"]) for e in events}


def by_type(gold: Gold, coded: Coded) -> dict[str, TypeTally]:
    """The tally of each type that gold or rows have, the most frequent first."""
    counts = [Counter[str](), Counter[str](), Counter[str]()]
    for row in gold:
        wanted, told = types_of(row, coded)
        for count, types in zip(counts, (wanted, wanted & told, told), strict=True):
            count.update(types)
    names = sorted(counts[0] | counts[2], key=lambda t: (-counts[0][t], t))
    return {t: TypeTally(*(count[t] for count in counts)) for t in names}


def macro_f1(tallies: dict[str, TypeTally]) -> float:
    """The mean F1 of the types that gold has."""
    return mean(f1(t.right, t.told, t.gold) for t in tallies.values() if t.gold)


def type_scores(gold: Gold, coded: Coded) -> Scores:
    """Sentences, and recall, precision and macro-F1 of their types."""
    tallies = by_type(gold, coded)
    all_gold, right, told = (sum(t[i] for t in tallies.values()) for i in range(3))
    return {
        "sentences": len(gold),
        "type_recall": ratio(right, all_gold),
        "type_precision": ratio(right, told),
        "type_macro_f1": macro_f1(tallies),
    }


def scores(gold: Gold, coded: Coded) -> Scores:
    """Types, and the shares of sentences with gold's dyad and with its triple."""
    dyads = triples = 0
    for row in gold:
        first = expected(row)[0]
        pairs = [e for e in happened(coded.get(row["id"], {})) if pair_holds(first, e)]
        dyads += bool(pairs)
        triples += any(today(e["type"]) == today(first["code"]) for e in pairs)
    n = len(gold)
    return {**type_scores(gold, coded), "dyad": ratio(dyads, n), "triple": ratio(triples, n)}


def type_errors(gold: Gold, coded: Coded) -> Counter[str]:
    """Why gold's types are not told, and how many were told beside them."""
    found = Counter[str]()
    for row in gold:
        wanted, told = types_of(row, coded)
        found["type-beside"] += len(told - wanted) if wanted & told else 0
        other = {today(e["type"]) for e in coded.get(row["id"], {}).get("events", ())}
        for missing in wanted - told:
            found[_why_missing(missing, told, other)] += 1
    return +found


def _why_missing(missing: str, told: set[str], with_any_factuality: set[str]) -> str:
    if missing in with_any_factuality:
        return "not-happened"
    return "other-type" if told else "no-event"


def confusions(gold: Gold, coded: Coded) -> Confusions:
    """Gold's type and each one told in its stead."""
    found: Confusions = Counter()
    for row in gold:
        wanted, told = types_of(row, coded)
        found.update((w, t) for w in wanted - told for t in told - wanted)
    return found


def errors(gold: Gold, coded: Coded) -> Counter[str]:
    """Errors of type, and of who and whom where the type is right."""
    found = type_errors(gold, coded)
    for row in gold:
        found.update(_pair_errors(expected(row)[0], happened(coded.get(row["id"], {}))))
    return found


def _pair_errors(gold: Json, events: list[Json]) -> Iterator[str]:
    """What is wrong with the pair of the first event of gold's type; nothing if one is right."""
    same = [e for e in events if today(e["type"]) == today(gold["code"])]
    if not same or any(pair_holds(gold, e) for e in same):
        return
    (actor, recipient), (by, to) = sides(gold), sides(same[0])
    if fits(actor, to) and fits(recipient, by):
        yield "swapped"
        return
    for side, wanted, told in (("actor", actor, by), ("recipient", recipient, to)):
        if not fits(wanted, told):
            yield f"{side}-other" if told else f"{side}-untold"
