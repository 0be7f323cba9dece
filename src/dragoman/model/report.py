"""One article or paper by an outlet, cleaned and dated."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from dragoman.model.ids import content_id
from dragoman.model.when import UNKNOWN, When

Genre = Literal["news", "analysis", "opinion", "brief", "statement", "events"]

GENRES: tuple[Genre, ...] = get_args(Genre)


@dataclass(frozen=True, slots=True)
class Notes:
    """What stood around the article and is kept, but not coded."""

    biography: str | None = None
    disclaimer: str | None = None
    credits: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A clean text and what is known about it.

    `text` holds the article's own sentences, paragraphs separated by blank lines, without its
    title. `date` is the publication date as far as it is known. `language` is ISO 639-1, or
    "und". `input` says where it was read from (a path, a URL, "-"), for people to find it again;
    it is no part of the report's identity.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    date: When = UNKNOWN
    language: str = "und"
    genre: Genre = "news"
    notes: Notes = field(default_factory=Notes)
    input: str | None = None


def report_id(text: str) -> str:
    """The id of a report with this clean text; line breaks and runs of blanks do not count."""
    return content_id("report", " ".join(text.split()))
