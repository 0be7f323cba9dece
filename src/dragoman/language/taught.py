"""Who somebody is, as the report itself tells it: by a title, a nationality, an apposition.

"Minister X of Georgia" and "X, a Georgian historian" teach X's code for the whole report; so do
the tables for those whom they know. A surname alone then means the same person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from dragoman.language.belonging import Surroundings, after
from dragoman.language.descriptions import Description
from dragoman.language.folding import fold
from dragoman.language.runs import Range
from dragoman.language.sightings import STATE_CODE
from dragoman.language.vocabulary import words as particles


@dataclass(frozen=True, slots=True)
class Lesson:
    """A name with the codes that the report or a table gives it, none where it is only a name."""

    words: tuple[str, ...]
    codes: tuple[str, ...]
    name: str
    basis: str = "taught"


class Cast:
    """Everybody whom the report names in full, to be found again by full name or surname."""

    def __init__(self, lessons: Iterable[Lesson]) -> None:
        self._full: dict[tuple[str, ...], Lesson] = {}
        self._short: dict[str, list[Lesson]] = {}
        for lesson in sorted(lessons, key=lambda lesson: -len(lesson.words)):
            self._add(lesson)
        for words, lesson in self._full.items():
            self._short.setdefault(surname(words), []).append(lesson)

    def _add(self, lesson: Lesson) -> None:
        """Take the lesson; one on a surname alone goes to the only one of that surname."""
        words = _key(lesson.words)
        if len(words) == 1:
            fuller = [w for w in self._full if len(w) > 1 and surname(w) == words[0]]
            if len(fuller) > 1:
                return
            words = fuller[0] if fuller else words
        known = self._full.get(words)
        best = _better(known, lesson) if known else lesson
        name = known.name if known else lesson.name
        self._full[words] = Lesson(best.words, best.codes, name, best.basis)

    def full(self, words: Sequence[str]) -> Lesson | None:
        """The lesson for a full name, or for a surname where that is all there is."""
        bare = _bare(words)
        alone = self.short(bare[0]) if len(bare) == 1 else None
        return self._full.get(_key(words)) or alone

    def short(self, word: str) -> Lesson | None:
        """The lesson for a surname alone; None where two people with different codes share it."""
        known = self._short.get(fold(word), [])
        if not known or len({k.codes for k in known}) > 1:
            return None
        same = len({k.name for k in known}) == 1
        return known[0] if same else Lesson(known[0].words, known[0].codes, "", known[0].basis)


def _key(words: Sequence[str]) -> tuple[str, ...]:
    """A name without regard to accents and case."""
    return tuple(map(fold, words))


def surname(words: Sequence[str]) -> str:
    """The last word of a name; the first where the last is an initial."""
    return words[0] if len(words[-1].rstrip(".")) == 1 else words[-1]


def _bare(words: Sequence[str]) -> tuple[str, ...]:
    """The words without particles before them: "al-Eryani" is called Eryani too."""
    k = 0
    while k < len(words) - 1 and (words[k] == "-" or words[k] in particles("particles")):
        k += 1
    return tuple(words[k:])


def _better(known: Lesson, new: Lesson) -> Lesson:
    """The lesson that tells more: a table before a text, a state before a sector, first come."""
    if (known.basis == "table") != (new.basis == "table"):
        return known if known.basis == "table" else new
    return new if _weight(new) > _weight(known) else known


def _weight(lesson: Lesson) -> int:
    return max((len(c) for c in lesson.codes), default=0)


def lessons(around: Surroundings, described: Sequence[Description]) -> list[Lesson]:
    """What the tables' full names, titles, appositions and the names that NER sees teach."""
    doc = around.doc
    found = [
        Lesson(
            _words(doc, (s.first, s.last)),
            (s.code,),
            s.name or _text(doc, (s.first, s.last)),
            "table",
        )
        for s in around.sightings
        if s.kind == "person" and s.role == "name"
    ]
    for d in described:
        if d.named and not d.sighting:
            found.append(_lesson(doc, d.named, d.codes))
            found.extend(_joined_to(around, d) if d.plural else [])
        elif not d.named and d.personal:
            names = apposed(around, d)
            found.extend(_lesson(doc, n, d.codes) for n in names if n[0] not in around.at)
    for entity in doc.ents:
        if entity.label_ == "PERSON" and (name := _clean_name(around, entity.start, entity.end)):
            found.append(Lesson(_words(doc, name), (), _text(doc, name), "ner"))
    return found


