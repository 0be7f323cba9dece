"""Uses of words that name no act, though the word often does: a view, a storm, a film, a match.

Asked before the frames and the encoder, and stronger than both: a row can be read and corrected.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from dragoman.coding.frames import Need, read_need
from dragoman.coding.participants import Cast
from dragoman.coding.roles import meets
from dragoman.coding.syntax import particle_of
from dragoman.coding.triggers import trigger_of
from dragoman.model.tables import Column, read_table

# Why a use is no act; the words of the corpus's guide.
WHY = (
    "opinion", "background", "metaphor", "accident", "weather", "market", "procedure", "culture",
    "sport", "private",
)  # fmt: skip
CLASSES = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
NO_ACT_COLUMNS = (
    Column("word", many=True),
    Column("class", choices=("verb", "noun", "adjective")),
    Column("needs", optional=True),
    Column("why", choices=WHY),
    Column("example", optional=True),
)


@dataclass(frozen=True, slots=True)
class NoAct:
    """A use of a word, with a verb's particle or not, that names no act."""

    particle: str
    needs: tuple[Need, ...]
    why: str


@cache
def no_acts() -> dict[tuple[str, str], tuple[NoAct, ...]]:
    """The uses by the word's class and lemma."""
    found: dict[tuple[str, str], list[NoAct]] = defaultdict(list)
    for row in read_table("frames/no_acts.tsv", NO_ACT_COLUMNS):
        needs = tuple(read_need(text, row) for text in row["needs"].split())
        for word in row.many("word"):
            lemma, _, particle = word.partition(" ")
            found[row["class"], lemma].append(NoAct(particle, needs, row["why"]))
    return {key: tuple(uses) for key, uses in found.items()}


def names_no_act(token: Token, cast: Cast) -> bool:
    """True where the table knows this use of the word for none."""
    key = (CLASSES.get(token.pos_, ""), token.lemma_.lower())
    return any(_fits(use, token, cast) for use in no_acts().get(key, ()))


def _fits(use: NoAct, token: Token, cast: Cast) -> bool:
    if use.particle and not particle_of(token, use.particle):
        return False
    trigger = trigger_of(token)
    return all(meets(need, trigger, cast) for need in use.needs)
