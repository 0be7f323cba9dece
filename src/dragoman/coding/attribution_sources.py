"""Whose words they are: the whole phrase of a source, and what is said of one without a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from dragoman.coding.attribution_found import Found
from dragoman.coding.attribution_spans import phrase
from dragoman.coding.participants import Cast
from dragoman.coding.syntax import children
from dragoman.language.actor_tables import sectors
from dragoman.language.figures_numbers import find_numbers
from dragoman.language.source_tables import access_in, nameless
from dragoman.model.actor import Source
from dragoman.model.span import Span

# Somebody is told to say or think it, and nobody says who: "is believed to be".
SOMEBODY = Source(kind="unnamed")
# Fewer than these are not meant by a plural.
SEVERAL = 2


def source_of(tokens: Sequence[Token], found: Found, cast: Cast) -> Source:
    """The source whose head is the first of `tokens`, in its whole phrase."""
    if not tokens:
        return SOMEBODY
    token = tokens[0]
    span = phrase(token, found.token)
    codes = [c for m in cast.of(token) for c in m.codes if c not in sectors()]
    source = Source(codes[0] if codes else None, span.of(cast.text), span, "named")
    return source if _is_named(token, cast) else _unnamed(source, token, span, cast)


def _is_named(head: Token, cast: Cast) -> bool:
    """True where a name is given, of the source or, for a body, of whose it is."""
    own = [cast.named(t) for t in (head, *children(head, "appos"))]
    if any(m is not None and m.name for m in own):
        return True
    return head.lemma_.lower() not in nameless() and any(m.name for m in cast.of(head))


def _unnamed(source: Source, head: Token, span: Span, cast: Cast) -> Source:
    """The source with how many speak, what lets them know, and whose they are said to be."""
    claimed = access_in(span.of(cast.text))
    low, high = _how_many(head, span, cast)
    end = span.start + claimed[0] if claimed else span.end
    inside = [t for t in head.subtree if span.start <= t.idx < end]
    named = [m for t in inside if (m := cast.named(t)) is not None]
    codes = dict.fromkeys(c for m in named for c in m.codes if c not in sectors())
    return replace(
        source,
        kind="unnamed",
        low=low,
        high=high,
        access=claimed[1] if claimed else None,
        belongs=tuple(c for c in codes if not any(o != c and o.startswith(c) for o in codes)),
    )


def _how_many(head: Token, span: Span, cast: Cast) -> tuple[int | None, int | None]:
    """Bounds of the number of those who speak; None for a body, and where it is not told."""
    before = cast.text[span.start : head.idx + len(head.text)]
    if numbers := [n for n in find_numbers(before) if not n.article]:
        return _whole(numbers[-1].low), _whole(numbers[-1].high)
    if head.pos_ == "PRON":
        single = "Sing" in head.morph.get("Number", []) and head.lower_ != "it"
        return (1, 1) if single else (None, None)
    mention = cast.named(head)
    if head.lemma_.lower() not in nameless() and (mention is None or mention.kind != "person"):
        return None, None
    plural = head.tag_ in ("NNS", "NNPS") or bool(children(head, "conj"))
    return (SEVERAL, None) if plural else (1, 1)


def _whole(bound: float | None) -> int | None:
    return None if bound is None else int(bound)
