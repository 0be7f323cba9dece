"""Where sentences begin and where they do not, said to the parser before it decides the rest."""

from __future__ import annotations

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from dragoman.language.datelines import dateline_length
from dragoman.model.tables import Column, read_table

SENTENCES = "dragoman_sentences"

# Tokens after which a sentence may be parted at a mark, and after which it is parted anywhere. The
# longest sentences of laws and communiqués have some 250. What looks at a clause for each of its
# words takes time by the square of this.
LONG, LONGEST = 300, 400
_PARTED_AT = frozenset(",;:—–")

_COLUMNS = (Column("word"), Column("kind", choices=("before", "state")))
_STOPS = frozenset(".!?…")
_CLOSERS = frozenset("”’\"')]»")
_OPENERS = frozenset("“‘\"'([«")
# Tags of words that open sentences rather than follow an acronym ("the U.S. It ...").
_OPENING_TAGS = frozenset({"DT", "PRP", "PRP$", "IN", "RB", "CC", "WP", "WRB", "WDT", "EX"})


@cache
def abbreviations() -> dict[str, str]:
    """Kind ("before" or "state") by abbreviation, lower-case, without its final stop."""
    return {
        r["word"].lower(): r["kind"] for r in read_table("language/abbreviations.tsv", _COLUMNS)
    }


@Language.component(SENTENCES)
def mark_sentences(doc: Doc) -> Doc:
    """Set or forbid sentence starts where the text itself is plain; leave the rest open.

    No sentence has more than LONGEST tokens, and blanks, that are not parted.
    """
    story = dateline_length(doc.text)
    start = 0
    for token in doc[1:]:
        decided = token.idx == story if token.idx <= story else _starts(doc, token)
        if _is_too_long(doc, start, token):
            decided = True
        if decided is not None:
            token.is_sent_start = decided
        if decided:
            start = token.i
    return doc


def _is_too_long(doc: Doc, start: int, token: Token) -> bool:
    length = token.i - start
    if length < LONG or token.is_space:
        return False
    return length >= LONGEST or doc[token.i - 1].text in _PARTED_AT


def _starts(doc: Doc, token: Token) -> bool | None:
    """True or False where it is certain that `token` does or does not start a sentence."""
    before = doc[token.i - 1]
    if token.is_space:
        return False
    if before.is_space and "\n" in before.text:
        return not (token.is_lower and before.text.count("\n") == 1)
    if (token.is_punct and not _is_opener(doc, token)) or _is_opener(doc, before):
        return False
    stop = _stop_before(doc, token.i)
    if stop is None:
        return False if token.is_lower or before.text in {":", ",", ";"} else None
    return _after_stop(doc, stop, token)


def _is_opener(doc: Doc, token: Token) -> bool:
    """True for an opening quote or bracket; straight quotes open where a word follows at once."""
    if token.text not in _OPENERS:
        return False
    apart = token.i == 0 or bool(doc[token.i - 1].whitespace_) or doc[token.i - 1].is_space
    return token.text not in _CLOSERS or (apart and not token.whitespace_)


def _stop_before(doc: Doc, i: int) -> int | None:
    """The index of the full stop that ends just before token `i`, past closing quotes."""
    k = i - 1
    while k > 0 and doc[k].text in _CLOSERS:
        k -= 1
    return k if doc[k].text[-1] in _STOPS else None


def _after_stop(doc: Doc, stop: int, token: Token) -> bool | None:
    kind = _abbreviation(doc, stop)
    if kind == "before":
        return False
    if kind == "state":
        return bool(token.tag_ in _OPENING_TAGS and token.is_title)
    if token.is_lower:
        return False
    return True if doc[stop].text in _STOPS and _opens(doc, token) else None


def _abbreviation(doc: Doc, stop: int) -> str | None:
    word = doc[stop].text.lower()
    if len(word) == 1 and stop > 0 and not doc[stop - 1].whitespace_:
        word = doc[stop - 1].text.lower() + word
    return abbreviations().get(word.removesuffix(".")) if word.endswith(".") else None


def _opens(doc: Doc, token: Token) -> bool:
    """True when `token`, past opening quotes, begins with a capital letter."""
    k = token.i
    while k < len(doc) - 1 and _is_opener(doc, doc[k]):
        k += 1
    return bool(doc[k].text[:1].isupper())
