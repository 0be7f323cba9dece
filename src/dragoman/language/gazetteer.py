"""Places named in a report, each with the gazetteer's entry that it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from dragoman.language.places_adjectives import find_adjectives
from dragoman.language.places_bodies import in_body
from dragoman.language.places_choice import choose
from dragoman.language.places_entry import Entry
from dragoman.language.places_evidence import is_place
from dragoman.language.places_match import Match, find_matches
from dragoman.language.places_reader import Reader, countries_in, given_names_of, surnames_of
from dragoman.language.places_signs import listed_with
from dragoman.language.places_store import ensure_gazetteer
from dragoman.language.places_unlisted import find_unlisted
from dragoman.language.places_words import text_words
from dragoman.model.event import Place
from dragoman.model.span import Span

__all__ = ["ensure_gazetteer", "find_places"]


def find_places(
    doc: Doc, skip: Sequence[Span] = (), bodies: Sequence[Span] = ()
) -> tuple[Place, ...]:
    """The toponyms of `doc` in text order: countries, regions, waters, towns, their adjectives.

    Nothing that overlaps a span of `skip` is taken (persons, companies that another room knows);
    of `bodies` (a state's organs), only the country's name with which one begins. A name that
    could be two places, where nothing decides, has neither's coordinates and precision "unknown".
    """
    text = doc.text
    found = text_words(text)
    matches = find_matches(text, found)
    countries = countries_in(found, matches)
    reader = Reader(
        doc, text, found, skip, bodies, surnames_of(doc), given_names_of(doc), countries
    )
    accepted = _accepted(reader, matches)
    inside = _in_bodies(reader, matches, accepted)
    chosen = choose(reader, [*accepted, *inside])
    named = [_place(text, m, chosen[m]) for m in accepted]
    named += [replace(_place(text, m, chosen[m]), use="body") for m in inside]
    named.sort(key=lambda p: p.span)
    held = [*skip, *(p.span for p in named)]
    others = [_adjective(text, *each) for each in find_adjectives(reader, held)]
    taken = {at for s in (*held, *bodies) for at in range(s.start, s.end)}
    others += find_unlisted(reader, named, taken)
    return tuple(sorted((*named, *others), key=lambda p: p.span))


def _adjective(text: str, span: Span, entry: Entry) -> Place:
    return _told(span.of(text), span, entry, "adjective")


def _accepted(reader: Reader, matches: Sequence[Match]) -> list[Match]:
    """Matches that are places by themselves, then those listed with one or named again."""
    matched = {m.gram.first: m for m in matches}
    sure = [is_place(reader, m, matched) for m in matches]
    names = {m.key for m, ok in zip(matches, sure, strict=True) if ok}
    for at, match in enumerate(matches):
        if not sure[at] and (match.key in names or _listed(reader, matches, sure, at)):
            sure[at] = is_place(reader, match, matched, signed=True)
    return [m for m, ok in zip(matches, sure, strict=True) if ok]


def _in_bodies(reader: Reader, matches: Sequence[Match], accepted: Sequence[Match]) -> list[Match]:
    names = {m.key for m in accepted}
    taken = {m.gram.start for m in accepted}
    return [m for m in matches if m.gram.start not in taken and in_body(reader, m, names)]


def _listed(reader: Reader, matches: Sequence[Match], sure: Sequence[bool], at: int) -> bool:
    """True when the match before or after is a place and only a comma or 'and' parts them."""
    before = at > 0 and sure[at - 1] and listed_with(reader, matches[at - 1], matches[at])
    after = (
        at + 1 < len(sure) and sure[at + 1] and listed_with(reader, matches[at], matches[at + 1])
    )
    return before or after


def _place(text: str, match: Match, entry: Entry | None) -> Place:
    span = Span(match.gram.start, match.gram.end)
    words = span.of(text)
    if entry is None:
        return Place(words, span, words)
    return _told(words, span, entry)


def _told(words: str, span: Span, entry: Entry, use: str = "name") -> Place:
    return Place(
        text=words,
        span=span,
        name=entry.name,
        country=entry.country,
        lat=entry.lat,
        lon=entry.lon,
        geonameid=entry.geonameid,
        precision=entry.precision,
        use=use,
    )
