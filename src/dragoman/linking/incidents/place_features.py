"""Whether two acts can have been at one place."""

from __future__ import annotations

from collections.abc import Iterator
from math import asin, cos, radians, sin, sqrt

from dragoman.linking.incidents.tellings import Telling
from dragoman.model.event import Place

# Two places so near may be a town and its suburb.
NEAR = 30.0
# A region may reach so far from its point.
REGION = 300.0
EARTH = 6371.0


def kilometres(one: Place, other: Place) -> float | None:
    """The great-circle distance; None where a place has no point."""
    if None in (one.lat, one.lon, other.lat, other.lon):
        return None
    lat, lon, lat2, lon2 = (radians(v or 0.0) for v in (one.lat, one.lon, other.lat, other.lon))
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))


def relation_of(one: Place, other: Place) -> str:
    """What two places are to each other: "same", "near", "within", "other", or "unknown"."""
    if one.geonameid is not None and one.geonameid == other.geonameid:
        return "same" if one.precision != "country" else "within"
    if one.name == other.name and one.country in {other.country, None}:
        return "same"
    if one.country and other.country and one.country != other.country:
        return "other"
    if "country" in {one.precision, other.precision}:
        return "within" if one.country == other.country else "unknown"
    return _apart(one, other)


def _apart(one: Place, other: Place) -> str:
    """The same for two places below a country, by how far apart they are."""
    far = kilometres(one, other)
    if far is None:
        return "unknown"
    if far <= NEAR:
        return "near"
    vague = {one.precision, other.precision} & {"region", "feature", "unknown"}
    return "within" if vague and far <= REGION else "other"


def places(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    """The features of place: those of the events', and of all that the sentences name."""
    if one.event.where is not None and other.event.where is not None:
        yield f"place_{relation_of(one.event.where, other.event.where)}", 1.0
    if one.places and other.places:
        both = one.places & other.places
        yield "places_shared", len(both) / min(len(one.places), len(other.places))
        yield "places_none_shared", float(not both)
