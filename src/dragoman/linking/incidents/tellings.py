"""An event as linking looks at it: with what its sentence and passage say around it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dragoman.language.folding import fold
from dragoman.linking.incidents.denials import denials
from dragoman.linking.incidents.kinds import kind_of
from dragoman.linking.incidents.telling_figures import loose
from dragoman.linking.incidents.timing import when_of
from dragoman.linking.incidents.wholes import is_whole
from dragoman.linking.incidents.words import Bag, bag, stem, stems
from dragoman.linking.names.keys import word_keys
from dragoman.model.actor import Mention
from dragoman.model.event import Claim, Event, Figure
from dragoman.model.findings import Findings
from dragoman.model.report import Report
from dragoman.model.span import Span
from dragoman.model.when import When

# So many characters either side of the act are its passage.
PASSAGE = 400
# What a report is about stands in its first characters.
STORY = 1500
# Fewer sounds than this many names have in common.
SOUNDS = 3


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """An event with its report and with what linking compares.

    `words` are the telling ones of its sentence, `passage` those around it, each with its rarity;
    `party` those of who acts and is acted on, `proper` and `around` those with a capital in
    the sentence and the passage, `story` those of how the report begins; `names` and `people` are
    the surnames of people in the two by their sound, `places` and `lands` what the sentence names
    as places (GeoNames ids, else folded names) and their states, `days` the days that the passage
    names, `when` the time of the act, from the report's date where the text does not tell,
    `denied_by` who denies that it took place, `whole` whether it is a war as a whole.
    """

    event: Event
    report: Report
    kind: str
    trigger: str
    sentence: str
    words: Bag
    passage: Bag
    party: Bag
    proper: Bag
    figures: tuple[Figure, ...]
    around: Bag
    story: Bag
    names: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]
    lands: frozenset[str]
    days: frozenset[date]
    when: When
    denied_by: tuple[Claim, ...]
    whole: bool

    @property
    def id(self) -> str:
        """The event's id."""
        return self.event.id


def tellings(findings: Findings) -> tuple[Telling, ...]:
    """The events of a report as linking looks at them, in the order of the text."""
    report = findings.report
    story = bag(stems(f"{report.title or ''} {report.text[:STORY]}"))
    return tuple(_telling(event, findings, story) for event in findings.events)


def _telling(event: Event, findings: Findings, story: Bag) -> Telling:
    text = findings.report.text
    at = event.event_span
    around = Span(max(0, at.start - PASSAGE), min(len(text), at.end + PASSAGE))
    parties = [s.of(text) for s in (*event.actor_spans, *event.recipient_spans)]
    sentence = event.span.of(text)
    return Telling(
        event=event,
        report=findings.report,
        kind=kind_of(event),
        trigger=_trigger(at.of(text)),
        sentence=sentence,
        words=bag(stems(sentence)),
        passage=bag(stems(around.of(text))),
        party=bag(stems(" ".join(parties))),
        proper=bag(_capitals(sentence)),
        figures=tuple(loose(figure, text) for figure in event.figures),
        around=bag(_capitals(around.of(text))),
        story=story,
        names=frozenset(_names(findings.mentions, event.span)),
        people=frozenset(_names(findings.mentions, around)),
        places=frozenset(_places(findings, event.span)),
        lands=frozenset(p.country for p in findings.places if p.country and _in(p.span, event)),
        days=frozenset(_days(findings, around)),
        when=when_of(event, findings.report.date),
        denied_by=denials(event, findings),
        whole=is_whole(event, at.of(text)),
    )


def _trigger(words: str) -> str:
    found = stems(words)
    return found[0] if found else stem(fold(words))


def _capitals(sentence: str) -> Iterable[str]:
    """Stems of words with a capital that do not open the sentence, and of numbers."""
    for word in sentence.split()[1:]:
        clean = word.strip("\"'“”‘’()[],.;:!?")
        if clean[:1].isupper() or clean[:1].isdigit():
            yield from stems(clean)


def _names(mentions: Iterable[Mention], span: Span) -> Iterable[str]:
    for mention in mentions:
        if mention.name and mention.kind == "person" and span.contains(mention.span):
            yield _called(fold(mention.name).split()[-1])


@lru_cache(maxsize=65536)
def _called(surname: str) -> str:
    """What a surname is compared by: its sound, so that Safarov is Seferov; a short one itself."""
    sound = min((key for key in word_keys(surname) if " " not in key), default="")
    return sound if len(sound) >= SOUNDS else surname


def _places(findings: Findings, span: Span) -> Iterable[str]:
    for place in findings.places:
        if span.contains(place.span) and place.precision != "country":
            yield str(place.geonameid) if place.geonameid else fold(place.name)


def _in(span: Span, event: Event) -> bool:
    return event.span.contains(span)


def _days(findings: Findings, span: Span) -> Iterable[date]:
    for mention in findings.dates:
        day = mention.when.single_day
        if day is not None and span.contains(mention.span):
            yield day
