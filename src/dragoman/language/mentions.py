"""Actors in a report: who is named, described or referred to, where, and by which code."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from dragoman.language.belonging import Surroundings, belongs
from dragoman.language.communities import CIVILIANS, community
from dragoman.language.coreference import token_at
from dragoman.language.datelines import find_datelines
from dragoman.language.descriptions import Description, describe
from dragoman.language.figures_tables import things
from dragoman.language.home import at_home, consistent
from dragoman.language.parse import paragraphs
from dragoman.language.phrases import UNKNOWN, find_phrases, title_tokens
from dragoman.language.references import refer
from dragoman.language.seats import is_place, is_strictly_place
from dragoman.language.sightings import (
    ELITE,
    STATE_CODE,
    Sighting,
    head_of,
    is_part_of_other,
    sight,
    whose,
)
from dragoman.language.taught import Cast, apposed, has_state, lessons, occurrences
from dragoman.language.titles import titles_of
from dragoman.language.vocabulary import words
from dragoman.model.actor import Mention
from dragoman.model.event import Place
from dragoman.model.report import Report
from dragoman.model.span import Span

GOVERNMENT = "GOV"


def find_mentions(
    doc: Doc, report: Report, places: Sequence[Place] = (), quoted: Sequence[Span] = ()
) -> tuple[Mention, ...]:
    """All mentions of actors in `doc`, in text order.

    `places` tell the country of towns, `quoted` where somebody's own words stand.

    Names come first, then descriptions, then names that the report itself explains, then names
    that nobody explains (no code), then pronouns and the like. Mentions may overlap: "Russian
    police" is one, and "Russian" inside it another, each found by its own head word.
    """
    phrases = find_phrases(doc)
    titles = title_tokens(doc, phrases)
    known = _known_names(doc, report, places, titles)
    around = Surroundings(doc, known, titles, dated=report.date.known)
    described = describe(around, phrases)
    cast = Cast(lessons(around, described))
    found = [
        *_of_sightings(around, described),
        *_of_descriptions(around, described, cast),
        *_of_cast(around, described, cast),
    ]
    found += _of_organisations(doc, found)
    found += _counted(doc, found)
    found = _without_datelines(found, report.text)
    found = at_home(consistent(_once_a_head(found)))
    called = titles_of(doc, described, found, report.date)
    return tuple(refer(doc, found, quoted, called))


def _without_datelines(found: Sequence[Mention], text: str) -> list[Mention]:
    """`found` without the town and the agency of a dateline, who take no part in the story."""
    datelines = find_datelines(paragraphs(text))
    return [m for m in found if not any(d.overlaps(m.span) for d in datelines)]


def _known_names(
    doc: Doc, report: Report, places: Sequence[Place], titles: Container[int]
) -> list[Sighting]:
    """The tables' names in their right sense, and places of a known country."""
    seen = [s for s in sight(doc, report.date) if not is_part_of_other(doc, s, titles)]
    longest = max((p.span.end - p.span.start for p in places), default=0)
    seen = [s for s in seen if not _is_inside(s, report.text, places, longest)]
    known = [*(seen := whose(doc, seen, titles)), *_located(doc, places, seen)]
    return [s for s in known if not _is_money(doc, s)]


def _is_inside(s: Sighting, text: str, places: Sequence[Place], longest: int) -> bool:
    """True for the country's name in "Gulf of Oman" or "US$ 5", which means another thing.

    `places` are in text order, none of them with more than `longest` characters.
    """
    first = bisect_left(places, s.span.end - longest, key=lambda p: p.span.start)
    last = bisect_right(places, s.span.start, key=lambda p: p.span.start)
    near = (p.span for p in places[first:last])
    inside = any(p.contains(s.span) and p != s.span for p in near)
    return inside or text[s.span.end : s.span.end + 1] == "$"


@cache
def _coins() -> frozenset[str]:
    """Currencies by name; their codes ("try") could be another word."""
    return frozenset(w for w, t in things("currency").items() if w != (t.unit or "").lower())


