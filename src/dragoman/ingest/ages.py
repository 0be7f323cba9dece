"""How long ago a page says that an article was published."""

from __future__ import annotations

import re
from functools import cache

from dragoman.ingest.date_words import words
from dragoman.ingest.draft import Age


def age_line(line: str) -> Age | None:
    """The age that a line states ("3 hours ago", "a day ago", "Yesterday"), or None."""
    if len(line) > 60:
        return None
    plain = line.casefold().strip(" .|•·-–—")
    if match := _age_pattern().fullmatch(plain):
        count = match["count"]
        number = float(count) if count.isdigit() else float(words().of["number"][count])
        return _age(number, float(words().of["unit"][match["unit"]]))
    plain = _without_labels(plain)
    days = words().of["day"].get(plain)
    return Age(float(days) * 24, float(days) * 24 + 24) if days is not None else None


@cache
def _age_pattern() -> re.Pattern[str]:
    label = words().pattern("label")
    return re.compile(
        rf"(?:{label}\W{{0,3}})?(?P<count>\d{{1,3}}|{words().pattern('number')})\s?"
        rf"(?P<unit>{words().pattern('unit')})\.?\s+ago"
    )


def _age(number: float, unit: float) -> Age:
    """Pages round: "a day ago" is said from 22 to 36 hours, others from half a unit off."""
    if unit == 24 and number == 1:
        return Age(22, 36)
    return Age(max(0.0, (number - 0.5) * unit), (number + 0.5) * unit)


def _without_labels(plain: str) -> str:
    for label in sorted(words().of["label"], key=len, reverse=True):
        if plain.startswith((f"{label} ", f"{label}:")):
            return plain[len(label) :].strip(" :")
    return plain
