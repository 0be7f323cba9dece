"""Small word tables that the recognition of actors reads."""

from __future__ import annotations

from functools import cache

from dragoman.model.tables import Column, read_table


@cache
def words(table: str) -> frozenset[str]:
    """The words of a one-column table under `data/language/`."""
    return frozenset(r["word"] for r in read_table(f"language/{table}.tsv", (Column("word"),)))


@cache
def compounds(side: str) -> dict[str, bool]:
    """Whether the described belongs to the country, by the other word of a compound."""
    columns = (
        Column("word"),
        Column("side", choices=("before", "after", "next")),
        Column("belongs", choices=("yes", "no")),
    )
    rows = read_table("language/compounds.tsv", columns)
    return {r["word"]: r["belongs"] == "yes" for r in rows if r["side"] == side}


_USES = ("owner", "never", "alone", "relation", "noun", "many")


@cache
def weak_agents() -> dict[str, str]:
    """How nouns and phrases count that are actors only at times; the table tells the uses."""
    columns = (Column("word"), Column("use", choices=_USES))
    return {r["word"]: r["use"] for r in read_table("language/weak_agents.tsv", columns)}


@cache
def changed_sectors() -> dict[tuple[str, str], str]:
    """The sector that results, by modifier and the noun's own sector."""
    columns = (Column("word"), Column("of"), Column("gives"))
    rows = read_table("language/modifiers.tsv", columns)
    return {(r["word"], r["of"]): r["gives"] for r in rows}
