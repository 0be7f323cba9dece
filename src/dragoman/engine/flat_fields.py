"""A column of a flat table, and where in a row its value stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from dragoman.model.rows import Json

Kind = Literal["text", "number", "whole", "day", "list", "flag"]


@dataclass(frozen=True, slots=True)
class Field:
    """A column, what its values are, and where in the row they stand."""

    name: str
    kind: Kind
    of: Callable[[Json], Any]


def at(name: str, kind: Kind = "text", *path: str) -> Field:
    """The value under `name`, or at the end of a path of keys."""
    keys = path or (name,)
    return Field(name, kind, lambda row: _follow(row, keys))


def _follow(row: Any, keys: Iterable[str | int]) -> Any:
    for key in keys:
        if row is None:
            return None
        row = row[key]
    return row
