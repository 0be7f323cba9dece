"""Mappings of event files (TOML): which column holds the day, the code, the sides and the rest."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

from dragoman.model.errors import InputError, UsageError
from dragoman.model.event_tables import EventMap, EventSide

_FOLDER = ("data", "events", "tables")


def event_maps() -> dict[str, EventMap]:
    """The mappings that come with the program, by name."""
    folder = files("dragoman").joinpath(*_FOLDER)
    found = sorted(p.name for p in folder.iterdir() if p.name.endswith(".toml"))
    return {n.removesuffix(".toml"): _parsed(folder.joinpath(n).read_text("utf-8")) for n in found}


def event_map(name: str) -> EventMap:
    """The mapping of that name; raises UsageError, naming the choices, when there is none."""
    maps = event_maps()
    if name not in maps:
        raise UsageError(f"no such form of event file {name!r}; there are: {', '.join(maps)}")
    return maps[name]


def plain_name(column: str) -> str:
    """A column's name as mappings have it: "Event Date" is "event_date"."""
    return re.sub(r"[^a-z0-9]+", "_", column.strip().lower()).strip("_")


def columns_of(found: EventMap, columns: tuple[str, ...], place: str) -> dict[str, str]:
    """The file's own names of the columns that the mapping reads; InputError where one lacks."""
    own = {plain_name(column): column for column in columns}
    if missing := [name for name in found.columns() if name not in own]:
        raise InputError(
            f"{place} has no column {missing[0]!r}, which {found.table} files have; "
            f"it has: {', '.join(list(own)[:12])}"
        )
    return {name: own[name] for name in found.columns()}


def _parsed(text: str) -> EventMap:
    given = tomllib.loads(text)
    actor, recipient = (EventSide(**given.pop(name)) for name in ("actor", "recipient"))
    header = tuple(given.pop("header", "").split())
    return EventMap(**given, actor=actor, recipient=recipient, header=header, text=text)
