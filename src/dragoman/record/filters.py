"""What a question to the record is limited to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from dragoman.model.attribution import STANCES
from dragoman.model.errors import UsageError
from dragoman.model.judgement import JUDGEMENT_KINDS
from dragoman.model.ontology import EVENT_TYPES
from dragoman.model.questions import NAMES, askable
from dragoman.model.tie_kinds import tie_kinds

_FIELDS = {"type": "types", "mode": "modes", "outlet": "outlets", "kind": "kinds",
           "source_kind": "source_kinds", "stance": "stances", "table": "tables"}  # fmt: skip


def kinds_of(kind: str) -> tuple[str, ...]:
    """The kinds that judgements or ties have; none for other rows."""
    if kind == "ties":
        return tuple(tie_kinds())
    return JUDGEMENT_KINDS if kind in ("judgements", "authors") else ()


def types_of(kind: str) -> tuple[str, ...]:
    """What `types` may be of rows of `kind`: PLOVER's, a stance, or a kind."""
    if kind == "attributions":
        return STANCES
    return kinds_of(kind) or EVENT_TYPES


def _refuse_others(name: str, kind: str, values: Iterable[str], choices: tuple[str, ...]) -> None:
    if wrong := next((value for value in values if value not in choices), None):
        listed = ", ".join(choices)
        raise UsageError(f"no such {name} of {kind} {wrong!r}; there are: {listed}")


@dataclass(frozen=True, slots=True)
class Filters:
    """Every filter is optional, and all that are given must hold.

    `actor` and `recipient` match codes that begin with them: AZE matches AZE, AZEGOV and AZEMIL.
    `dyad` matches events of the one towards the other, either way, and those of both together.
    `since` (the first day) and `until` (the first day after) are about an event's own time, and
    about the publication of a report or of what is said in it; an interval matches when it
    overlaps. `place` is a name or a country's code; `text` is looked for in the report's words.
    `as_of` leaves only what is known to have been published by that day. `report` is an id or how
    one begins. `coder` asks for the rows of that coder, not for those of the newest coding.
    `source` and `cue` are words of an attribution's source and cue; `source_kinds` are those of a
    source or an author. `speaker` and `author` are whole names, of a quotation's speaker and a
    judgement's author, in any case. `kinds` are those of judgements or ties; `types` do as well for
    them, and for the stances of attributions. `due_since` and
    `due_until` leave judgements whose horizon is a date, and ends after the one day and by the
    other. `dyad` asks of judgements and ties that both are concerned, and of what is said that
    one of the two says it of the other, or somebody of both; `recipient` is whom it is said of.
    `tables` leaves the ties that were imported from those tables.
    `called` holds names that were given and the codes they are read as, which others share.
    """

    actor: str | None = None
    recipient: str | None = None
    dyad: tuple[str, str] | None = None
    types: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    outlets: tuple[str, ...] = ()
    factuality: tuple[str, ...] = ()
    report: str | None = None
    place: str | None = None
    text: str | None = None
    as_of: date | None = None
    coder: str | None = None
    source: str | None = None
    source_kinds: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    cue: str | None = None
    speaker: str | None = None
    author: str | None = None
    kinds: tuple[str, ...] = ()
    due_since: date | None = None
    due_until: date | None = None
    tables: tuple[str, ...] = ()
    limit: int | None = None
    offset: int = 0
    called: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    @property
    def about_events(self) -> bool:
        """True when a filter asks something of events, not of reports alone."""
        return any(
            (
                self.actor,
                self.recipient,
                self.dyad,
                self.types,
                self.modes,
                self.factuality,
                self.place,
            )
        )

    def refuse(self, kind: str) -> None:
        """Raise UsageError when something is asked for that rows of `kind` have nothing of."""
        known = askable(kind)
        asked = (name for name in NAMES if getattr(self, _FIELDS.get(name, name)))
        if wrong := next((name for name in asked if name not in known), None):
            rest = ", ".join(n.replace("_", "-") for n in known)
            said = wrong.replace("_", "-")
            raise UsageError(f"{kind} cannot be asked for by {said}; there are: {rest}")
        _refuse_others("kind", kind, self.kinds, kinds_of(kind))
        _refuse_others("type", kind, self.types, types_of(kind))
