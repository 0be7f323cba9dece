"""Which reports rest on which origin, as a drawing: reports at the left, origins at the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.rows import Json
from dragoman.web.accounts import origin_name
from dragoman.web.links import part

# Pixels of the drawing; names are cut to what a column has room for.
WIDTH, COLUMN, ROW, MARGIN = 720, 270, 34, 12
_LONGEST = 34


@dataclass(frozen=True, slots=True)
class Node:
    """A report or an origin: `x` and `y` are where its line begins, `text` where its name does."""

    name: str
    whole: str
    x: int
    y: int
    href: str = ""
    css: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A report rests on an origin; `path` is a curve between the two."""

    path: str
    css: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """All of it, with its height."""

    reports: tuple[Node, ...]
    origins: tuple[Node, ...]
    lines: tuple[Line, ...]
    height: int
    width: int = WIDTH


def drawing(names: Mapping[str, str], origins: Sequence[Json]) -> Drawing:
    """A drawing of reports by their ids, and of rows of origins with the reports on each."""
    height = max(len(names), len(origins), 1) * ROW + 2 * MARGIN
    left, right = COLUMN, WIDTH - COLUMN
    nodes = {
        report: Node(_cut(name), name, left, y, f"/reports/{part(report)}")
        for (report, name), y in zip(names.items(), _spread(len(names), height), strict=True)
    }
    found, lines = [], []
    for row, y in zip(origins, _spread(len(origins), height), strict=True):
        shared = len(row["reports"]) > 1
        css = "circular" if row["circular"] else "shared" if shared else "single"
        told = origin_name(row)
        name = str(told["name"])
        found.append(Node(_cut(name), name, right, y, f"#o-{row['id']}", css))
        lines += [Line(_curve(nodes[r], right, y), css) for r in row["reports"] if r in nodes]
    return Drawing(tuple(nodes.values()), tuple(found), tuple(lines), height)


def _spread(count: int, height: int) -> list[int]:
    """Rows in the middle of the drawing, one under the other."""
    top = (height - count * ROW) // 2 + ROW // 2
    return [top + n * ROW for n in range(count)]


def _curve(start: Node, x: int, y: int) -> str:
    middle = (start.x + x) // 2
    return f"M{start.x + 8} {start.y}C{middle} {start.y} {middle} {y} {x - 8} {y}"


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
