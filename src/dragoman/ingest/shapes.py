"""What a line looks like: a sentence, a title, a heading. Structure only, no words."""

from __future__ import annotations

import re

_CLOSERS = "\"'”’»)\\]*_"
_SENTENCE_END = re.compile(rf"[.!?…][{_CLOSERS}]*$")
_TERMINAL = re.compile(rf"[.!?…:;,][{_CLOSERS}]*$")
_BULLET = re.compile(r"^(?:[•·‣▪◦●○■□►–—*-]|\d{1,2}[.)])\s+")
_RULE = re.compile(r"^(?:[-_=*~—–•·#]\s?){3,}$")
_WORD = re.compile(r"[^\W\d_]+")

# A title longer than this is a paragraph: the longest headlines of wire services have 25 words.
TITLE_CHARACTERS = 200
TITLE_WORDS = 28
# A paragraph of at least so many words is prose even without a full stop.
PROSE_WORDS = 25


def ends_sentence(line: str) -> bool:
    """True for a full stop, a question or an exclamation mark at the end."""
    return bool(_SENTENCE_END.search(line[-12:]))


def ends_clause(line: str) -> bool:
    """True for any mark after which a line may break on purpose."""
    return bool(_TERMINAL.search(line[-12:]))


def is_bullet(line: str) -> bool:
    """True for an item of a list."""
    return bool(_BULLET.match(line[:8]))


def without_bullet(line: str) -> str:
    """The line without the mark of a list's item."""
    return _BULLET.sub("", line, count=1)


def is_rule(line: str) -> bool:
    """True for a line of dashes or stars that parts sections."""
    return len(line) <= 120 and bool(_RULE.match(line))


def is_prose(line: str) -> bool:
    """True for a sentence or more of running text."""
    count = len(line[:2000].split())
    return count >= PROSE_WORDS or (count >= 6 and ends_sentence(line))


def is_title_like(line: str) -> bool:
    """True for a short line that could be a title: it says something and ends no sentence."""
    if not line or len(line) > TITLE_CHARACTERS or is_bullet(line):
        return False
    words = _WORD.findall(line)
    starts = line.lstrip("\"'“‘«(¿¡")[:1]
    return (
        0 < len(words) <= TITLE_WORDS
        and (starts.isupper() or starts.isdigit() or not starts.isascii())
        and not _ends_statement(line)
    )


def is_heading(line: str) -> bool:
    """True for a short line that could head a section."""
    return len(line.split()) <= 12 and is_title_like(line)


def has_name(line: str) -> bool:
    """True when a word after the first is capitalised, or a digit or quotation stands in it."""
    return any(w[:1].isupper() or w[:1].isdigit() for w in line.split()[1:])


def same(one: str, other: str) -> bool:
    """True when two lines say the same apart from case, quotation marks and blanks."""
    return key(one) == key(other)


def key(line: str) -> str:
    """A line's letters and digits, for comparing."""
    return "".join(c for c in line.casefold() if c.isalnum())


def _ends_statement(line: str) -> bool:
    if not re.search(rf"[.;:,][{_CLOSERS}]*$", line[-12:]):
        return False
    last = line.rstrip(".").rsplit(None, 1)[-1]
    # "the U.S." and "No. 3" end with an abbreviation's point, not a sentence's.
    return not (line.endswith(".") and "." in last and len(last) <= 5)
