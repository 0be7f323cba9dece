"""By when a judgement is to come true, and on what condition."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

from spacy.tokens import Span as Words
from spacy.tokens import Token

from dragoman.language.analysis import Analysis
from dragoman.model.span import Span
from dragoman.model.tables import Column, read_table
from dragoman.model.when import When

_COLUMNS = (Column("words"), Column("first"), Column("last", optional=True))
_USES = (Column("words"), Column("use", choices=("clause", "case", "advice")))


@cache
def opening_words(use: str) -> frozenset[str]:
    """Words that open a condition, as a clause or a case, or that give advice, by their use."""
    rows = read_table("judgements/advice_and_conditions.tsv", _USES)
    return frozenset(r["words"] for r in rows if r["use"] == use)


@cache
def _phrases() -> tuple[tuple[tuple[str, ...], int, int | None], ...]:
    rows = read_table("judgements/horizons.tsv", _COLUMNS)
    found = [
        (tuple(r["words"].split()), int(r["first"]), int(r["last"]) if r["last"] else None)
        for r in rows
    ]
    return tuple(sorted(found, key=lambda row: (-len(row[0]), row[0])))


def horizon(sentence: Words, clause: Span, analysis: Analysis) -> When | None:
    """When what the clause foretells is to be: a date in it that lies ahead, else words for one.

    The words count from the report's date; None where nothing is said, or the report is undated.
    """
    published = analysis.report.date.start
    for date in analysis.dates:
        ahead = date.when.end is not None and (published is None or date.when.end > published)
        if clause.start <= date.span.start < clause.end and ahead:
            return date.when
    if published is None:
        return None
    lower = [t.lower_ for t in sentence]
    for words, first, last in _phrases():
        for i in range(len(lower) - len(words) + 1):
            if tuple(lower[i : i + len(words)]) == words:
                end = published + timedelta(days=last) if last is not None else None
                return When(published + timedelta(days=first), end, "unknown", "report")
    return None


def condition(verb: Token) -> list[Token]:
    """The words of the clause or phrase on which what `verb` says depends; none if it does not."""
    for child in verb.children:
        if child.dep_ == "advcl" and _is_condition(child):
            return sorted(child.subtree, key=lambda t: t.i)
        if child.dep_ == "prep" and _is_case(child):
            return sorted(child.subtree, key=lambda t: t.i)
    return []


def _is_condition(clause: Token) -> bool:
    """ "if", "unless", and "should Russia act", where the modal stands before its subject."""
    first = clause.left_edge
    opens = first.lower_ in opening_words("clause") and first.dep_ in ("mark", "aux", "advmod")
    return opens and not (first.lower_ == "should" and first.dep_ != "aux")


def _is_case(preposition: Token) -> bool:
    """ "in case of", "in the event of", "without"."""
    words = " ".join(t.lower_ for t in preposition.subtree)
    return any(words.startswith(f"{opening} ") for opening in opening_words("case"))
