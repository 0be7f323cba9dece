"""The end of an article: debris stuck to its last line, a note on the author, a disclaimer."""

from __future__ import annotations

import re

from dragoman.ingest.debris import debris

# So much of a paragraph's end is looked at; sign-ups and credits are shorter.
WINDOW = 900
# What is cut from a paragraph's end after the sentence that is debris.
LONGEST_CUT = 400
# A note on the author is among the last paragraphs, and no longer than this.
LAST_PARAGRAPHS = 4
LONGEST_NOTE = 1500
# A heading over the note is this short, and stands among so many last paragraphs: notes follow it.
HEADING, HEADED_PARAGRAPHS = 40, 40
_SENTENCE_START = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*\s*(?=[\[(“\"‘']?[A-Z©\d])")


def cut_tail(paragraph: str, last: bool) -> tuple[str, str]:
    """The paragraph without the debris stuck to its end, and that debris.

    Inside an article only sentences go that are debris each for itself; after its `last` paragraph
    what follows such a sentence goes with it.
    """
    base = max(0, len(paragraph) - WINDOW)
    starts = [base + m.end() for m in _SENTENCE_START.finditer(paragraph[base:])]
    cut = len(paragraph)
    for start in reversed(starts):
        sentence = paragraph[start:cut]
        if debris().begins("tail", sentence):
            cut = start
        elif not (last and len(paragraph) - start <= LONGEST_CUT):
            break
    return paragraph[:cut].rstrip(), paragraph[cut:].strip()


def split_tail_notes(paragraph: str) -> tuple[str, str | None]:
    """The paragraph without a disclaimer stuck to its end, and the disclaimer."""
    base = max(0, len(paragraph) - WINDOW)
    for match in _SENTENCE_START.finditer(paragraph[base:]):
        start = base + match.end()
        if debris().begins("disclaimer", paragraph[start:]):
            return paragraph[:start].rstrip(), paragraph[start:]
    return paragraph, None


def split_biography(
    paragraphs: list[str], author: str | None, apart: bool
) -> tuple[list[str], list[str]]:
    """The paragraphs without a closing note on the author, and that note.

    `apart` is true when debris stood between article and note, which is one sign for it.
    """
    kept, notes = _headed_note(list(paragraphs))
    while (
        len(kept) > 1 and len(notes) < LAST_PARAGRAPHS and _is_note(kept[-1], author, apart, notes)
    ):
        notes.insert(0, kept.pop())
    return kept, notes


def _headed_note(paragraphs: list[str]) -> tuple[list[str], list[str]]:
    """The paragraphs without a note below a heading such as "About the author", and that note."""
    first = max(1, len(paragraphs) - HEADED_PARAGRAPHS)
    for i in range(first, len(paragraphs) - 1):
        if len(paragraphs[i]) <= HEADING and debris().begins("biography-strong", paragraphs[i]):
            return [*paragraphs[:i], *paragraphs[i + 2 :]], [paragraphs[i + 1]]
    return paragraphs, []


def _is_note(text: str, author: str | None, apart: bool, notes: list[str]) -> bool:
    """True when the signs for a note on the author are enough: two, one of them in its words."""
    table = debris()
    strong, weak = table.count("biography-strong", text), table.count("biography", text)
    if len(text) > LONGEST_NOTE or not strong + weak:
        return False
    named = author is not None and author.casefold() in text[: len(author) + 40].casefold()
    opens = named or author_of_note(text) is not None or table.begins("biography-strong", text)
    signs = 2 * strong + weak + named + apart + bool(notes)
    return opens and signs >= 2


def author_of_note(note: str) -> str | None:
    """The name with which a note on the author begins ("Jane Doe is a ...")."""
    found = (p.match(note) for p in debris().patterns["biography-name"])
    return next((m["author"] for m in found if m), None)
