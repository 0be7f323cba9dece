"""The names of the filters, and which of them the rows of each kind answer to."""

from __future__ import annotations

from typing import Literal, get_args

# What can be asked of rows of any kind, and what of some kinds only.
CommonName = Literal[
    "actor", "since", "until", "outlet", "report", "text", "as_of", "coder", "limit", "offset"
]
OwnName = Literal[
    "recipient", "dyad", "type", "mode", "factuality", "place", "source", "source_kind", "stance",
    "cue", "speaker", "author", "kind", "due_since", "due_until", "table",
]  # fmt: skip
NAMES: tuple[str, ...] = (*get_args(CommonName), *get_args(OwnName))
_OF_EVENTS = ("recipient", "dyad", "type", "mode", "factuality", "place")
_OWN: dict[str, tuple[str, ...]] = {
    "reports": _OF_EVENTS,
    "events": _OF_EVENTS,
    "chronology": _OF_EVENTS,
    "incidents": _OF_EVENTS,
    "disputes": _OF_EVENTS,
    "attributions": ("recipient", "dyad", "type", "source", "source_kind", "stance", "cue"),
    "quotes": ("recipient", "dyad", "speaker"),
    "speakers": ("recipient", "dyad", "speaker"),
    "silences": ("recipient", "dyad"),
    "judgements": ("dyad", "type", "author", "source_kind", "kind", "due_since", "due_until"),
    "authors": ("dyad", "type", "author", "source_kind", "kind", "due_since", "due_until"),
    "ties": ("recipient", "dyad", "type", "kind", "table"),
}


def askable(kind: str) -> tuple[str, ...]:
    """The names of the filters that rows of `kind` can be asked for by."""
    own = _OWN.get(kind, ())
    return tuple(name for name in NAMES if name in own or name in get_args(CommonName))
