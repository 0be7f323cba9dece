"""Toponyms: were they seen, and how far from the truth were they put?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import asin, cos, radians, sin, sqrt

from dragoman.evaluation.adapter import Coded, Gold, Scores
from dragoman.evaluation.ratios import harmonic, mean, overlap, ratio
from dragoman.model.rows import Json

# A hundred miles: how near a place counts as the right one in the literature on geoparsing.
NEAR_KM = 161
_EARTH_RADIUS_KM = 6371


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The distance over a sphere between two points, latitude and longitude in degrees."""
    lat, lon, other_lat, other_lon = map(radians, (*a, *b))
    chord = sin((other_lat - lat) / 2) ** 2
    chord += cos(lat) * cos(other_lat) * sin((other_lon - lon) / 2) ** 2
    return _EARTH_RADIUS_KM * 2 * asin(min(1.0, sqrt(chord)))


def toponyms(row: Json) -> list[Json]:
    """Gold's toponyms with coordinates whose offsets hold."""
    return [
        t
        for t in row["toponyms"]
        if t.get("lat") is not None
        and row["text"][t["start"] : t["end"]] in {t.get("phrase"), t.get("text"), _words(t, row)}
    ]


def _words(toponym: Json, row: Json) -> str | None:
    """The text at the offsets, where gold does not say which words it means."""
    if "phrase" in toponym or "text" in toponym:
        return None
    return str(row["text"][toponym["start"] : toponym["end"]])


def _matches(gold: Gold, coded: Coded) -> Iterator[tuple[Json, Json | None]]:
    """Each toponym and the first place that overlaps it."""
    for row in gold:
        mine = coded.get(row["id"], {}).get("places", ())
        for t in toponyms(row):
            span = (t["start"], t["end"])
            yield t, next((p for p in mine if overlap(p["span"], span)), None)


def _distance(toponym: Json, place: Json | None) -> float | None:
    """Kilometres between the two; None where the place is none, or has no coordinates."""
    if place is None or place.get("lat") is None:
        return None
    return kilometres((float(toponym["lat"]), float(toponym["lon"])), (place["lat"], place["lon"]))


def scores(gold: Gold, coded: Coded) -> Scores:
    """Recall of toponyms, precision of places, shares within 161 km, mean error in kilometres."""
    found = list(_matches(gold, coded))
    errors_km = [km for t, p in found if (km := _distance(t, p)) is not None]
    near = sum(km <= NEAR_KM for km in errors_km)
    told = sum(len(coded.get(row["id"], {}).get("places", ())) for row in gold)
    recall = ratio(sum(p is not None for _, p in found), len(found))
    precision = ratio(told - _beside(gold, coded), told)
    return {
        "toponyms": len(found),
        "recognised_recall": recall,
        "recognised_precision": precision,
        "recognised_f1": harmonic(precision, recall),
        "acc161_of_matched": ratio(near, len(errors_km)),
        "acc161_of_all": ratio(near, len(found)),
        "mean_km": mean(errors_km),
    }


def _beside(gold: Gold, coded: Coded) -> int:
    """Places told where gold has no toponym of any kind."""
    return sum(
        not any(overlap(p["span"], (t["start"], t["end"])) for t in row["toponyms"])
        for row in gold
        for p in coded.get(row["id"], {}).get("places", ())
    )


def errors(gold: Gold, coded: Coded) -> Counter[str]:
    """Toponyms not seen, not resolved, put elsewhere; places told beside."""
    found = Counter(_why(t, p) for t, p in _matches(gold, coded))
    del found[""]
    found["place-beside"] = _beside(gold, coded)
    return +found


def _why(toponym: Json, place: Json | None) -> str:
    if place is None:
        return "missed"
    km = _distance(toponym, place)
    if km is None:
        return "unresolved"
    return "elsewhere" if km > NEAR_KM else ""
