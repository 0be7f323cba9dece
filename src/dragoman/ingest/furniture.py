"""Taking a page's furniture out of its lines: menus, buttons, advertisements, credits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.ingest.debris import DebrisTable, debris
from dragoman.ingest.shapes import is_prose, is_rule

# A menu has at least so many entries in a row, of at most so many characters each.
MENU_RUN = 4
MENU_ENTRY = 32
# A picture's caption has fewer words than this; a longer line beside a credit is the article's.
CAPTION_WORDS = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A line and what it is: "text", "blank", "debris", "stop", "rule", "credit", "disclaimer"."""

    text: str
    kind: str
    what: str = ""


def sort_lines(lines: list[str]) -> list[Line]:
    """Each line with its kind."""
    table = debris()
    # A page may repeat one line a million times.
    known = {text: _line(table.unglued(text), table) for text in set(lines)}
    sorted_lines = [known[text] for text in lines]
    sorted_lines = _without_menus(sorted_lines, table)
    return _with_captions(sorted_lines)


def _line(text: str, table: DebrisTable) -> Line:
    if not text:
        return Line("", "blank")
    if is_rule(text):
        return Line(text, "rule")
    if table.fits("stop", text):
        return Line(text, "stop", "lists" if _is_lists(table, text) else "comments")
    if table.fits("credit", text) and not _tells(text):
        return Line(text, "credit")
    if table.fits("disclaimer", text):
        return Line(text, "disclaimer")
    return Line(text, "debris" if table.is_debris(text) else "text")


def _is_lists(table: DebrisTable, text: str) -> bool:
    return not any(text.casefold().startswith(w) for w in ("leave", "post", "write")) and (
        not text[:1].isdigit()
    )


def _tells(text: str) -> bool:
    """True for a credit's pattern inside a paragraph: several sentences are an article's."""
    return len(text.split()) > CAPTION_WORDS


def _without_menus(lines: list[Line], table: DebrisTable) -> list[Line]:
    """The same, with runs of menu entries as debris."""
    result = list(lines)
    for start, end in _short_runs(lines):
        entries = [i for i in range(start, end) if lines[i].text]
        known = [i for i in entries if table.is_menu(lines[i].text)]
        if len(entries) < MENU_RUN or len(known) < 0.5 * len(entries):
            continue
        last = known[-1]
        for i in entries:
            if i <= last:
                result[i] = Line(lines[i].text, "debris")
    return result


def _short_runs(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """Runs of lines that are blank or as short as a menu's entry."""
    start = None
    for i, line in enumerate([*lines, Line("." * (MENU_ENTRY + 1), "text")]):
        if len(line.text) <= MENU_ENTRY:
            start = i if start is None else start
        elif start is not None:
            yield start, i
            start = None


def _with_captions(lines: list[Line]) -> list[Line]:
    """The same, with the caption in a block of credit and caption as a credit too."""
    result = list(lines)
    for i, line in enumerate(lines):
        if line.kind != "credit":
            continue
        for step in (1, -1):
            near, beyond = i + step, i + 2 * step
            if _kind(lines, near) == "text" and _kind(lines, beyond) in ("blank", "edge"):
                text = lines[near].text
                if len(text.split()) < CAPTION_WORDS and _is_block_apart(lines, i):
                    result[near] = Line(text, "credit")
    return result


def _is_block_apart(lines: list[Line], i: int) -> bool:
    """True when credit and caption stand apart from the prose by blank lines, if there are any."""
    block = [i]
    while _kind(lines, block[-1] + 1) not in ("blank", "edge"):
        block.append(block[-1] + 1)
    while _kind(lines, block[0] - 1) not in ("blank", "edge"):
        block.insert(0, block[0] - 1)
    return sum(lines[j].kind in ("text", "credit") for j in block) <= 3 and len(block) < len(lines)


def _kind(lines: list[Line], i: int) -> str:
    return lines[i].kind if 0 <= i < len(lines) else "edge"


def prose_size(lines: list[Line]) -> int:
    """Characters of running text in `lines`."""
    return sum(len(line.text) for line in lines if line.kind == "text" and is_prose(line.text))
