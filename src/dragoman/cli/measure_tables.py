"""Measures as tables for people: what stands in each column."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.analysis.series import QUADS
from dragoman.engine.measure_fields import EDGE
from dragoman.model.ontology import QUAD_NAMES
from dragoman.model.rows import Json


def _count(value: float | None) -> str:
    """A count or an intensity; parts of vague dates have a decimal."""
    return "" if value is None else f"{value:.1f}".removesuffix(".0")


def _line(name: str) -> Callable[[Json], str]:
    """A line with its band: "-9.5 (-28.5 to 0)"."""

    def of(row: Json) -> str:
        low, high = row[f"{name}_low"], row[f"{name}_high"]
        band = "" if low is None else f" ({_count(low)} to {_count(high)})"
        return _count(row[name]) + band

    return of


def _dyad(row: Json) -> str:
    return f"{row['actor']} → {row['recipient']}"


def _reports(row: Json) -> str:
    return _count(row["reports"]) + (" thin" if row["thin"] else "")


def _quad(name: str) -> Callable[[Json], str]:
    return lambda row: _count(row[name])


def _ties(row: Json) -> str:
    """The kinds that held, those that only may have with a question mark."""
    return ", ".join([*row["ties"], *(f"{kind}?" for kind in row["ties_open"])])


def _end(row: Json, name: str) -> str:
    """A day, the two between which it lies, or that it is open."""
    first, last = row[f"{name}_from"], row[f"{name}_by"]
    if first is None and last is None:
        return "open"
    return str(first) if first == last else f"{first} to {last}"


def _over(row: Json) -> bool:
    """It is told to have ended, and not when."""
    return bool(row["ended"] and row["ended_by"] is None)


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.0%}"


MEASURES: dict[str, dict[str, Callable[[Json], str]]] = {
    "dyad": {
        "period": lambda row: str(row["period"]),
        "dyad": _dyad,
        **{name.replace("_", " "): _quad(name) for name in QUADS},
        "words": _line("words"),
        "deeds": _line("deeds"),
        "gap": _line("gap"),
        "reports": _reports,
        "break": lambda row: "break" if row["break"] else "",
        "ties": _ties,
    },
    "dyad_ties": {
        "kind": lambda row: str(row["kind"]),
        "between": lambda row: " - ".join(filter(None, (row["a"], row["b"]))),
        "began": lambda row: _end(row, "began"),
        "ended": lambda row: "ended" if _over(row) else _end(row, "ended"),
        "held": lambda row: str(row["held"]),
        "told by": lambda row: row["table"] or ", ".join(row["outlets"]) or "reports",
        "sentence": lambda row: row["sentence"] or row["what"] or "",
    },
    "breaks": {
        "date": lambda row: str(row["date"]),
        "between": lambda row: f"{row['low']} and {row['high']}",
        "known": lambda row: str(row["known"]),
        "dyad": _dyad,
        "what": lambda row: QUAD_NAMES[row["quad_class"]],
        "kind": lambda row: str(row["kind"]),
        "from": lambda row: _count(row["before"]),
        "to": lambda row: _count(row["after"]),
        "times": lambda row: (
            f"{row['ratio']:.1f} ({row['ratio_low']:.1f} to {row['ratio_high']:.1f})"
        ),
        "incidents": lambda row: " ".join(one[:8] for one in row["incidents"]),
    },
    "ladder": {
        "chain": lambda row: str(row["chain"]),
        "step": lambda row: str(row["step"]),
        "day": lambda row: str(row["day"]),
        "dyad": _dyad,
        "act": lambda row: f"{row['type']} ({row['mode']})" if row["mode"] else row["type"],
        "rule": lambda row: row["rule"] or "",
        "words": lambda row: row["words"] or "",
        "after days": lambda row: "" if row["delay"] is None else str(row["delay"]),
        "harder": lambda row: "" if row["harder"] is None else f"{row['harder']:+.1f}",
        "incident": lambda row: (row["incident"] or "")[:8],
    },
    "reciprocity": {
        "who answers": lambda row: str(row["actor"]),
        "acts of": lambda row: str(row["sign"]),
        "acts": lambda row: str(row["acts"]),
        "answered": lambda row: str(row["answered"]),
        "share": lambda row: _share(row["share"]),
        "by chance": lambda row: _share(row["chance"]),
        "told": lambda row: str(row["told"]),
        "days": lambda row: _count(row["delay"]),
        "harder": lambda row: "" if row["harder"] is None else f"{row['harder']:+.1f}",
    },
    "edges": {
        "dyad": _dyad,
        **{name: _quad(name) for name in EDGE},
        "ties": lambda row: ", ".join(row["ties"]),
    },
    "nodes": {
        "code": lambda row: str(row["code"]),
        "acts": _quad("acts_out"),
        "is acted on": _quad("acts_in"),
        "cooperation": _quad("cooperation"),
        "conflict": _quad("conflict"),
        "others": lambda row: str(row["others"]),
        "bloc": lambda row: str(row["bloc"] or ""),
        "brokerage": lambda row: f"{row['brokerage']:.2f}",
    },
    "triads": {
        "three": lambda row: f"{row['a']} {row['b']} {row['c']}",
        "signs": lambda row: " ".join(row["signs"]),
        "balanced": lambda row: "yes" if row["balanced"] else "no",
        "strength": _quad("strength"),
    },
    "changes": {
        "two": lambda row: f"{row['a']} {row['b']}",
        "what": lambda row: str(row["what"]),
        "before": _quad("net_before"),
        "after": _quad("net_after"),
        "change": lambda row: f"{row['change']:+.1f}",
    },
    "third": {
        "code": lambda row: str(row["code"]),
        "reactions": _quad("reactions"),
        "expected": _quad("expected"),
        "to the first": _quad("to_a"),
        "to the second": _quad("to_b"),
        "side": lambda row: "" if row["side"] is None else f"{row['side']:+.2f}",
    },
}
_SERIES = MEASURES["dyad"]
MEASURES["compare"] = {
    "case": lambda row: str(row["case"]),
    "after": lambda row: f"{row['offset']:+d}",
    **{name: _SERIES[name] for name in ("period", "words", "deeds", "gap", "reports")},
}
