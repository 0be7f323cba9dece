"""Phrases for actors: is the country right, is the sector?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from dragoman.evaluation.adapter import Coded, Confusions, Gold, Scores
from dragoman.evaluation.ratios import mean
from dragoman.evaluation.triples import NOBODY, sectors, side
from dragoman.model.rows import Json

# Organisations of states: gold gives the prefix, or for the United Nations' bodies their own code.
_UNITED_NATIONS = "UNO"
# Gold's words for a sector that is none.
_NO_SECTOR = frozenset({"", "UNK", "JNK"})


def code_of(row: Json) -> str:
    """The actor code of a phrase: that of its longest mention, of two alike the first; or ""."""
    mentions = sorted(row.get("mentions", ()), key=lambda m: m["span"][0] - m["span"][1])
    return next((m["codes"][0] for m in mentions if m["codes"]), "")


def country(code: str) -> str:
    """The country, or the prefix that stands in its place, or ""."""
    return side(code)[:3].replace(NOBODY, "")


def sector(code: str) -> str:
    """The sector, or "" where there is none: the letters after IGO name the organisation."""
    found = side(code)[3:6]
    return found if found in sectors() else ""


def _countries(gold: Json) -> set[str]:
    """Codes that are right for gold's country; the United Nations are one of the IGO."""
    wanted = gold["expected"]["country"]
    return {wanted, "IGO"} if wanted == _UNITED_NATIONS else {wanted}


def _sectors(gold: Json) -> set[str]:
    wanted = gold["expected"]["sector"]
    found = set(wanted if isinstance(wanted, list) else [wanted])
    return {""} if found <= _NO_SECTOR else found


_PARTS: dict[str, tuple[Callable[[str], str], Callable[[Json], set[str]]]] = {
    "country": (country, _countries),
    "sector": (sector, _sectors),
}


def _answers(gold: Gold, coded: Coded, part: str) -> list[tuple[set[str], str]]:
    """What would be right, and what was told, of each row that gold has an answer for."""
    told_by, wanted_by = _PARTS[part]
    return [
        (wanted_by(row), told_by(code_of(coded.get(row["id"], {}))))
        for row in gold
        if part in row["expected"]
    ]


def scores(gold: Gold, coded: Coded) -> Scores:
    """Shares of phrases whose country, and whose sector, is right."""
    right = {
        f"{part}_right": mean(told in wanted for wanted, told in _answers(gold, coded, part))
        for part in _PARTS
    }
    return {"phrases": len(gold), **right}


def errors(gold: Gold, coded: Coded) -> Counter[str]:
    """Countries and sectors untold, told as others, and told where there are none."""
    return Counter(
        f"{part}-{_why(wanted, told)}"
        for part in _PARTS
        for wanted, told in _answers(gold, coded, part)
        if told not in wanted
    )


def _why(wanted: set[str], told: str) -> str:
    if not told:
        return "untold"
    return "needless" if wanted == {""} else "other"


def confusions(gold: Gold, coded: Coded) -> Confusions:
    """Gold's sector and the one told."""
    return Counter(
        ("/".join(sorted(wanted)) or "none", told or "none")
        for wanted, told in _answers(gold, coded, "sector")
        if told not in wanted
    )
