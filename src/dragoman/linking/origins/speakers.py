"""Who is cited: persons, bodies and their mouthpieces, and those who stay unnamed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.language.actor_tables import sectors, states
from dragoman.linking.origins.outlets import Outlets
from dragoman.linking.origins.words import plain_words
from dragoman.model.actor import Mention, Source
from dragoman.model.findings import Findings
from dragoman.model.origin import OriginKind
from dragoman.model.span import Span
from dragoman.model.tables import Column, read_table

# PLOVER's sectors of those who speak for a state, and the prefix of those who do for several.
OFFICIAL = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG", "IGO"})
MEDIA = "MED"
_KINDS = ("spokes", "unnamed", "witness", "channel", "document", "same", "plain")
_BODIES = frozenset({"body", "organisation", "group", "company"})
_PLURAL = 4
_NAME = re.compile(r"[A-Z][\w'’-]+(?:\s+(?:[a-z]{1,3}\s+)?[A-Z][\w'’-]*\.?)+")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody cited, as far as the report tells.

    `name` is a person's. `country` is a state's code. `words` are those that tell which body it
    is or speaks for, in one spelling. `text` is how the report calls it.
    """

    kind: OriginKind
    text: str
    name: str | None = None
    country: str | None = None
    words: frozenset[str] = frozenset()

    @property
    def known(self) -> bool:
        """True where two reports can be told to mean the same."""
        return self.name is not None or (self.kind == "statement" and bool(self.label))

    @property
    def label(self) -> str:
        """Its name, or how it is called; the state, where only its adjective is told."""
        return self.name or _adjectives().get(self.text) or self.text


@cache
def word_kinds() -> dict[str, tuple[str, str]]:
    """Kind and value of each word of the table."""
    columns = (Column("word"), Column("kind", choices=_KINDS), Column("value", optional=True))
    rows = read_table("origins/speakers.tsv", columns)
    return {row["word"]: (row["kind"], row["value"]) for row in rows}


@cache
def _adjectives() -> dict[str, str]:
    """The state of each adjective: "Kenyan claims" are Kenya's."""
    return {word: state.name for state in states() for word in state.adjectives}


@cache
def _countries() -> dict[str, str]:
    """The state of each folded word that names one: its names, adjectives, peoples and seats."""
    found: dict[str, str] = {}
    for state in states():
        names = (state.name, *state.aliases, *state.adjectives, *state.peoples, *state.seats)
        for name in (*names, state.capital):
            words = plain_words(name)
            if len(words) == 1:
                found.setdefault(words[0], state.code)
    return found


def speaker_of(source: Source, findings: Findings, outlets: Outlets) -> Speaker | None:
    """Whom a source is, by the mentions among its words; None where nobody is told.

    Names of `outlets` are nobody's: "two relatives who spoke to Meydan TV".
    """
    if not source.text:
        return None
    held = [
        m for m in findings.mentions if source.span is not None and source.span.contains(m.span)
    ]
    words = _words(_in_full(source, held))
    kinds = {word_kinds()[w][0] for w in words if w in word_kinds()}
    name = _person(held) or _unlisted(_without(source.text, outlets), held)
    official = _official(held, source.actor)
    country = _country(words, held, source.actor)
    own = frozenset(w for w in words if w not in _countries())
    body = frozenset(_same(w) for w in own if _tells(w)) - _name_words(name)
    kind = _kind(name, kinds, official, held)
    if kind == "unnamed" and not kinds & {"unnamed", "document"} and _definite(source.text, body):
        kind = "statement"
    return Speaker(kind, source.text.strip(), name, country, body)


def is_document(text: str) -> bool:
    """True for "an internal memo", which says nothing that the outlet that has it does not say."""
    return any(word_kinds().get(w, ("",))[0] == "document" for w in _words(text))


def _words(text: str) -> tuple[str, ...]:
    found = []
    for word in plain_words(text):
        stem = word.removesuffix("'s").removesuffix("'")
        found.append(word if word in word_kinds() else stem)
    return tuple(found)


def _tells(word: str) -> bool:
    return word_kinds().get(word, ("",))[0] in ("", "same") and len(word) > 1


def _same(word: str) -> str:
    kind, value = word_kinds().get(word, ("", ""))
    if kind == "same":
        return value
    plural = len(word) > _PLURAL and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if plural else word


def _name_words(name: str | None) -> frozenset[str]:
    return frozenset(plain_words(name or ""))


def _person(held: list[Mention]) -> str | None:
    return next((m.name for m in held if m.kind == "person" and m.name), None)


def _in_full(source: Source, held: list[Mention]) -> str:
    """The words of a source, bodies by the names that the tables have: "JCS" in full."""
    text, start = source.text or "", source.span.start if source.span else 0
    for mention in sorted(held, key=lambda m: m.span, reverse=True):
        inside = Span(mention.span.start - start, mention.span.end - start)
        if mention.name and mention.kind in _BODIES and inside.of(text):
            text = text[: inside.start] + mention.name + text[inside.end :]
    return text


def _without(text: str, outlets: Outlets) -> str:
    for span, _ in outlets.find(text):
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _unlisted(text: str, held: list[Mention]) -> str | None:
    """A name of several capitalised words that nobody told us of: a person's, for all we know."""
    bodies = any(m.kind in ("body", "organisation", "group", "company", "media") for m in held)
    for match in () if bodies else _NAME.finditer(text):
        words = plain_words(match[0])
        if not any(w in word_kinds() or w in _countries() for w in words):
            return match[0]
    return None


def _definite(text: str, body: frozenset[str]) -> bool:
    """True for "the port authority", "Norway's supervisor" and "ANRE"; not for "traders"."""
    words = text.split()
    known = words[0].lower() in ("the", "its") or words[0].endswith(("'s", "’s"))
    return bool(body) and (known or (len(words) == 1 and words[0][:1].isupper()))


def _sector(code: str) -> str:
    return code[:3] if code[:3] in sectors() else code[3:6]


def _official(held: list[Mention], actor: str | None) -> bool:
    codes = [c for m in held for c in m.codes] + ([actor] if actor else [])
    states_alone = any(m.kind in ("state", "place") and m.codes for m in held)
    return states_alone or any(_sector(c) in OFFICIAL or c[:3] == "IGO" for c in codes)


def _country(words: tuple[str, ...], held: list[Mention], actor: str | None) -> str | None:
    named = next((_countries()[w] for w in words if w in _countries()), None)
    if named:
        return named
    codes = [c for m in held for c in m.codes] + ([actor] if actor else [])
    known = frozenset(_countries().values())
    return next((c[:3] for c in codes if c[:3] in known), None)


def _kind(name: str | None, kinds: set[str], official: bool, held: list[Mention]) -> OriginKind:
    """What a source is, by the words that name it; a press service is the body behind it."""
    if name:
        official = official and "witness" not in kinds
        return "statement" if official or "spokes" in kinds else "witness"
    if "channel" in kinds:
        return "channel"
    media = any(_sector(c) == MEDIA for m in held for c in m.codes)
    if "spokes" in kinds and not media and (official or "unnamed" not in kinds):
        return "statement"
    if "witness" in kinds:
        return "witness"
    bodies = any(m.kind in _BODIES for m in held)
    heard = (official or bodies) and not media and "unnamed" not in kinds
    return "statement" if heard else "unnamed"
