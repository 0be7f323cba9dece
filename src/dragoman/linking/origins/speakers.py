"""Who is cited, and whether two reports cite the same: persons, bodies and their mouthpieces."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.language.actor_tables import sectors, states
from dragoman.language.folding import fold
from dragoman.linking.origins.words import plain_words
from dragoman.model.actor import Mention, Source
from dragoman.model.findings import Findings
from dragoman.model.origin import OriginKind
from dragoman.model.tables import Column, read_table

# PLOVER's sectors of those who speak for a state, and the prefix of those who do for several.
OFFICIAL = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG", "IGO"})
MEDIA = "MED"
_KINDS = ("spokes", "unnamed", "witness", "channel", "same", "plain")


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
        """Its name, or how it is called."""
        return self.name or self.text


@cache
def word_kinds() -> dict[str, tuple[str, str]]:
    """Kind and value of each word of the table."""
    columns = (Column("word"), Column("kind", choices=_KINDS), Column("value", optional=True))
    rows = read_table("origins/speakers.tsv", columns)
    return {row["word"]: (row["kind"], row["value"]) for row in rows}


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


def speaker_of(source: Source, findings: Findings) -> Speaker | None:
    """Whom a source is, by the mentions among its words; None where nobody is told."""
    if not source.text:
        return None
    held = [
        m for m in findings.mentions if source.span is not None and source.span.contains(m.span)
    ]
    words = _words(source.text)
    kinds = {word_kinds()[w][0] for w in words if w in word_kinds()}
    name = _person(held)
    official = _official(held, source.actor)
    country = _country(words, held, source.actor)
    own = frozenset(w for w in words if w not in _countries())
    body = frozenset(_same(w) for w in own if _tells(w)) - _name_words(name)
    kind = _kind(name, kinds, official, held)
    return Speaker(kind, source.text.strip(), name, country, body)


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
    return value if kind == "same" else word


def _name_words(name: str | None) -> frozenset[str]:
    return frozenset(plain_words(name or ""))


def _person(held: list[Mention]) -> str | None:
    return next((m.name for m in held if m.kind == "person" and m.name), None)


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
    bodies = any(m.kind in ("body", "organisation", "group", "company") for m in held)
    heard = (official or bodies) and not media and "unnamed" not in kinds
    return "statement" if heard else "unnamed"


def same_speaker(one: Speaker, other: Speaker) -> str | None:
    """Why two reports cite the same person or body, in words; None where that cannot be told."""
    if not (one.known and other.known) or _apart(one.country, other.country):
        return None
    if one.name and other.name:
        return f"both cite {_longer(one, other).name}" if _same_name(one.name, other.name) else None
    if one.kind != "statement" or other.kind != "statement":
        return None
    if not one.words or not other.words:
        return _government(one, other)
    if one.words <= other.words or other.words <= one.words:
        return f"both cite {_longer(other, one).text}"
    return None


def _apart(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _longer(one: Speaker, other: Speaker) -> Speaker:
    return max(one, other, key=lambda s: (len(s.label), s.label))


def _government(one: Speaker, other: Speaker) -> str | None:
    """ "Baku said" and "Azerbaijan's foreign ministry said" are one voice."""
    if one.country and one.country == other.country and not (one.name and other.name):
        return f"both cite the government of {one.country}"
    return None


def _same_name(one: str, other: str) -> bool:
    """Same surname, and no given names that differ."""
    left, right = fold(one).split(), fold(other).split()
    if not left or not right or left[-1] != right[-1]:
        return False
    if len(left) == 1 or len(right) == 1:
        return True
    return (
        left[0] == right[0]
        or left[0].rstrip(".") == right[0][0]
        or right[0].rstrip(".") == left[0][0]
    )
