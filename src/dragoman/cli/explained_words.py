"""The words in which an explanation is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dragoman.coding.steps import Reason

if TYPE_CHECKING:
    from dragoman.coding.explained import Party, Tried, Why

_REASONS: dict[Reason, Callable[[Why, str], str]] = {
    Reason.UNREAD: lambda why, text: "no known actor and no frame in its sentence",
    Reason.NO_ACT: lambda why, text: f"names an act with {_short(why)}",
    Reason.UNSURE: lambda why, text: f"no frame fits, and its type has {_short(why)}",
    Reason.UNLIKELY: lambda why, text: (
        f"only a frame finds it, and it is an act with {_short(why)}"
    ),
    Reason.NO_USE: lambda why, text: "frames/no_acts.tsv knows this use of the word for no act",
    Reason.PART: lambda why, text: f"the encoder reads the act in {_other(why, text)}",
    Reason.NO_PARTY: lambda why, text: "nobody is said to do or to suffer it",
    Reason.SAME: lambda why, text: "the same stand on both sides",
    Reason.ONE_SIDE: lambda why, text: "only one side is told of what takes two",
    Reason.UNKNOWN: lambda why, text: "no state or organisation is known on either side",
    Reason.DOUBLE: lambda why, text: f"a double of the event at {_other(why, text)}",
}


def why_words(why: Why, text: str) -> str:
    """Why there is no event."""
    return f"no event: {_REASONS[why.reason](why, text)}"


def _short(why: Why) -> str:
    """A probability beside what is needed; each is None where the reason is another."""
    return f"{why.figure or 0.0:.3f}, below {why.least or 0.0:g}"


def _other(why: Why, text: str) -> str:
    return repr(why.other.of(text)) if why.other else "another word"


def party_words(party: Party, text: str) -> str:
    """A party with its probability; one in brackets is not taken."""
    told = f"{party.role} {party.span.of(text)} {party.probability:.3f}"
    return told if party.taken else f"({told})"


def act_words(kind: str | None, mode: str | None) -> str:
    """What is named: a type, with its mode."""
    return f"{kind or 'no act'} ({mode})" if mode else kind or "no act"


def tried_words(tried: Tried) -> str:
    """Whether a frame fits, and if not, why not."""
    if tried.particle is not None:
        return f"no {tried.particle!r} beside it"
    if tried.need is not None:
        return f"not met: {tried.need}"
    return "fits"
