"""Lists of scores of intensity: which there are, where they are from, what they give an act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from dragoman.model.cameo import cameo_of
from dragoman.model.ontology import facts_of

ScaleName = Literal["plover", "goldstein"]
SCALES: tuple[ScaleName, ...] = get_args(ScaleName)
SOURCES: dict[ScaleName, str] = {
    "plover": "PLOVER codebook, 2021: scores of types and modes, -10 to 10",
    "goldstein": "Goldstein 1992 as extended to CAMEO's codes by Schrodt and Yilmaz, -10 to 10",
}


@dataclass(frozen=True, slots=True)
class Scored:
    """What a list gives an act: its type, mode, QuadClass and score."""

    type: str
    mode: str | None
    quad: int
    score: float


def score_of(scale: ScaleName, event_type: str, mode: str | None, cameo: str) -> float:
    """The score of an act; where CAMEO has no such code, PLOVER's stands in."""
    if scale == "goldstein" and (facts := cameo_of(cameo)):
        return facts.goldstein
    return facts_of(event_type, mode).goldstein


def scored(scale: ScaleName, code: str) -> Scored | None:
    """What a code of a file stands for: "173" of CAMEO, or "COERCE arrest" of PLOVER.

    None for what PLOVER has no type for, which stands in no series.
    """
    if code[:1].isdigit():
        facts = cameo_of(code)
        if facts is None or facts.type is None:
            return None
        score = score_of(scale, facts.type, facts.mode, code)
        return Scored(facts.type, facts.mode, facts.quad_class, score)
    event_type, _, mode = code.partition(" ")
    own = facts_of(event_type, mode or None)
    score = score_of(scale, own.type, own.mode, own.cameo)
    return Scored(own.type, own.mode, own.quad_class, score)


def intensity(quad: int, score: float) -> float:
    """How strong an act is within its class: what points the other way is none."""
    return max(0.0, score if quad <= 2 else -score)
