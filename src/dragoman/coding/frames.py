"""The tables of acts: verbs and nouns that name them, and what a frame asks of its clause."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from dragoman.model.errors import TableError
from dragoman.model.ontology import EVENT_TYPES, EventType, type_facts
from dragoman.model.tables import Column, Row, read_table


@dataclass(frozen=True, slots=True)
class Need:
    """A condition on one role: `role` exists, or holds an actor, a class of nouns, or lemmas.

    With neither `actor` nor `lemmas` it is enough that the role is filled; with both, either will
    do. `negated` turns the whole round. `written` is how the table puts it.
    """

    role: str
    actor: bool = False
    lemmas: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    negated: bool = False
    written: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """An act that a word names (type None: a use of the word that names none).

    `actor` and `recipient` are role paths in order of preference.
    """

    lemma: str
    particle: str | None
    needs: tuple[Need, ...]
    type: EventType | None
    mode: str | None
    cameo: str
    context: tuple[str, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    place: str


_TYPE = Column("type", choices=(*EVENT_TYPES, "NONE"))
FRAME_COLUMNS = (
    Column("word"),
    Column("needs", optional=True),
    _TYPE,
    Column("mode", optional=True),
    Column("cameo", optional=True),
    Column("context", optional=True, many=True),
    Column("actor", optional=True, many=True),
    Column("recipient", optional=True, many=True),
    Column("example", optional=True),
)
_CLASS_COLUMNS = (Column("class"), Column("lemmas", many=True))
DEFAULT_ACTOR = {"verbs": ("subj",), "nouns": ("poss", "by", "left", "support", "from")}
DEFAULT_RECIPIENT = {"verbs": ("obj",), "nouns": ("on", "against", "at")}

# "Came under attack", "faced criticism": nobody else is told to suffer it.
LAST_RECIPIENT = {"verbs": (), "nouns": ("undergoer",)}


@cache
def noun_classes() -> dict[str, frozenset[str]]:
    """Classes of nouns that needs may name as `@class`."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_table("frames/classes.tsv", _CLASS_COLUMNS):
        found[row["class"]].update(row.many("lemmas"))
    return {name: frozenset(lemmas) for name, lemmas in found.items()}


def plain_frame(lemma: str, event_type: EventType, mode: str | None) -> Frame:
    """A frame that asks for nothing: what a word names where no table tells."""
    return Frame(
        lemma=lemma,
        particle=None,
        needs=(),
        type=event_type,
        mode=mode,
        cameo=type_facts()[event_type, mode].cameo,
        context=(),
        actor=DEFAULT_ACTOR["verbs"],
        recipient=DEFAULT_RECIPIENT["verbs"],
        place="",
    )


@cache
def verb_frames() -> dict[str, tuple[Frame, ...]]:
    """Frames by the verb's lemma, the most demanding first."""
    return _index("verbs")


@cache
def noun_frames() -> dict[str, tuple[Frame, ...]]:
    """Frames by the noun's lemma, the most demanding first."""
    return _index("nouns")


def _index(kind: str) -> dict[str, tuple[Frame, ...]]:
    by_lemma: dict[str, list[Frame]] = defaultdict(list)
    for row in read_table(f"frames/{kind}.tsv", FRAME_COLUMNS):
        for word in row["word"].split("|"):
            frame = _frame(row, word, kind)
            by_lemma[frame.lemma].append(frame)
    return {k: tuple(sorted(v, key=_demands, reverse=True)) for k, v in by_lemma.items()}


def _demands(frame: Frame) -> tuple[int, int, int]:
    """How much a frame asks: a particle, what its roles must hold, and how narrowly."""
    asked = sum(3 if n.lemmas else 2 if n.actor else 1 for n in frame.needs)
    return (frame.particle is not None, asked, -sum(len(n.lemmas) for n in frame.needs))


def _frame(row: Row, word: str, kind: str) -> Frame:
    head, _, rest = word.partition(" ")
    if kind == "nouns" and rest:
        rest, _, head = word.rpartition(" ")
    mode = row["mode"] or None
    event_type = row["type"]
    cameo = ""
    if event_type != "NONE":
        facts = type_facts().get((event_type, mode))
        if facts is None:
            known = sorted(m for t, m in type_facts() if t == event_type and m)
            raise TableError(
                f"{row.place}: {event_type} has no mode {mode!r}; expected none, or one of: "
                + ", ".join(known)
            )
        cameo = facts.cameo
    return Frame(
        lemma=head,
        particle=rest or None,
        needs=tuple(read_need(text, row) for text in row["needs"].split()),
        type=None if event_type == "NONE" else event_type,  # type: ignore[arg-type]  # checked
        mode=mode,
        cameo=row["cameo"] or cameo,
        context=row.many("context"),
        actor=row.many("actor") or DEFAULT_ACTOR[kind],
        recipient=(*(row.many("recipient") or DEFAULT_RECIPIENT[kind]), *LAST_RECIPIENT[kind]),
        place=row.place,
    )


def read_need(text: str, row: Row) -> Need:
    """The condition that a table's cell writes as `role`, `role=lemma,actor` or `!role=@class`."""
    negated = text.startswith("!")
    role, _, test = text.lstrip("!").partition("=")
    lemmas: set[str] = set()
    parts = list(filter(None, test.split(",")))
    for part in parts:
        if part == "actor" or part.startswith("kind:"):
            continue
        if part.startswith("@"):
            if part[1:] not in noun_classes():
                raise TableError(
                    f"{row.place}: no class {part}; there are: {', '.join(sorted(noun_classes()))}"
                )
            lemmas |= noun_classes()[part[1:]]
        else:
            lemmas.add(part)
    kinds = frozenset(p.removeprefix("kind:") for p in parts if p.startswith("kind:"))
    return Need(role, "actor" in parts, frozenset(lemmas), kinds, negated, text)
