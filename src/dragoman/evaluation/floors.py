"""The figures below which no change may let the coder fall, pinned to the texts they are of."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor
from pathlib import Path

from dragoman.evaluation.measure import Measured
from dragoman.evaluation.peers import SMALLER_IS_BETTER, better
from dragoman.model.errors import InputError

DEFAULT = Path("evaluation") / "floors.toml"
_HEADER = """\
# Floors of the figures that `dragoman evaluate` prints: it exits 1 when one is not reached.
# sha256 is that of the set's file; floors say nothing about another one.
# Recall and precision have none: they may be traded for each other, their F1 may not fall.
# `--raise-floors` writes better ones, `--lower-floors` takes the present figures as they are.
"""


@dataclass(frozen=True, slots=True)
class Floor:
    """A set's floors by figure, and the SHA-256 of the file that they were measured on."""

    sha256: str
    figures: dict[str, float]

    def of(self, measured: Measured) -> dict[str, float]:
        """The floors, where they are for these very texts."""
        return self.figures if self.sha256 == measured.gold.sha256 else {}


NO_FLOOR = Floor("", {})
_WITHOUT = ("_recall", "_precision")


def read_floors(path: Path) -> dict[str, Floor]:
    """The floors by set; none where there is no such file. Raises InputError for a broken one."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        return {
            name: Floor(str(entry["sha256"]), {k: float(v) for k, v in entry["floors"].items()})
            for name, entry in found.items()
        }
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise InputError(
            f"{path} cannot be read as floors ({wrong}); expected [SET] with sha256, and "
            "[SET.floors] with a number for each figure"
        ) from wrong


def under(measured: Measured, floors: Floor) -> dict[str, float]:
    """The floors that are not reached, by figure."""
    wanted = floors.of(measured)
    values = measured.figures
    return {k: v for k, v in wanted.items() if k in values and better(k, v, values[k])}


def moved(was: dict[str, Floor], all_measured: Iterable[Measured], lower: bool) -> dict[str, Floor]:
    """The floors with better figures; with the present ones, better or not, where `lower`.

    Without it, a set whose file has changed keeps its floors: nothing tells that they compare.
    """
    now = dict(was)
    for measured in all_measured:
        known = was.get(measured.name)
        if lower or known is None:
            known = Floor(measured.gold.sha256, {})
        elif known.sha256 != measured.gold.sha256:
            continue
        now[measured.name] = Floor(known.sha256, _best(known.figures, measured.figures))
    return now


def _best(was: dict[str, float], values: dict[str, float]) -> dict[str, float]:
    cut = {f: _cut(f, value) for f, value in values.items() if not f.endswith(_WITHOUT)}
    raised = {f: v for f, v in cut.items() if f not in was or better(f, v, was[f])}
    return {**was, **raised}


def _cut(figure: str, value: float) -> float:
    """A figure as its floor: to three decimals, and kilometres to whole ones, never above it."""
    return ceil(value) if figure in SMALLER_IS_BETTER else floor(round(value * 1000, 6)) / 1000


def write_floors(path: Path, floors: dict[str, Floor]) -> None:
    """Writes the file; raises InputError where it cannot be written."""
    lines = [_HEADER]
    for name, entry in floors.items():
        lines += [f"[{name}]", f'sha256 = "{entry.sha256}"', "", f"[{name}.floors]"]
        lines += [*(f"{figure} = {value}" for figure, value in entry.figures.items()), ""]
    try:
        path.write_text("\n".join(lines), encoding="utf-8")
    except OSError as wrong:
        raise InputError(
            f"{path} cannot be written: {wrong.strerror}; expected a file in a folder that exists"
        ) from wrong
