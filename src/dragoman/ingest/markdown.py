"""Markdown with YAML front matter."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.ingest.characters import lines_of, uniform
from dragoman.ingest.draft import Draft
from dragoman.ingest.fields import with_fields

# Front matter is a few lines; what is longer is something else.
LONGEST_FRONT = 16_384
_FENCE = re.compile(r"^---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_PAIR = re.compile(r"^([A-Za-z_]+)[ \t]*:[ \t]*(.+)$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")
_UNDERLINE = re.compile(r"^(?:={3,}|-{3,})$")
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,1000}\)")
_LINK = re.compile(r"\[([^\]\n]{1,600})\]\([^)\n]{0,1000}\)")
_REFERENCE = re.compile(r"^\[[^\]\n]{1,100}\]:\s.*$")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,600}?\S?)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]{1,600}?)(?<=[^\s*_])\1(?![\w*])")
_COMMENT = re.compile(r"<!--.{0,5000}?-->", re.DOTALL)
_QUOTE = re.compile(r"^(?:>\s?)+")
_ITEM = re.compile(r"^[*+-]\s+(?=\S)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")


def read_markdown(text: str) -> tuple[Draft, str | None]:
    """The draft of a Markdown file, and what is wrong with its front matter, if anything."""
    front, body = split_front(uniform(text))
    lines = [_plain(line) for line in lines_of(_COMMENT.sub("", body))]
    draft = _with_heading(Draft(tuple(lines)), body)
    return with_fields(draft, fields_of(front)) if front else (draft, None)


def split_front(text: str) -> tuple[str, str]:
    """The front matter, "" where there is none, and the rest."""
    text = text.lstrip("\n ")
    match = _FENCE.match(text[:LONGEST_FRONT]) if text.startswith("---") else None
    if match is None or not _PAIR.search(match[1]):
        return "", text
    return match[1], text[match.end() :]


def fields_of(front: str) -> dict[str, object]:
    """The fields of front matter; where it is no valid YAML, its lines of "name: value"."""
    import yaml  # noqa: PLC0415

    try:
        fields = yaml.load(front, Loader=yaml.BaseLoader)  # noqa: S506  (it builds text only)
    except (yaml.YAMLError, RecursionError):
        fields = None
    if not isinstance(fields, dict):
        fields = {m[1]: m[2].strip("\"' ") for m in _PAIR.finditer(front)}
    return {str(k).casefold(): v for k, v in fields.items()}


def _with_heading(draft: Draft, body: str) -> Draft:
    """The draft titled by its first line, where that is a heading of the first level."""
    first = next((line.strip() for line in body.split("\n") if line.strip()), "")
    if not re.match(r"^#\s", first):
        return draft
    index = next(i for i, line in enumerate(draft.lines) if line)
    return replace(draft, title=draft.lines[index], lines=draft.lines[index + 1 :])


def _plain(line: str) -> str:
    """A line without Markdown's marks."""
    if _UNDERLINE.match(line) or _REFERENCE.match(line):
        return ""
    line = _QUOTE.sub("", line)
    if heading := _HEADING.match(line):
        line = heading[1]
    line = _ITEM.sub("", line)
    line = _LINK.sub(r"\1", _IMAGE.sub("", line))
    line = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", line))
    return _ESCAPE.sub(r"\1", line).strip()
