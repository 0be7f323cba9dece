"""The words that open a condition, and where they do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal, get_args

from spacy.tokens import Token

from dragoman.model.tables import Column, read_table

Use = Literal["clause", "opening", "inverted", "case", "word", "trend", "time", "none", "before"]
_COLUMNS = (Column("words"), Column("use", choices=get_args(Use)))
# How a conjunction hangs on its clause; "if" and "once" have other uses.
_MARKING = frozenset({"mark", "advmod", "prep", "pcomp", "advcl"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})
_STOPS = frozenset({",", ";", ":", "—", "–", "-", "“", '"', "("})


@cache
def _openings() -> tuple[tuple[tuple[str, ...], Use], ...]:
    rows = read_table("judgements/conditions.tsv", _COLUMNS)
    found: list[tuple[tuple[str, ...], Use]] = [
        (tuple(r["words"].split()), r["use"])  # type: ignore[misc]
        for r in rows
        if r["use"] != "before"
    ]
    return tuple(sorted(found, key=lambda row: (-len(row[0]), row[0])))


@cache
def before_words() -> frozenset[str]:
    rows = read_table("judgements/conditions.tsv", _COLUMNS)
    return frozenset(r["words"] for r in rows if r["use"] == "before")


def is_inverted(modal: Token) -> bool:
    """ "Should Russia escalate": the verb stands before its subject and opens its clause."""
    starts = modal.i == modal.sent.start
    previous = modal.nbor(-1) if not starts else None
    opens = previous is None or previous.text in _STOPS or previous.lower_ in before_words()
    following = modal.nbor(1) if modal.i + 1 < len(modal.doc) else None
    noun = following is not None and following.pos_ in _NOMINAL
    asked = modal.sent.text.rstrip(" \t\n”\"'’").endswith("?")
    return opens and noun and not asked


def opening(tokens: Sequence[Token], i: int) -> tuple[tuple[str, ...], Use] | None:
    """The longest words that open a condition at `i`, and how; None where there are none."""
    lower = [t.lower_ for t in tokens[i : i + 5]]
    for words, use in _openings():
        if tuple(lower[: len(words)]) == words and _opens(tokens, i, len(words), use):
            return (words, use) if use != "none" else None
    return None


def _opens(tokens: Sequence[Token], i: int, width: int, use: Use) -> bool:
    if use == "opening":
        led = i == 1 and tokens[0].lower_ in before_words()
        return i == 0 or led or tokens[i - 1].text in (";", ":")
    if use == "inverted":
        return is_inverted(tokens[i])
    return use not in ("clause", "time") or tokens[i + width - 1].dep_ in _MARKING
