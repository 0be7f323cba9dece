"""Names of the actor tables in a parsed report, each settled to one meaning or left out."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from dragoman.language.folding import fold
from dragoman.language.known import Known, Role
from dragoman.language.names import Found, find_names
from dragoman.model.actor import ActorKind
from dragoman.model.span import Span
from dragoman.model.when import When

STATE_CODE = 3
ELITE = "ELI"
# Sectors that end with an office; a journalist or a rebel stays one.
OFFICES = frozenset({"", "GOV", "LEG", "PTY", "JUD", "SPY", "MIL", "COP"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name in its place: tokens `first` up to `last` (not included) with syntactic head `head`.

    `span` is exact, also where it ends inside a token. `code` may be a state's alone where the
    office is not certain; `name` is None where two of one name and code could be meant.
    """

    span: Span
    first: int
    last: int
    head: int
    role: Role
    kind: ActorKind
    code: str
    name: str | None

    @property
    def state(self) -> str:
        """The state's or organisation's part of the code."""
        return self.code[:STATE_CODE]


def sight(doc: Doc, when: When) -> tuple[Sighting, ...]:
    """All settled names of `doc`, in text order; `when` is the report's date."""
    found = find_names(doc.text)
    plain = [f.meanings for f in found if len({m.name for m in f.meanings}) == 1]
    firm = {(m.code[:STATE_CODE], m.name) for ms in plain for m in ms if not m.doubtful}
    sighted = (_sighting(doc, f, settle(f.meanings, when, firm)) for f in found)
    return tuple(s for s in sighted if s)


def settle(
    meanings: Sequence[Known], when: When, firm: Container[tuple[str, str | None]] = ()
) -> Known | None:
    """The one meaning of a form on a date, or None where it stays open.

    A doubtful meaning counts only where `firm` (state and name) has the same actor by a sure
    name. Where several offices of one person are possible, what they share is kept.
    """
    named = [m for m in meanings if not m.doubtful or (m.code[:STATE_CODE], m.name) in firm]
    sure = [m for m in named if m.holds(when) or not m.ends]
    if not sure:
        return None
    holding = [m for m in sure if m.holds(when)]
    if holding:
        return _common(holding, firm)
    ended = [m for m in sure if m.until and when.start and m.until <= when.start]
    return _former(_common(ended, firm)) if ended else _coming(_common(sure, firm))


def _common(meanings: Sequence[Known], firm: Container[tuple[str, str | None]]) -> Known | None:
    """The meaning that all share, down to the state alone; None where they share none."""
    named = [m for m in meanings if (m.code[:STATE_CODE], m.name) in firm]
    if len({m.name for m in meanings}) > 1 and len({m.name for m in named}) == 1:
        meanings = named
    first = meanings[0]
    if len({m.code[:STATE_CODE] for m in meanings}) > 1:
        return None
    name = first.name if len({m.name for m in meanings}) == 1 else None
    code = first.code if len({m.code for m in meanings}) == 1 else first.code[:STATE_CODE]
    return replace(first, code=code, name=name)


def _former(known: Known | None) -> Known | None:
    """Somebody out of office: the state's elite; a name from another time stands for its state."""
    if known is None or known.kind != "person" or known.code[STATE_CODE:] not in OFFICES:
        return known
    return replace(known, code=known.code[:STATE_CODE] + ELITE)


def _coming(known: Known | None) -> Known | None:
    """Somebody before the first office that the tables have: the state's, in no known sector."""
    if known is None or known.kind != "person" or known.code[STATE_CODE:] not in OFFICES:
        return known
    return replace(known, code=known.code[:STATE_CODE])


def _sighting(doc: Doc, found: Found, known: Known | None) -> Sighting | None:
    tokens = doc.char_span(found.start, found.end, alignment_mode="expand")
    if known is None or tokens is None:
        return None
    return Sighting(
        span=Span(found.start, found.end),
        first=tokens.start,
        last=tokens.end,
        head=head_of(tokens).i,
        role=known.role,
        kind=known.kind,
        code=known.code,
        name=known.name,
    )


def whose(doc: Doc, sightings: Sequence[Sighting], titles: Container[int] = ()) -> list[Sighting]:
    """`sightings`, with bodies given to the country that stands before them.

    "Chile's Defense Department" is Chile's, though the name alone means another country's; and
    "Bulgarian Minister Ivanov" is none of the table's people. `titles` are tokens of titles.
    """
    ending = {s.last: s for s in sightings if s.kind == "state" and s.role != "people"}
    owned = ((s, _country_before(doc, s, ending)) for s in sightings)
    return [_given_to(s, o) for s, o in owned if not _is_namesake(s, o, titles)]


def _is_namesake(s: Sighting, owner: Sighting | None, titles: Container[int]) -> bool:
    """True for a title with a surname that the table has of another country's holder."""
    return (
        s.kind == "person" and s.first in titles and not (owner is None or owner.state == s.state)
    )


def _country_before(doc: Doc, s: Sighting, ending: Mapping[int, Sighting]) -> Sighting | None:
    first = s.first
    if first and doc[first - 1].tag_ == "POS":
        first -= 1
    return ending.get(first)


def _given_to(s: Sighting, owner: Sighting | None) -> Sighting:
    if s.kind != "body" or owner is None or owner.state == s.state:
        return s
    return replace(s, code=owner.state + s.code[STATE_CODE:], name=None)


def is_part_of_other(doc: Doc, sighting: Sighting, titles: Container[int]) -> bool:
    """True for a known name inside an unknown longer one: "Juan Carlos" in "Juan Carlos Lopez".

    So it is with groups ("Maidan" in a town's name), but for acronyms.

    `titles` are tokens of titles, which may stand beside any name.
    """
    if sighting.kind not in {"person", "group"} or sighting.span.end - sighting.span.start < 4:
        return False
    after, before = sighting.last, sighting.first - 1
    if after < len(doc) and doc[after - 1].whitespace_ and _is_name_word(doc[after], titles):
        return doc[after - 1].dep_ == "compound" and doc[after - 1].head.i >= after
    if (
        sighting.kind != "person"
        or before < 0
        or not doc[before].whitespace_
        or _has_given_name(doc, sighting)
    ):
        return False
    other = doc[before]
    governed = other.dep_ == "compound" and sighting.first <= other.head.i < sighting.last
    same = fold(sighting.name or "").startswith(fold(other.text.rstrip(".")))
    return governed and not same and _is_name_word(other, titles)


def _has_given_name(doc: Doc, sighting: Sighting) -> bool:
    """True when the words begin as the person's full name does."""
    first = fold(doc[sighting.first].text)
    return sighting.last - sighting.first > 1 and fold(sighting.name or "").startswith(first)


def _is_name_word(token: Token, titles: Container[int]) -> bool:
    return bool(token.tag_ == "NNP" and token.text[:1].isupper() and token.i not in titles)


def head_of(tokens: Iterable[Token]) -> Token:
    """The token of a run that none other of it governs; the last where the parse has several."""
    run = list(tokens)
    inside = {t.i for t in run}
    tops = [t for t in run if t.head.i not in inside or t.head.i == t.i]
    words = [t for t in tops if not t.is_punct] or tops
    return words[-1]
