"""What a file says about its report in named fields: front matter, a row of JSON Lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from dragoman.ingest.calendar import read_date
from dragoman.ingest.characters import one_line, whole
from dragoman.ingest.draft import Draft
from dragoman.ingest.outlets import order_of

# A field longer than this holds something else than a title or a name.
LONGEST = 1_000


def with_fields(draft: Draft, fields: Mapping[str, object]) -> tuple[Draft, str | None]:
    """The draft with its fields filled, and what is wrong with them, if anything.

    Reads title, date, outlet, author, url and language; others are ignored.
    """
    outlet, url = _text(fields.get("outlet")), _text(fields.get("url"))
    stated = _text(fields.get("date"))
    when = read_date(stated, order_of(outlet, url)) if stated else draft.date
    filled = replace(
        draft,
        title=_text(fields.get("title")) or draft.title,
        outlet=outlet or draft.outlet,
        author=_text(fields.get("author")) or draft.author,
        url=url or draft.url,
        language=_language(fields.get("language")) or draft.language,
        date=when,
    )
    if stated and not when.known:
        return filled, (
            f"its date {stated[:40]!r} is none; expected YYYY-MM-DD; the report is kept undated"
        )
    return filled, None


def _text(value: object) -> str | None:
    """A field as text: names in a list are joined, dates written as ISO 8601."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return (
            ", ".join(t for v in value[:20] if not isinstance(v, list) and (t := _text(v))) or None
        )
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return one_line(whole(str(value))[:LONGEST])


def _language(value: object) -> str | None:
    """ISO 639-1 of "en", "en-GB", "EN"; None for what is no code."""
    code = (_text(value) or "").casefold().replace("_", "-").partition("-")[0]
    return code if len(code) in (2, 3) and code.isalpha() and code.isascii() else None
