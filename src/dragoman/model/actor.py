"""Who acts: codes, and the words that name them in a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from dragoman.model.span import Span

ActorKind = Literal[
    "state", "place", "body", "person", "organisation", "group", "company", "media", "people"
]

ACTOR_KINDS: tuple[ActorKind, ...] = get_args(ActorKind)


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor named, described or referred to in a report.

    `codes` are PLOVER actor codes: ISO 3166 alpha-3 or an organisation's own code, then a sector
    ("AZEGOV", "RUSMIL", "IGONAT"); several for a group of several ("the two presidents"); empty
    where somebody is meant whose code is unknown. `name` is the canonical name ("Ilham Aliyev"),
    None for descriptions ("Russian special forces"). `head` is the character offset of the head
    word. `basis` says how it was recognised: "table", "description", "taught" (the text's own
    title or nationality), "ner" or "coreference".
    """

    span: Span
    codes: tuple[str, ...]
    kind: ActorKind
    name: str | None
    head: int
    basis: str = "table"


@dataclass(frozen=True, slots=True)
class Source:
    """From whom a row's content comes: the author (all None), or somebody the author cites.

    `kind` is "author", "named", or "unnamed" ("two industry sources"). Of the unnamed, `low` and
    `high` are how many are said to speak (None: not told), `access` what is claimed to let them
    know ("close to", "familiar with"), `belongs` the codes of the states and bodies whose they are
    said to be ("three officials of the ministry").
    """

    actor: str | None = None
    text: str | None = None
    span: Span | None = None
    kind: str = "author"
    low: int | None = None
    high: int | None = None
    access: str | None = None
    belongs: tuple[str, ...] = ()


AUTHOR = Source()
