"""Mapping files (TOML): which columns of a table are the sides, the time, the kind and the rest."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

from dragoman.ingest.table_map_parts import Types, checked, shape_of, side_of, times_of
from dragoman.model.errors import InputError, UsageError
from dragoman.model.tie_tables import TableMap

_FOLDER = ("data", "ties", "tables")
# No mapping that a person writes is longer.
_LONGEST = 64 * 1024
# Longer than any title of a table.
_LONGEST_NAME = 400
_KEYS: Types = {"table": str, "version": str, "title": str, "citation": str, "url": str,
         "time": dict, "sides": dict, "ties": list}  # fmt: skip


def shipped_maps() -> dict[str, str]:
    """The text of each mapping that comes with the program, by its name."""
    folder = files("dragoman").joinpath(*_FOLDER)
    found = {p.name.removesuffix(".toml"): p for p in folder.iterdir() if p.name.endswith(".toml")}
    return {name: found[name].read_text(encoding="utf-8") for name in sorted(found)}


def read_map(given: str | Path) -> TableMap:
    """The mapping of that name, else in that file.

    Raises UsageError for what is neither, InputError for a mapping that is wrong, with the place
    and the choices.
    """
    shipped = shipped_maps()
    if str(given) in shipped:
        return parse_map(shipped[str(given)], str(given))
    path = Path(given)
    try:
        if path.stat().st_size > _LONGEST:
            raise InputError(f"{given} is longer than {_LONGEST} bytes; no mapping is")
        return parse_map(path.read_text(encoding="utf-8"), str(given))
    except (OSError, ValueError) as wrong:
        raise UsageError(
            f"no mapping {str(given)!r}; expected a file, or one of: {', '.join(shipped)}"
        ) from wrong


def parse_map(text: str, place: str) -> TableMap:
    """The mapping in `text`; `place` names it in errors. Raises InputError."""
    try:
        given: dict[str, Any] = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as wrong:
        raise InputError(f"{place} is no TOML ({wrong}); see docs/guide/tie-tables.md") from wrong
    checked(given, _KEYS, place)
    for key in ("table", "title", "time", "sides", "ties"):
        if not given.get(key):
            raise InputError(f"{place} says no {key}; see docs/guide/tie-tables.md")
    for key in ("table", "version", "title", "url"):
        if (value := given.get(key)) is not None:
            _plain(value, f"{place}: {key}")
    if not given.get("url", "http://").startswith(("http://", "https://")):
        raise InputError(
            f"{place}: url is {given['url'][:40]!r}; expected an address that begins with http"
        )
    sides = {name: side_of(side, f"{place}, sides.{name}") for name, side in given["sides"].items()}
    return TableMap(
        table=given["table"],
        version=given.get("version"),
        title=given["title"],
        citation=given.get("citation", ""),
        url=given.get("url"),
        times=times_of(given["time"], f"{place}, time"),
        sides=sides,
        ties=tuple(
            shape_of(t, sides, f"{place}, ties {n}") for n, t in enumerate(given["ties"], 1)
        ),
        text=text,
    )


def _plain(value: str, place: str) -> None:
    """A name stands in lines, lists and addresses."""
    if not value.strip() or not value.isprintable() or len(value) > _LONGEST_NAME:
        raise InputError(
            f"{place} is {value[:40]!r}; expected up to {_LONGEST_NAME} characters on one line"
        )


def map_for(columns: frozenset[str], place: str) -> tuple[str, TableMap]:
    """The shipped mapping whose columns a file has; raises UsageError unless just one fits."""
    maps = {name: parse_map(text, name) for name, text in shipped_maps().items()}
    fitting = [name for name, found in maps.items() if columns.issuperset(found.columns())]
    if len(fitting) == 1:
        return fitting[0], maps[fitting[0]]
    what = f"{', '.join(fitting)} all fit" if fitting else "no mapping that ships fits"
    raise UsageError(
        f"{place}: {what} its columns; say which with --map: a file, or one of {', '.join(maps)}"
    )
