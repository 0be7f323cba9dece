"""Runs of words that look like a name nobody has explained yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spacy.tokens import Doc, Token

from dragoman.language.persons import is_given_name
from dragoman.language.vocabulary import words

Range = tuple[int, int]
_NAMELESS_ENTITIES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY"})


class Runs:
    """The runs of a document, by their first and by any of their tokens."""

    def __init__(self, doc: Doc, taken: Mapping[int, object], titles: Iterable[int]) -> None:
        self._doc = doc
        self._taken = taken
        self._titles = frozenset(titles)
        self.starting: dict[int, Range] = {}
        self.at: dict[int, Range] = {}
        i = 0
        while i < len(doc):
            end = self._end(i)
            if end > i:
                self.starting[i] = (i, end)
                self.at.update((k, (i, end)) for k in range(i, end))
            i = max(end, i + 1)

    def _end(self, i: int) -> int:
        """The end of the run from token `i`; `i` itself where none begins."""
        doc = self._doc
        j = after = self._past_particle(i)
        if j >= len(doc) or not self._is_part(j):
            return i
        while j < len(doc) and (j == after or not doc[j].is_sent_start) and self._is_part(j):
            end = j + 1
            j = self._past_particle(self._past_hyphen(end))
        return end

    def _past_hyphen(self, i: int) -> int:
        doc = self._doc
        joined = i < len(doc) and doc[i].text == "-" and not doc[i].whitespace_
        return i + 1 if joined and not doc[i - 1].whitespace_ else i

    def _past_particle(self, i: int) -> int:
        """Past "al-", "von der" and the like, where a name word follows."""
        doc, j = self._doc, i
        while j + 1 < len(doc) and doc[j].text in words("particles") and j not in self._taken:
            j = self._past_hyphen(j + 1)
        return j if j < len(doc) and self._is_part(j) else i

    def _is_part(self, i: int) -> bool:
        token = self._doc[i]
        if i in self._taken or not _looks_so(token):
            return False
        return i not in self._titles or (i > 0 and is_given_name(self._doc[i - 1].text))


def _looks_so(token: Token) -> bool:
    return bool(
        token.pos_ == "PROPN"
        and token.text[:1].isupper()
        and token.ent_type_ not in _NAMELESS_ENTITIES
    )
