"""Whom pronouns and the like refer to within a report."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from dragoman.model.actor import Mention


def refer(doc: Doc, found: Sequence[Mention]) -> list[Mention]:
    """Mentions for pronouns and other references to those in `found`."""
    return []