def _is_money(doc: Doc, s: Sighting) -> bool:
    """True for the country of a currency ("one million US dollars"), which does nothing."""
    if s.kind not in {"state", "place"} or s.last >= len(doc):
        return False
    called = {doc[s.last].lower_, doc[s.last].lemma_.lower()}
    noun = doc[s.last].pos_ in {"NOUN", "PROPN"}
    return not called.isdisjoint(words("coins")) or (noun and not called.isdisjoint(_coins()))


def _located(doc: Doc, places: Sequence[Place], sightings: Sequence[Sighting]) -> list[Sighting]:
    """Places of a known country as sightings, where no name of the tables stands."""
    taken = {i for s in sightings for i in range(s.first, s.last)}
    found = []
    for place in places:
        tokens = doc.char_span(place.span.start, place.span.end, alignment_mode="expand")
        if place.country is None or tokens is None or any(t.i in taken for t in tokens):
            continue
        head = head_of(tokens).i
        found.append(
            Sighting(place.span, tokens.start, tokens.end, head, "name", "place", place.country,
                     place.name)
        )  # fmt: skip
    return found


def _of_sightings(around: Surroundings, described: Sequence[Description]) -> Iterator[Mention]:
    titled = {d.sighting for d in described if d.sighting}
    for sighting in around.sightings:
        if sighting not in titled and belongs_to_text(around.doc, sighting):
            yield _of_sighting(around, sighting)


def belongs_to_text(doc: Doc, sighting: Sighting) -> bool:
    """False for the country in "pro-Russian" and the like, which speaks of others."""
    i = sighting.first
    return not (i > 1 and doc[i - 1].text == "-" and not belongs(doc, sighting))


def _of_sighting(around: Surroundings, s: Sighting) -> Mention:
    doc, kind, code = around.doc, s.kind, s.code
    head = doc[s.head]
    if local := community(around, s):
        kind, code = "people", local
    elif s.role == "seat":
        kind, code = ("place", code) if is_place(head) else ("body", code + GOVERNMENT)
    elif s.role == "people" or (s.role == "adjective" and _is_person_noun(doc, s)):
        kind, code = "people", code + CIVILIANS
    elif s.role == "name" and kind == "state" and is_strictly_place(head):
        kind = "place"
    name = s.name if s.role != "people" and kind != "people" else None
    return Mention(s.span, (code,), kind, name, max(head.idx, s.span.start))


def _is_person_noun(doc: Doc, s: Sighting) -> bool:
    """True for "a Georgian" as a noun."""
    token = doc[s.last - 1]
    if token.dep_ in {"amod", "compound", "nmod", "poss"} or token.pos_ not in {"NOUN", "PROPN"}:
        return False
    determiners = [c for c in token.lefts if c.dep_ in {"det", "nummod"}]
    return token.tag_ in {"NNS", "NNPS"} or any(c.lower_ != "the" for c in determiners)


def _of_descriptions(
    around: Surroundings, described: Sequence[Description], cast: Cast
) -> Iterator[Mention]:
    doc = around.doc
    for d in described:
        codes, name, basis = d.codes, _proper_name(doc, d), "description"
        if d.sighting:
            codes = _titled(d, d.sighting, around.dated)
            name, basis = d.sighting.name, "table"
        elif d.named:
            lesson = cast.full([t.text for t in doc[d.named[0] : d.named[1]]])
            if lesson:
                codes, name, basis = lesson.codes, lesson.name, lesson.basis
        elif (near := apposed(around, d)) and not d.plural:
            codes, name = _as_apposed(around, cast, near[0], codes)
        elif not has_state(codes) and (state := _state_beside(around, d)):
            codes, name = (state.code,), state.name
        start, end = _extent(around, d)
        yield Mention(Span(start, end), codes, d.kind, name, doc[d.head].idx, basis)


def _state_beside(around: Surroundings, d: Description) -> Sighting | None:
    """The country in apposition: "Georgia's neighbour, Armenia"."""
    beside = (c.i for c in around.doc[d.head].children if c.dep_ == "appos")
    found = (around.at.get(i) for i in beside)
    return next((s for s in found if s and s.kind == "state" and s.role == "name"), None)


def _proper_name(doc: Doc, d: Description) -> str | None:
    """The name of a body that the tables do not have ("the Plains Farmers Party")."""
    return doc[d.proper : d.noun + 1].text if d.proper is not None else None


