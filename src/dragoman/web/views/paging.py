"""Where a page of rows stands among all of them."""

from __future__ import annotations

from dragoman.model.rows import Json
from dragoman.record import Filters
from dragoman.web.asks import Ask
from dragoman.web.links import address


def paged(ask: Ask, filters: Filters, total: int, shown: int) -> Json:
    """`total`, `offset`, `limit`, and the addresses `previous` and `next` of the rows around."""
    limit, offset = filters.limit or max(shown, 1), filters.offset
    path = ask.path if ask.form in ("page", "api") else f"{ask.path}.{ask.form}"
    after = offset + shown
    before = max(0, offset - limit)
    return {
        "total": total,
        "offset": offset,
        "limit": limit,
        "previous": address(path, ask.params, offset=before or None) if offset else None,
        "next": address(path, ask.params, offset=after) if after < total else None,
    }
