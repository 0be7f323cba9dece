"""The finest CAMEO code that the words around an act support.

The table of codes is asked from its top: the first row that fits the act's type, mode, word and
clause gives its code. Where a row says so, what the act is about makes that finer: a promise, an
appeal, a demand, a refusal, a threat and a protest have the codes of what is promised, asked for,
refused, threatened or called for. That is another act below it, or a matter that a noun names
("asked for military aid").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from spacy.tokens import Token

from dragoman.coding.frames import Need, noun_classes, read_need
from dragoman.coding.participants import Cast
from dragoman.coding.roles import Trigger, meets
from dragoman.coding.syntax import children
from dragoman.model.ontology import EVENT_TYPES, EventType, facts_of
from dragoman.model.tables import Column, Row, read_table

CODE_COLUMNS = (
    Column("type", choices=EVENT_TYPES),
    Column("mode", optional=True, many=True),
    Column("word", optional=True, many=True),
    Column("needs", optional=True),
    Column("cameo", optional=True),
    Column("then", optional=True, choices=("aim",)),
    Column("example", optional=True),
)
MATTER_COLUMNS = (Column("word", many=True), Column("needs", optional=True), Column("act"))
AIM_COLUMNS = (
    Column("act"),
    Column("means"),
    *(
        Column(name, optional=True)
        for name in ("03", "02", "10", "12", "refusal", "13", "threat", "14")
    ),
)
# Acts that are about another act: the search for what an act is about goes through them.
ABOUT_OTHERS = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})
# Further down than this (steps in the parse) stands what something else is about.
DEEPEST = 5
PROTEST, PROTEST_ROOT = "PROTEST", "14"
_CLAUSES = frozenset({"xcomp", "ccomp", "pcomp", "acl", "oprd", "conj"})
_NOUNS = frozenset({"dobj", "pobj", "prep", "dative", "attr", "acomp", "nsubjpass", "agent"})


class Coded(NamedTuple):
    """An act to give a code: its type and mode, where it stands, and the code it came with."""

    type: EventType
    mode: str | None
    trigger: Trigger
    cameo: str = ""


@dataclass(frozen=True, slots=True)
class _Rule:
    """A row of the table of codes."""

    modes: frozenset[str]
    words: frozenset[str]
    needs: tuple[Need, ...]
    cameo: str
    aimed: bool


@cache
def _rules() -> dict[str, tuple[_Rule, ...]]:
    found: dict[str, list[_Rule]] = defaultdict(list)
    for row in read_table("frames/cameo.tsv", CODE_COLUMNS):
        found[row["type"]].append(
            _Rule(
                frozenset(row["mode"].split("|")) if row["mode"] else frozenset(),
                _words(row),
                _needs(row),
                row["cameo"],
                row["then"] == "aim",
            )
        )
    return {event_type: tuple(rules) for event_type, rules in found.items()}


def _words(row: Row) -> frozenset[str]:
    """The lemmas of a row, those of a class where it is named."""
    given = row.many("word")
    classes = (noun_classes()[name[1:]] for name in given if name.startswith("@"))
    return frozenset(given).union(*classes)


def _needs(row: Row) -> tuple[Need, ...]:
    return tuple(read_need(text, row) for text in row["needs"].split())


@cache
def _matters() -> dict[str, tuple[tuple[tuple[Need, ...], str], ...]]:
    """What nouns and verbs without a frame of their own stand for, the table's order kept."""
    found: dict[str, list[tuple[tuple[Need, ...], str]]] = defaultdict(list)
    for row in read_table("frames/cameo_matters.tsv", MATTER_COLUMNS):
        for word in row.many("word"):
            found[word].append((_needs(row), row["act"]))
    return {word: tuple(rows) for word, rows in found.items()}


@cache
def _aims() -> dict[str, Row]:
    return {row["act"]: row for row in read_table("frames/cameo_aims.tsv", AIM_COLUMNS)}


def aim_of(act: str) -> Row | None:
    """How CAMEO codes what is said about an act of this code; the nearest kind that is told."""
    ends = range(len(act), 1, -1)
    return next((row for end in ends if (row := _aims().get(act[:end]))), None)


class Codes:
    """The CAMEO codes of one report's acts, whoever proposed them."""

    def __init__(self, acts: Iterable[Coded], cast: Cast) -> None:
        self._cast = cast
        self._by_token: dict[int, Coded] = {}
        for act in acts:
            self._by_token.setdefault(act.trigger.token.i, act)

    def of(self, act: Coded, below: bool = False) -> str:
        """The finest code of an act; one below another is taken without what it is about."""
        code = act.cameo or facts_of(act.type, act.mode).cameo
        rule = next((r for r in _rules().get(act.type, ()) if self._fits(r, act)), None)
        if rule is None:
            return code
        code = rule.cameo or code
        return self._aimed(code, act) if rule.aimed and not below else code

    def _fits(self, rule: _Rule, act: Coded) -> bool:
        if rule.modes and (act.mode or "") not in rule.modes:
            return False
        if rule.words and act.trigger.token.lemma_.lower() not in rule.words:
            return False
        return all(meets(need, act.trigger, self._cast) for need in rule.needs)

    def _aimed(self, code: str, act: Coded) -> str:
        """The code that the first thing told below an act makes of it; else its own."""
        rows = (row for about in self._about(act) if (row := aim_of(about)) is not None)
        finer = next((row[code[:2]] for row in rows if row.get(code[:2])), "")
        return f"{code}{finer}" if finer and code[:2] == PROTEST_ROOT else finer or code

    def _about(self, act: Coded) -> Iterator[str]:
        """The codes of what an act may be about, the nearest first."""
        for token in below(act.trigger, act.type == PROTEST):
            other = self._by_token.get(token.i)
            if other is not None and other.type not in ABOUT_OTHERS:
                yield self.of(other, below=True)
            if matter := self._matter(token):
                yield matter

    def _matter(self, token: Token) -> str | None:
        rows = _matters().get(token.lemma_.lower()) or _matters().get(token.lower_, ())
        trigger = Trigger(token)
        return next(
            (act for needs, act in rows if all(meets(n, trigger, self._cast) for n in needs)), None
        )


def below(trigger: Trigger, clauses: bool = False) -> Iterator[Token]:
    """What hangs on an act's words, the nearest first; never the same word twice.

    `clauses` tells whether what is done meanwhile counts: "marched, calling for elections".
    """
    support = [] if trigger.support is None else [trigger.support]
    seen, level = {t.i for t in (trigger.token, *support)}, [trigger.token, *support]
    for _ in range(DEEPEST):
        level = [c for t in level for c in _down(t, clauses) if c.i not in seen]
        seen.update(t.i for t in level)
        yield from level


def _down(token: Token, clauses: bool) -> list[Token]:
    aside = [c for c in children(token, "advcl") if clauses or _has_to(c)]
    return children(token, *_CLAUSES, *_NOUNS) + aside


def _has_to(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in verb.children)
