"""The text of HTML in one linear pass: how deep it is, and its lines where no tree can be made."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

# An attribute may hold a ">" but hardly a "<": stopping there keeps the search linear.
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)  # fmt: skip
# Elements whose end tags may be left out; a parser closes them at the next of their kind.
_SELF_CLOSING = frozenset(["p", "li", "dt", "dd", "tr", "td", "th", "option", "thead", "tbody", "tfoot"])
# Elements within a line; any other parts it.
_INLINE = frozenset(
    ["a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr"]
)
# Elements whose content is no text.
_UNREAD = frozenset(["script", "style", "noscript", "template", "svg", "iframe", "select", "button", "textarea"])


def measure(text: str) -> tuple[int, int]:
    """How deep the elements nest, and how many there are."""
    depth = deepest = count = 0
    for match in _TAG.finditer(text):
        name = match[2].lower()
        if name in _VOID or name in _SELF_CLOSING:
            count += 1
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
        if name in _UNREAD and not match[1]:
            end = lowered.find(f"</{name}", position)
            position = len(text) if end < 0 else end
        elif name not in _INLINE:
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
