"""What a reader types into a search box, put to either database's full-text index.

All words must occur, in any order; "words in quotation marks" as they stand; -word must not
occur; word* is how a word begins. Anything else is taken as plain words, so no query is wrong.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Float,
    Integer,
    Select,
    Text,
    column,
    false,
    func,
    literal,
    literal_column,
    select,
    table,
)

from dragoman.record.schema import reports

# A word longer than this, or a question of more words, is none that a person types.
_LONGEST = 100
_MOST = 40
_PART = re.compile(r'(-?)"([^"]*)"|(-?)([^\s"]+)')
_WORD = re.compile(r"\w+")

_index = table("report_search", column("rowid", Integer))


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand together; `begins` when the last is only how a word begins."""

    words: tuple[str, ...]
    wanted: bool = True
    begins: bool = False


def terms(query: str) -> list[Term]:
    """The terms of what was typed; none when it holds no word."""
    found = []
    for minus, phrase, dash, word in _PART.findall(query):
        words = tuple(w[:_LONGEST] for w in _WORD.findall(fold(phrase or word)))
        if words:
            begins = bool(word) and word.endswith("*")
            found.append(Term(words, not (minus or dash), begins))
    return found[:_MOST]


def fold(word: str) -> str:
    """Without case and accents, as the index compares."""
    apart = unicodedata.normalize("NFKD", word)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


def matching_reports(query: str, sqlite: bool) -> Select[tuple[int]]:
    """The numbers of the reports that match; none for a query without a wanted word."""
    return select(hits(query, sqlite).subquery().c.number)


def hits(query: str, sqlite: bool) -> Select[tuple[int, float]]:
    """`number` of each report that matches, and its `rank`, the best lowest.

    A word counts for more in a title than in a text.
    """
    asked = terms(query)
    if not any(t.wanted for t in asked):
        return select(reports.c.number, literal(0.0).label("rank")).where(false())
    if sqlite:
        rank: ColumnElement[float] = literal_column("bm25(report_search, 5.0, 1.0)", Float)
        found = select(_index.c.rowid.label("number"), rank.label("rank")).select_from(_index)
        return found.where(literal_column("report_search").bool_op("MATCH")(_sqlite(asked)))
    words = _postgres(asked)
    search: ColumnElement[str] = literal_column("reports.search", Text)
    rank = -func.ts_rank_cd(search, words, type_=Float)
    return select(reports.c.number, rank.label("rank")).where(search.bool_op("@@")(words))


def _sqlite(asked: list[Term]) -> str:
    wanted = " AND ".join(_sqlite_term(t) for t in asked if t.wanted)
    return f"({wanted})" + "".join(f" NOT {_sqlite_term(t)}" for t in asked if not t.wanted)


def _sqlite_term(term: Term) -> str:
    # A term's words are letters and digits only, so quotation marks hold them safely.
    return f'"{" ".join(term.words)}"' + ("*" if term.begins else "")


def _postgres(asked: list[Term]) -> ColumnElement[str]:
    whole: ColumnElement[str] | None = None
    for term in asked:
        query = _postgres_term(term)
        query = query if term.wanted else func.tsquery_not(query)
        whole = query if whole is None else whole.op("&&")(query)
    if whole is None:
        raise ValueError("a query needs a term")
    return whole


def _postgres_term(term: Term) -> ColumnElement[str]:
    english: ColumnElement[str] = literal_column("'english'::regconfig")
    if term.begins:
        lexemes = " <-> ".join(f"'{w}'" for w in term.words) + ":*"
        return func.to_tsquery(english, lexemes)
    return func.phraseto_tsquery(english, " ".join(term.words))
