"""The language of a text, where there is enough of it to tell."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

from dragoman.model.tables import Column, read_table

# So much of a text is looked at: more changes no answer.
SAMPLE = 4_000
# English prose has 40 to 50 % of its words in the table, headlines a tenth; other languages' prose
# has under 8 % of its words in English's column.
ENOUGH_SHARE = 0.1
# The model's own probability, below which its answer is not taken.
ENOUGH_PROBABILITY = 0.9
# For English in plain letters less is enough: it is what nearly all input is, and other languages
# that are written so have their function words in the table.
ENOUGH_FOR_ENGLISH = 0.3
ENGLISH = "en"
UNDETERMINED = "und"

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def language_of(text: str) -> str:
    """ISO 639-1 of the language, or "und" where the text is too short to tell."""
    found = _WORD.findall(text[:SAMPLE].casefold())
    if not found:
        return UNDETERMINED
    return _by_words(found) or _by_model(text[:SAMPLE])


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
    # One word of another language is often a name, or English spelt alike.
    if ranked[0] != (ENGLISH, 1) and ranked[0][1] == 1:
        return None
    if len(ranked) > 1 and ranked[1][1] > 0.5 * ranked[0][1]:
        return None
    return ranked[0][0]


def _by_model(text: str) -> str:
    language, probability = _model().classify(text)
    enough = ENOUGH_FOR_ENGLISH if language == ENGLISH and text.isascii() else ENOUGH_PROBABILITY
    return str(language) if probability >= enough else UNDETERMINED


@cache
def _model() -> Any:
    """The model, choosing among the table's languages only: else it sees rare ones in few words."""
    # Loaded where the table cannot tell: it takes 0.2 s, and most reports are in English.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages(sorted({language for of in _table().values() for language in of}))
    return model
