"""Stretches of a text that stand in quotation marks of any style."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.language.parse import paragraphs

# What closes each opening mark; typists mix curly ones with straight ones. German „ closes with “
# or ”; straight marks close themselves.
CLOSERS = {
    "“": "”\"", "„": "“”", "‟": "”", "«": "»", "‹": "›", "「": "」", '"': '"', "‘": "’", "'": "'’",
}  # fmt: skip
SINGLE = frozenset("‘'")
_STRAIGHT = frozenset("\"'")
_BEFORE_OPENING = frozenset(" \t\n\u00a0([{—–-/“„«‘\"'")
_ENDS = frozenset(".,!?;:…—")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start` to `end`, marks included; `closed` is False where none closes it.

    `opens_paragraph` is True when nothing but blanks stands before it.
    """

    start: int
    end: int
    mark: str
    closed: bool = True
    opens_paragraph: bool = False

    @property
    def inner(self) -> tuple[int, int]:
        """The words without the marks."""
        return self.start + 1, self.end - 1 if self.closed else self.end


def find_stretches(text: str) -> list[Stretch]:
    """Outermost stretches in text order; one that goes on over paragraphs is one."""
    found: list[Stretch] = []
    start = 0
    for paragraph in paragraphs(text):
        body = paragraph.rstrip()
        here = [replace(s, start=s.start + start, end=s.end + start) for s in _in_paragraph(body)]
        if found and here and _goes_on(found[-1], here[0], text):
            found[-1] = replace(here[0], start=found[-1].start, opens_paragraph=True)
            here = here[1:]
        found += here
        start += len(paragraph)
    return found


def _goes_on(before: Stretch, here: Stretch, text: str) -> bool:
    """An unclosed quotation and one that opens the next paragraph with the same mark."""
    return (
        not before.closed
        and here.opens_paragraph
        and here.mark == before.mark
        and not text[before.end : here.start].strip()
    )


def _in_paragraph(text: str) -> Iterator[Stretch]:
    at = 0
    while at < len(text):
        if text[at] in CLOSERS and _opens(text, at):
            stretch = _stretch(text, at)
            if stretch is not None:
                yield stretch
                at = stretch.end
                continue
        at += 1


def _stretch(text: str, start: int) -> Stretch | None:
    mark = text[start]
    first = not text[:start].strip()
    end = _close(text, start)
    if end is not None:
        return Stretch(start, end + 1, mark, True, first) if end > start + 1 else None
    if mark in SINGLE:  # an apostrophe, then
        return None
    return Stretch(start, len(text), mark, False, first)


def _opens(text: str, at: int) -> bool:
    """True when the mark at `at` can open a quotation."""
    mark, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if not after or after.isspace():
        return False
    if mark not in _STRAIGHT and mark != "‘":
        return True
    if before and before not in _BEFORE_OPENING:
        return False
    return not (mark in SINGLE and after.isdigit() and text[at + 3 : at + 4] == "s")  # the '90s


def _close(text: str, start: int) -> int | None:
    """Where the quotation opened at `start` closes, looking past nested ones and apostrophes."""
    mark = text[start]
    at, doubtful = start + 1, None
    while at < len(text):
        char = text[at]
        if char in CLOSERS[mark] and _closes(text, at, mark):
            if mark not in SINGLE or not _maybe_possessive(text, at):
                return at
            doubtful = at if doubtful is None else doubtful
        elif char in CLOSERS and char != mark and char not in SINGLE and _opens(text, at):
            inner = _simple_close(text, at)
            at = at if inner < 0 else inner
        elif char == mark and char not in _STRAIGHT:
            break  # opened again before it closed
        elif mark in SINGLE and char == mark and _opens(text, at):
            break
        at += 1
    return doubtful


def _simple_close(text: str, start: int) -> int:
    """Where a nested quotation closes, -1 where it does not."""
    ends = (text.find(closer, start + 1) for closer in CLOSERS[text[start]])
    return min((e for e in ends if e > 0), default=-1)


def _closes(text: str, at: int, mark: str) -> bool:
    before, after = text[at - 1], text[at + 1 : at + 2]
    if mark in SINGLE:
        return not before.isspace() and not after.isalnum()
    if text[at] in _STRAIGHT and mark not in _STRAIGHT:  # “It is over," he said.
        return not before.isspace() and not after.isalnum()
    return mark not in _STRAIGHT or not before.isspace() or not after.isalnum()


def _maybe_possessive(text: str, at: int) -> bool:
    """A plural's apostrophe, as in the workers' rights, rather than a closing mark."""
    after = text[at + 1 : at + 3]
    return text[at - 1] in "sS" and after[:1] == " " and after[1:2].islower()
