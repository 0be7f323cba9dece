"""Names made one before events are compared: Safarov and Seferov, where they are one person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dragoman.model.findings import Findings


def under_one_name(found: Findings, names: Mapping[str, str]) -> Findings:
    """The findings with persons under the names of their identities; spans stay as they are."""
    if not any(m.name in names for m in found.mentions if m.kind == "person"):
        return found
    mentions = tuple(
        replace(m, name=names.get(m.name or "", m.name)) if m.kind == "person" else m
        for m in found.mentions
    )
    return replace(found, mentions=mentions)
