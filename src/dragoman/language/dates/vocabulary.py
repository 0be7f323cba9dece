"""The words of time, read from the tables: what class each has in the grammar, and its value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.model.tables import Column, read_table

TABLES = (
    "months",
    "weekdays",
    "seasons",
    "units",
    "numbers",
    "relative",
    "daytimes",
    "fixed",
    "joints",
    "holidays",
    "not_years",
)
_COLUMNS = (Column("word"), Column("class"), Column("value", optional=True))


@dataclass(frozen=True, slots=True)
class Word:
    """A word's class in the grammar and its value, as its table gives them.

    `capital` is True where the table writes it with one: then the text must, too.
    """

    kind: str
    value: str
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words by spelling (lower case where case does not matter), and phrases by first word.

    `phrases` maps a first word in lower case to whole phrases, longest first, each with its
    words in lower case.
    """

    words: dict[str, Word]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Word], ...]]

    def look_up(self, spelling: str) -> Word | None:
        """The word so spelled; names that need a capital are found with one, or all in capitals."""
        found = self.words.get(spelling.lower())
        if found is None and spelling[:1].isupper():
            found = self.words.get(spelling) or self.words.get(spelling.capitalize())
        return found


@cache
def vocabulary() -> Vocabulary:
    """All tables together; of a word's rows the last counts, so that users can correct ours."""
    words: dict[str, Word] = {}
    phrases: dict[str, dict[tuple[str, ...], Word]] = {}
    for name in TABLES:
        for row in read_table(f"time/{name}.tsv", _COLUMNS):
            word = Word(row["class"], row["value"], row["word"] != row["word"].lower())
            parts = row["word"].split()
            if len(parts) == 1:
                words[row["word"]] = word
            else:
                lowered = tuple(p.lower() for p in parts)
                phrases.setdefault(lowered[0], {})[lowered] = word
    return Vocabulary(words, {first: _longest_first(found) for first, found in phrases.items()})


def _longest_first(
    found: dict[tuple[str, ...], Word],
) -> tuple[tuple[tuple[str, ...], Word], ...]:
    return tuple(sorted(found.items(), key=lambda item: -len(item[0])))
