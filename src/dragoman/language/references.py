"""References within a report, resolved in the order of the text, each able to carry the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from dragoman.language.anaphors import resolve_noun
from dragoman.language.coreference import Discourse, resolve_pronoun
from dragoman.model.actor import Mention
from dragoman.model.span import Span


def refer(
    doc: Doc,
    found: Sequence[Mention],
    quoted: Sequence[Span] = (),
    titles: Mapping[str, frozenset[str]] | None = None,
) -> list[Mention]:
    """`found` with mentions for pronouns and nouns that refer back, in text order.

    `quoted` are the quotations, which few pronouns reach out of; `titles` the title nouns by
    the name of who is called so.
    """
    talk = Discourse(doc, found, quoted, titles or {})
    for token in doc:
        if token.pos_ in {"NOUN", "PROPN"}:
            resolved = resolve_noun(talk, token)
        elif token.i in talk.mentions:
            continue
        else:
            resolved = resolve_pronoun(talk, token)
        if resolved:
            talk.mentions[token.i] = resolved
    return sorted(talk.mentions.values(), key=lambda m: (m.span.start, m.span.end))
