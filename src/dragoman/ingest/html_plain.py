"""The text of HTML in one linear pass: how deep it is, and its lines where no tree can be made."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache

from dragoman.model.tables import Column, read_table

# An attribute may hold a ">" but hardly a "<": stopping there keeps the search linear.
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
_KINDS = ("void", "optional", "inline", "unread", "aside")


@cache
def _elements() -> dict[str, str]:
    """The kind of each element of the table by its name."""
    columns = (Column("element"), Column("kind", choices=_KINDS))
    return {r["element"]: r["kind"] for r in read_table("ingest/elements.tsv", columns)}


def elements_of(kind: str) -> list[str]:
    """The table's rows of one kind."""
    return [name for name, of in _elements().items() if of == kind]


def measure(text: str) -> tuple[int, int]:
    """How deep the elements nest, and how many there are."""
    depth = deepest = count = 0
    for match in _TAG.finditer(text):
        if _elements().get(match[2].lower()) in ("void", "optional"):
            count += not match[1]
        elif match[1]:
            depth = max(0, depth - 1)
        else:
            count += 1
            depth += 1
            deepest = max(deepest, depth)
    return deepest, count


def plain_lines(text: str) -> list[str]:
    """The lines of text in HTML, whatever its nesting; an empty line where a block ends."""
    joined = "".join(_parts(_without_comments(text)))
    return [" ".join(line.split()) for line in html.unescape(joined).split("\n")]


def _parts(text: str) -> Iterator[str]:
    position = 0
    lowered = text.lower()
    while match := _TAG.search(text, position):
        yield text[position : match.start()].replace("\n", " ")
        name = match[2].lower()
        position = match.end()
        kind = _elements().get(name)
        if kind == "unread" and not match[1]:
            end = lowered.find(f"</{name}", position)
            position = len(text) if end < 0 else end
        elif kind != "inline":
            yield "\n" if name == "br" else "\n\n"
    yield text[position:].replace("\n", " ")


def _without_comments(text: str) -> str:
    parts: list[str] = []
    position = 0
    while (start := text.find("<!--", position)) >= 0:
        parts.append(text[position:start])
        end = text.find("-->", start + 4)
        if end < 0:
            return "".join(parts)
        position = end + 3
    return "".join([*parts, text[position:]])
