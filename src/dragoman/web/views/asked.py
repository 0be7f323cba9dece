"""What was asked, as a page shows it: the actors to choose from, the filters that are set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.engine.counted import facets_counted
from dragoman.model.rows import Json
from dragoman.record import Filters
from dragoman.web.asks import Ask
from dragoman.web.links import address, without
from dragoman.web.names import actor_name, state_of

# Boxes that are ticked; what they are called says all.
_FLAGS = {"several", "disputed", "one_origin"}
# What together makes a pair of actors, either way.
_PAIR = {"actor", "recipient", "both", "dyad"}
_CHIP_NAMES = {
    "actor": "who",
    "recipient": "towards",
    "as_of": "as of",
    "until": "before",
    "source_kind": "said by",
    "due_since": "due from",
    "due_until": "due before",
    "one_origin": "told by several, on one origin",
    "several": "told by several reports",
    "disputed": "with disputes",
    "attribute": "about",
}


def actor_choices(codes: Sequence[str], asked: Filters) -> list[Json]:
    """Actors to choose from: each state as a whole, then those of its bodies that occur."""
    chosen = [c for c in (asked.actor, asked.recipient, *(asked.dyad or ())) if c]
    states: dict[str, list[str]] = {}
    for code in [*codes, *chosen]:
        states.setdefault(state_of(code) or "", []).append(code)
    found = [_choice(s, [s, *sorted({*own} - {s})]) for s, own in states.items() if s]
    found.sort(key=lambda g: str(g["label"]))
    if others := states.get(""):
        found.append(_choice("", list(dict.fromkeys(others))))
    return found


def event_form(ask: Ask, asked: Filters) -> Json:
    """What a form of the filters of events shows: choices with their counts, and what is set."""
    facets = facets_counted(ask.record, replace(asked, limit=None, offset=0))
    return {
        "asked": asked,
        "pair": asked.dyad or (asked.actor or "", asked.recipient or ""),
        "facets": {name: {f["value"]: f["count"] for f in found} for name, found in facets.items()},
        "actors": actor_choices([f["value"] for f in facets["actors"]], asked),
        "chips": list(chips(ask, asked)),
    }


def _choice(state: str, codes: Sequence[str]) -> Json:
    names = [{"code": c, "name": actor_name(c)} for c in codes]
    return {"label": actor_name(state) if state else "Others", "codes": names}


def chips(ask: Ask, asked: Filters) -> Iterator[Json]:
    """The filters that are set, each with the address of the page without it."""
    hidden = {"limit", "offset", "both"}
    if asked.dyad:
        hidden |= _PAIR - ({"actor"} if asked.actor else set())
        away = {name: values for name, values in ask.params.items() if name not in _PAIR}
        pair = " and ".join(actor_name(code) for code in asked.dyad)
        yield {"name": "between", "value": pair, "href": address(ask.path, away, offset=None)}
    for name, values in ask.params.items():
        for value in values if name not in hidden else ():
            if value.strip():
                href = without(ask.path, ask.params, name, value)
                yield {
                    "name": _CHIP_NAMES.get(name, name),
                    "value": "" if name in _FLAGS else _chip(name, value, asked),
                    "href": href,
                }


def _chip(name: str, value: str, asked: Filters) -> str:
    code = {"actor": asked.actor, "recipient": asked.recipient}.get(name)
    return actor_name(code) if code else value
