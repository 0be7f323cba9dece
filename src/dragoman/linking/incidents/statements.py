"""Acts of words and meetings: states demand, refuse and meet so often that their names alone do not
tell one time from another."""

from __future__ import annotations

from dragoman.linking.incidents.kinds import spoken
from dragoman.linking.incidents.telling_figures import figures
from dragoman.linking.incidents.tellings import Telling
from dragoman.linking.incidents.timing import dated
from dragoman.linking.incidents.words import RARE


def bare(one: Telling, other: Telling) -> bool:
    """True for two acts of words or accord, told without a day in two sentences, that have nothing
    particular in common: no content, no venue, no figure."""
    if not (spoken(one.kind) and spoken(other.kind)) or (dated(one) and dated(other)):
        return False
    if one.report.id == other.report.id and one.event.span.overlaps(other.event.span):
        return False
    return not (one.places & other.places or _content(one, other) or _figures(one, other))


def _content(one: Telling, other: Telling) -> bool:
    """True where the sentences share a rare word that names neither an act nor a party."""
    shared = one.words.keys() & other.words.keys() - {one.trigger, other.trigger}
    return any(
        one.words[word] > RARE and word not in one.party and word not in other.party
        for word in shared
    )


def _figures(one: Telling, other: Telling) -> bool:
    return bool(dict(figures(one.figures, other.figures))["figures_agree"])