def _joined_to(around: Surroundings, d: Description) -> Iterator[Lesson]:
    """The further names of "Presidents X of A and Y of B", each with its own country."""
    for token in around.doc[d.head].rights:
        run = around.runs.at.get(token.i) if token.dep_ == "conj" else None
        if run:
            owners = after(around, token, d.sector, d.words)
            codes = tuple(o.state + d.sector for o in owners) or (d.sector,)
            yield _lesson(around.doc, run, codes)


def _lesson(doc: Doc, name: Range, codes: tuple[str, ...]) -> Lesson:
    return Lesson(_words(doc, name), codes, _text(doc, name))


def apposed(around: Surroundings, described: Description) -> list[Range]:
    """The names that stand in apposition to a description, before or after it."""
    head = around.doc[described.head]
    top = head
    while top.dep_ == "conj" and top.head.i < top.i:
        top = top.head
    near = [top.head] if top.dep_ == "appos" else []
    near += [c for c in head.children if c.dep_ == "appos"]
    if described.plural:
        near += [c for t in near for c in t.rights if c.dep_ == "conj"]
    names = (name_around(around, t) for t in near)
    return [n for n in names if n]


def name_around(around: Surroundings, token: Token) -> Range | None:
    """The run of name words that `token` stands in, or the person sighted there."""
    sighting = around.at.get(token.i)
    if sighting:
        return (sighting.first, sighting.last) if sighting.kind == "person" else None
    is_acronym = token.text.isupper() and len(token.text.rstrip(".")) > 1
    return None if is_acronym else around.runs.at.get(token.i)


def _clean_name(around: Surroundings, first: int, last: int) -> Range | None:
    """The entity without a possessive mark, if it is made of name words that nobody else has."""
    doc = around.doc
    while last > first and doc[last - 1].tag_ == "POS":
        last -= 1
    tokens = doc[first:last]
    if last - first < 2 or any(t.i in around.at for t in tokens):
        return None
    is_thing = any(t.dep_ == "det" for t in tokens.root.children)
    return None if is_thing or not all(_is_person_word(t) for t in tokens) else (first, last)


def _is_person_word(token: Token) -> bool:
    return bool(token.tag_ == "NNP" and token.text[:1].isupper())


def occurrences(around: Surroundings, cast: Cast) -> list[tuple[Range, Lesson]]:
    """Where the cast is named outside the tables' own sightings: in full, or by surname alone."""
    found = []
    for run in around.runs.starting.values():
        for part in _parts(around.doc, run):
            if lesson := cast.full(_words(around.doc, part)):
                found.append((part, lesson))
                if part == run:
                    break
    for token in around.doc:
        lesson = cast.short(token.text) if _may_be_surname(around, token) else None
        if lesson:
            found.append(((token.i, token.i + 1), lesson))
    return found


def _may_be_surname(around: Surroundings, token: Token) -> bool:
    """True for a capitalised word that the tagger took for no name, as it does to rare ones."""
    return bool(
        token.is_title
        and not token.is_stop
        and token.pos_ != "PROPN"
        and token.i not in around.at
        and token.i not in around.runs.at
    )


def _parts(doc: Doc, run: Range) -> Iterator[Range]:
    """The run itself, then what hyphens part it into ("the X-Y talks")."""
    yield run
    cuts = [i for i in range(*run) if doc[i].text == "-"]
    if cuts:
        edges = [run[0] - 1, *cuts, run[1]]
        yield from ((a + 1, b) for a, b in pairwise(edges))


def _words(doc: Doc, name: Range) -> tuple[str, ...]:
    return tuple(t.text for t in doc[name[0] : name[1]])


def _text(doc: Doc, name: Range) -> str:
    return str(doc[name[0] : name[1]].text)


def has_state(codes: Sequence[str]) -> bool:
    """True when the codes tell a state or an organisation, not a sector alone."""
    return any(len(c) > STATE_CODE for c in codes)
