"""Whether two names of actors of any kind mean one actor."""

from __future__ import annotations

from dragoman.linking.names.body_names import body_verdict
from dragoman.linking.names.name_verdicts import person_verdict
from dragoman.linking.names.place_names import place_verdict
from dragoman.model.identity import Bearer, Verdict

_CODED = frozenset({"state", "people"})


def actor_verdict(a: Bearer, b: Bearer) -> Verdict:
    """The verdict on two bearers, the same whichever comes first.

    Two main names of the actor tables are two actors: no two share one there.
    """
    if a.kind != b.kind:
        return _two(a, b, f"one is a {min(a.kind, b.kind)}, the other a {max(a.kind, b.kind)}")
    if a.kind in _CODED:
        return _by_code(a, b)
    if a.known and b.known and a.name != b.name:
        return _two(a, b, "the actor tables have both, as two")
    if a.kind == "person":
        return person_verdict(a, b)
    return place_verdict(a, b) if a.kind == "place" else body_verdict(a, b)


def _by_code(a: Bearer, b: Bearer) -> Verdict:
    shared = sorted(set(a.codes) & set(b.codes))
    if shared:
        return Verdict("same", True, 1.0, (), f"{_names(a, b)}: both have the code {shared[0]}")
    return _two(a, b, "they have no code in common")


def _two(a: Bearer, b: Bearer, why: str) -> Verdict:
    return Verdict("different", True, 0.0, (), f"{_names(a, b)}: {why}")


def _names(a: Bearer, b: Bearer) -> str:
    return " / ".join(sorted((a.name, b.name)))