def _titled(d: Description, sighting: Sighting, dated: bool) -> tuple[str, ...]:
    """The table's code; where its date left the office open, the title in the text settles it."""
    state = sighting.code[:STATE_CODE]
    if len(sighting.code) == STATE_CODE and d.sector not in (UNKNOWN, CIVILIANS):
        return (state + d.sector,)
    if d.sector == ELITE and not dated:
        return (state + ELITE,)
    return (sighting.code,)


def _as_apposed(
    around: Surroundings, cast: Cast, near: tuple[int, int], codes: tuple[str, ...]
) -> tuple[tuple[str, ...], str | None]:
    """Codes and name for a description with a name beside it: what tells more of the two."""
    sighting = around.at.get(near[0])
    if sighting:
        return (codes if has_state(codes) else (sighting.code,)), sighting.name
    text = [t.text for t in around.doc[near[0] : near[1]]]
    lesson = cast.full(text)
    if lesson is None:
        return codes, None
    return (lesson.codes if has_state(lesson.codes) else codes), lesson.name


def _extent(around: Surroundings, d: Description) -> tuple[int, int]:
    doc = around.doc
    last = doc[d.last - 1]
    end = last.idx + len(last)
    sighting = around.ending.get(d.last - 1)
    if sighting:
        end = sighting.span.end
    opening = around.starting.get(d.first)
    return (opening.span.start if opening else doc[d.first].idx), end


def _of_cast(
    around: Surroundings, described: Sequence[Description], cast: Cast
) -> Iterator[Mention]:
    doc = around.doc
    titled = {i for d in described if d.named for i in range(*d.named)}
    for (first, last), lesson in occurrences(around, cast):
        if first in titled:
            continue
        tokens = doc[first:last]
        span = Span(tokens.start_char, tokens.end_char)
        head = head_of(tokens).idx
        yield Mention(span, lesson.codes, "person", lesson.name or None, head, lesson.basis)


def _of_organisations(doc: Doc, found: Iterable[Mention]) -> list[Mention]:
    """Organisations that only the model's NER sees: no code, but somebody."""
    taken = sorted(m.span for m in found)
    unknown = []
    text = doc.text
    for entity in doc.ents:
        if entity.label_ != "ORG" or not _is_organisation(entity.text):
            continue
        core = _trimmed(entity)
        span = Span(core.start_char, core.end_char)
        if not any(span.overlaps(t) for t in taken):
            head = head_of(core).idx
            unknown.append(Mention(span, (), "organisation", span.of(text), head, "ner"))
    return unknown


def _trimmed(entity: Words) -> Words:
    """An entity without a possessive mark, comma or preposition at its end."""
    last = len(entity) - 1
    while last and (entity[last].text.islower() or not entity[last].text[:1].isalnum()):
        last -= 1
    return entity[: last + 1]


def _is_organisation(text: str) -> bool:
    return text[:1].isupper() and (" " in text or (text.isupper() and text.isalpha()))


def _counted(doc: Doc, found: Sequence[Mention]) -> list[Mention]:
    """The whole of "dozens of senators", whose head is the counting word."""
    counted = []
    for mention in found:
        head = token_at(doc, mention.head)
        preposition = head.head
        if head.dep_ != "pobj" or preposition.lower_ != "of" or mention.kind in {"state", "place"}:
            continue
        noun = preposition.head
        if noun.lower_ in words("quantities") and noun.i < preposition.i:
            span = Span(noun.idx, mention.span.end)
            counted.append(Mention(span, mention.codes, "people", None, noun.idx, mention.basis))
    return counted


_BASES = ("table", "taught", "description", "ner", "coreference")


def _once_a_head(found: Iterable[Mention]) -> list[Mention]:
    """One mention a head word, the one that tells most; in text order."""
    best: dict[int, Mention] = {}
    for mention in found:
        known = best.get(mention.head)
        if known is None or _rank(mention) > _rank(known):
            best[mention.head] = mention
    return sorted(best.values(), key=lambda m: (m.span.start, m.span.end))


def _rank(mention: Mention) -> tuple[bool, int, int]:
    length = mention.span.end - mention.span.start
    return bool(mention.codes), -_BASES.index(mention.basis), length
