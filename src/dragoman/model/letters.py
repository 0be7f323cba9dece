"""Letters that a pattern without regard to case takes for others, back to those of the tables."""

from __future__ import annotations

# For `re.IGNORECASE` the Turkish dotless i is an i, and the long s an s; lower() and casefold()
# leave at least one of them as it is, so that a word that was matched would be in no table.
_TAKEN = str.maketrans("ıſ", "is")


def table_word(matched: str) -> str:
    """A word that a pattern without regard to case matched, as a table has it: in small letters."""
    return matched.casefold().translate(_TAKEN)
