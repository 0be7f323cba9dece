"""The language of a text, where there is enough of it to tell."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

from dragoman.model.tables import Column, read_table

# So much of a text is looked at: more changes no answer.
SAMPLE = 4_000
# English prose has 40 to 50 % of its words in the table, the other languages' prose under 8 %.
ENOUGH_SHARE = 0.18
# Shorter texts than this (in letters) are told by the table alone: the model guesses on them.
ENOUGH_LETTERS = 60
# The model's own probability, below which its answer is not taken.
ENOUGH_PROBABILITY = 0.9
UNDETERMINED = "und"

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def language_of(text: str) -> str:
    """ISO 639-1 of the language, or "und" where the text is too short to tell."""
    found = _WORD.findall(text[:SAMPLE].casefold())
    if not found:
        return UNDETERMINED
    by_table = _by_words(found)
    if by_table:
        return by_table
    return _by_model(text[:SAMPLE], sum(map(len, found)))


@cache
def _table() -> dict[str, tuple[str, ...]]:
    rows = read_table("ingest/function_words.tsv", (Column("word"), Column("languages", many=True)))
    return {r["word"]: r.many("languages") for r in rows}


def _by_words(found: list[str]) -> str | None:
    """The language whose function words are frequent, and clearly more so than another's."""
    counts = Counter(language for w in found for language in _table().get(w, ()))
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < ENOUGH_SHARE * len(found):
        return None
    if len(ranked) > 1 and ranked[1][1] > 0.5 * ranked[0][1]:
        return None
    return ranked[0][0]


def _by_model(text: str, letters: int) -> str:
    if letters < ENOUGH_LETTERS:
        return UNDETERMINED
    language, probability = _model().classify(text)
    return str(language) if probability >= ENOUGH_PROBABILITY else UNDETERMINED


@cache
def _model() -> Any:
    # Loaded where the table cannot tell: it takes 0.2 s, and most reports are in English.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
