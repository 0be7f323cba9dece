"""The tables of cues: words beside an outlet's name that say what came through it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dragoman.model.origin import CITATION_ROLES, CitationRole
from dragoman.model.tables import Column, read_table

SLOT = "{}"
# No cue with the words between it and the name is longer.
REACH = 90


def _slot(phrase: str) -> str | None:
    """What is wrong with a cue's place for the name."""
    right = SLOT not in phrase.removeprefix(SLOT).removesuffix(SLOT)
    return None if right and phrase != SLOT else "expected {} once, before or after the words"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words and their side of the name: "before", "after", or "beside" for the same sentence."""

    words: str
    side: str
    role: CitationRole


@cache
def cues() -> tuple[Cue, ...]:
    """The cues, those of most characters first."""
    columns = (Column("phrase", check=_slot), Column("role", choices=CITATION_ROLES))
    found = []
    for row in read_table("origins/cues.tsv", columns):
        role = next(r for r in CITATION_ROLES if r == row["role"])
        phrase = row["phrase"]
        side = "before" if phrase.endswith(SLOT) else "after" if SLOT in phrase else "beside"
        found.append(Cue(phrase.replace(SLOT, "").strip(), side, role))
    return tuple(sorted(found, key=lambda c: (-len(c.words), c.words, c.side)))


@cache
def outlet_words() -> dict[str, str]:
    """The kind of each word that stands beside a name."""
    kinds = ("agency", "paper", "broadcaster", "site", "channel", "fill")
    rows = read_table("origins/outlet_words.tsv", (Column("word"), Column("kind", choices=kinds)))
    return {row["word"]: row["kind"] for row in rows}


def _either(words: Iterable[str]) -> str:
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


# Between a cue and a name: its words, and whose it is ("Azerbaijan's", "Russian").
@cache
def _between() -> str:
    return rf"(?:(?:(?i:{_either(outlet_words())})|[A-Z][\w-]+(?:'s?)?),?\s+){{0,6}}?"


@cache
def before_pattern() -> re.Pattern[str]:
    """Words that end right before a name: a cue, and what stands between."""
    phrases = _either(c.words for c in cues() if c.side == "before")
    return re.compile(rf"(?:^|(?<=[^\w]))(?P<cue>(?i:{phrases}))\s+{_between()}$")


@cache
def after_pattern() -> re.Pattern[str]:
    """Words that begin right after a name: what it is, and a cue."""
    phrases = _either(c.words for c in cues() if c.side == "after")
    beside = _either(outlet_words())
    return re.compile(
        rf"^(?:\s+(?i:{beside}))*(?:,?\s+(?:on|late|early)\s+[A-Z]\w+,?)?\s*(?P<cue>(?i:{phrases}))(?!\w)"
    )


@cache
def unlisted_patterns() -> tuple[re.Pattern[str], ...]:
    """A name that no table has, behind a word that says what it is, or before one."""
    nouns = _either(word for word, kind in outlet_words().items() if kind != "fill")
    name = r"[A-Z][\w'.-]*(?:\s+(?:[A-Z][\w'.-]*|i|of)){0,3}"
    return (
        re.compile(rf"\b(?i:{nouns})\s+(?P<name>{name})(?<![.'])"),
        re.compile(rf"(?P<name>(?!(?:The|A|An|Its|His|Her)\b){name})\s+(?:{nouns})\b(?!\s+[A-Z])"),
    )


@cache
def citing_pattern() -> re.Pattern[str]:
    """Words behind which a deeper source is named: "citing", "with reference to"."""
    phrases = _either(c.words for c in cues() if c.role == "citing" and c.side == "before")
    return re.compile(rf"\b(?i:{phrases})\s+")


@cache
def says_patterns() -> tuple[re.Pattern[str], ...]:
    """What stands behind something told, and says who tells it: ", he said", ", said he"."""
    verbs = _either(c.words for c in cues() if c.side == "after" and c.role == "cites")
    who = r"(?P<who>[^,.;:]{3,60}(?:,[^,.;:]{2,50})?)"
    opening = r"[,;\"'”’»\s]*"
    return (
        re.compile(rf"{opening}(?:{verbs})\s+{who}(?=[.,;]|$)"),
        re.compile(rf"{opening}{who},?\s+(?:{verbs})\b"),
    )


def role_before(words: str) -> CitationRole | None:
    """The role of the cue that ends `words`, which stand right before a name."""
    match = before_pattern().search(words[-REACH:])
    return _role(match["cue"], "before") if match else None


def role_after(words: str) -> CitationRole | None:
    """The role of the cue that begins `words`, which stand right after a name."""
    match = after_pattern().search(words[:REACH])
    return _role(match["cue"], "after") if match else None


def role_beside(sentence: str) -> CitationRole | None:
    """The role of a cue that stands anywhere in a sentence beside a name."""
    plain = " ".join(sentence.lower().split())
    return next((c.role for c in cues() if c.side == "beside" and c.words in plain), None)


def _role(cue: str, side: str) -> CitationRole | None:
    wanted = " ".join(cue.lower().split())
    return next((c.role for c in cues() if c.side == side and c.words == wanted), None)
