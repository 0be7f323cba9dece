"""Names that people ruled to be one, made one before events are compared.

Names that are only spelled otherwise need none of this: linking compares surnames by their sound.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dragoman.linking.incidents.rulings import groups
from dragoman.model.findings import Findings
from dragoman.model.rows import Json


def under_one_name(found: Findings, names: Mapping[str, str]) -> Findings:
    """The findings with persons under the names of their identities; spans stay as they are."""
    if not any(m.name in names for m in found.mentions if m.kind == "person"):
        return found
    mentions = tuple(
        replace(m, name=names.get(m.name or "", m.name)) if m.kind == "person" else m
        for m in found.mentions
    )
    return replace(found, mentions=mentions)


def ruled_names(rulings: Iterable[Json]) -> dict[str, str]:
    """Names that the rulings which stand make one, each with the first of them; in order."""
    last: dict[tuple[str, str], str] = {}
    for row in rulings:
        if row["matter"] == "actor":
            last[_bare(row["a"]), _bare(row["b"])] = row["ruling"]
    joined = groups(pair for pair, answer in last.items() if answer == "same")
    return {name: first for name, first in joined.items() if name != first}


def _bare(key: str) -> str:
    """A name from a key such as "Mammadov (AZE)"."""
    return key.partition(" (")[0]
