"""Charts as files: the drawings of the pages, by the same templates, as SVG or PNG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, Protocol

from dragoman.brief.axes import WIDTH
from dragoman.model.errors import InputError, UsageError
from dragoman.web.render import render

# Pixels: the margin at either side, a drawing's heading, what is below it, a line of the foot.
_MARGIN, _HEAD, _BELOW, _LINE = 12, 26, 14, 15
# A line of the foot holds so many characters.
_LONGEST = 130


class Drawn(Protocol):
    """Any drawing."""

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing with its title; `kind` is the macro that draws it."""

    kind: Literal["dyad", "network", "compare"]
    title: str
    chart: Drawn


def chart_svg(drawings: Sequence[Drawing], foot: Sequence[str]) -> str:
    """The drawings under one another, and below them how they were made."""
    top, placed = _MARGIN, []
    for one in drawings:
        placed.append({"kind": one.kind, "title": one.title, "chart": one.chart, "top": top})
        top += _HEAD + one.chart.height + _BELOW
    lines = [part for line in foot for part in _wrapped(line)]
    width = max((d.chart.width for d in drawings), default=WIDTH) + 2 * _MARGIN
    height = top + _LINE * len(lines) + _MARGIN
    return render("chart.svg", drawings=placed, foot=lines, width=width, height=height)


def chart_kind(path: Path) -> str:
    """The form of a file by its ending, ".svg" or ".png".

    Raises UsageError for another, and for a folder that is not there.
    """
    kind = path.suffix.lower()
    if kind not in (".svg", ".png"):
        raise UsageError(f"no chart can be written as {path.name!r}; expected .svg or .png")
    if not path.parent.is_dir():
        raise UsageError(f"{path} cannot be written: there is no folder {path.parent}; make it")
    return kind


def write_chart(path: Path, drawings: Sequence[Drawing], foot: Sequence[str]) -> None:
    """Write them to a file; its ending says in which form. Raises UsageError and InputError."""
    kind = chart_kind(path)
    svg = chart_svg(drawings, foot)
    try:
        if kind == ".svg":
            path.write_text(svg, encoding="utf-8")
        else:
            path.write_bytes(_png(svg))
    except OSError as wrong:
        raise InputError(f"{path} cannot be written ({wrong.strerror})") from wrong


def _png(svg: str) -> bytes:
    """Twice as many pixels as the drawing has, so that it is sharp on paper."""
    if not _has_words():
        raise InputError(
            "no font that charts know is installed, so that a PNG would have no words; "
            "install DejaVu Sans, or write .svg"
        )
    return _drawn(svg)


@cache
def _has_words() -> bool:
    """Whether there is a font: without one, what draws leaves words out and says nothing."""
    blank, worded = (render("chart.svg", drawings=(), foot=foot, width=40, height=40)
                     for foot in ((" ",), ("Words",)))  # fmt: skip
    return _drawn(blank) != _drawn(worded)


def _drawn(svg: str) -> bytes:
    import resvg_py  # noqa: PLC0415  # only who asks for PNG needs it

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=2))


def _wrapped(line: str) -> list[str]:
    found, rest = [], line
    while len(rest) > _LONGEST:
        at = rest.rfind(" ", 0, _LONGEST)
        found.append(rest[:at])
        rest = rest[at + 1 :]
    return [*found, rest]
