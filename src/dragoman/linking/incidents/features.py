"""What speaks for or against two events' being one, each as a number from 0 to 1."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from math import log1p

from dragoman.linking.incidents.kinds import relation
from dragoman.linking.incidents.parties import parties
from dragoman.linking.incidents.place_features import places
from dragoman.linking.incidents.statements import bare
from dragoman.linking.incidents.telling_figures import figures
from dragoman.linking.incidents.tellings import Telling
from dragoman.linking.incidents.timing import both_days, dated, distance, published, width
from dragoman.linking.incidents.word_features import bounds, words

# The cosine of two sentences' vectors; a function, since the encoder may be left out.
Likeness = Callable[[str, str], float]
# Cosines of the encoder's vectors below this say nothing.
UNLIKE = 0.3
# The cosine of two sentences on one topic, on average.
TOPIC = 0.7
YEAR = 366
# The feature that the encoder makes.
LIKENESS = "likeness"
MOST_ALIKE = {LIKENESS: 1.0}


def unlike(_one: str, _other: str) -> float:
    """The likeness where no encoder is asked: that of two sentences on one topic, which tells
    nothing either way."""
    return TOPIC


def features(one: Telling, other: Telling, likeness: Likeness = unlike) -> dict[str, float]:
    """All features of a pair that are not 0; the order of the two does not matter."""
    found = {**plain_features(one, other), **word_features(one, other)}
    return with_likeness(found, one, other, likeness)


def plain_features(one: Telling, other: Telling) -> dict[str, float]:
    """The features of a pair that do not come of comparing words, which takes longer."""
    return _told(_plain(one, other))


def word_features(one: Telling, other: Telling) -> dict[str, float]:
    """Those that do, without the encoder's."""
    return _told(words(one, other))


def word_bounds(one: Telling, other: Telling) -> dict[str, float]:
    """What the features of words, and the encoder's, are at most, found without weighing words."""
    return _told(bounds(one, other)) | MOST_ALIKE


def _told(found: Iterable[tuple[str, float]]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in found if value}


def with_likeness(
    found: dict[str, float], one: Telling, other: Telling, likeness: Likeness
) -> dict[str, float]:
    """Features with that of how alike the two sentences are."""
    above = max(0.0, likeness(one.sentence, other.sentence) - UNLIKE) / (1 - UNLIKE)
    return {**found, LIKENESS: round(above, 4)} if above else found


def _plain(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    yield from _kinds(one, other)
    yield from parties(one, other)
    yield from _time(one, other)
    yield from places(one, other)
    yield from figures(one.figures, other.figures)
    yield "bare", float(bare(one, other))
    if one.report.id == other.report.id:
        yield "same_report", 1.0
        yield "same_sentence", float(one.event.span.overlaps(other.event.span))
        yield (
            "same_words_there",
            float(one.sentence == other.sentence) * float(one.trigger == other.trigger),
        )


def _kinds(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    yield f"kind_{relation(one.kind, other.kind)}", 1.0
    yield "trigger_same", float(one.trigger == other.trigger)
    modes = {one.event.mode, other.event.mode}
    if one.event.type == other.event.type and None not in modes:
        yield "mode_same" if len(modes) == 1 else "mode_other", 1.0
    facts = {one.event.factuality, other.event.factuality}
    if len(facts) > 1:
        yield "factuality_denial" if facts & {"denied", "negated"} else "factuality_other", 1.0


def _time(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    when = one.when, other.when
    days = distance(*when)
    if days is None:
        yield "time_unknown", 1.0
    elif days:
        yield "time_apart", min(1.0, log1p(days) / log1p(YEAR))
        if dated(one) and dated(other):
            yield "time_told_apart", min(1.0, log1p(days) / log1p(YEAR))
        if both_days(one, other):
            yield "time_days_apart", 1.0
    elif both_days(one, other):
        yield "time_same_day", 1.0
    else:
        widest = max(width(w) or YEAR for w in when)
        yield "time_meets", 1.0 - min(1.0, log1p(widest) / log1p(YEAR))
    if one.days and other.days:
        yield "days_shared" if one.days & other.days else "days_none_shared", 1.0
    came = one.report.date.start, other.report.date.start
    if all(came):
        gap = abs((published(one) - published(other)).days)
        yield "published_apart", min(1.0, log1p(gap) / log1p(YEAR))
