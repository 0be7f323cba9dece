"""Addresses that pages link to: the same question with something changed, and its data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote, urlencode, urlsplit

Params = Mapping[str, Sequence[str]]


def address(path: str, params: Params | None = None, **changes: str | int | None) -> str:
    """`path` with `params`, some of them changed; None takes one out."""
    wanted = {name: list(values) for name, values in (params or {}).items()}
    for name, value in changes.items():
        wanted[name] = [] if value is None else [str(value)]
    pairs = [(name, v) for name, values in wanted.items() for v in values if v]
    return f"{path}?{urlencode(pairs)}" if pairs else path


def without(path: str, params: Params, name: str, value: str) -> str:
    """The same address without one of the values of `name`, from its first page."""
    kept = {n: [v for v in vs if (n, v) != (name, value)] for n, vs in params.items()}
    return address(path, kept, offset=None)


def twin(path: str, params: Params, form: str) -> str:
    """The page's data as "json" or "csv", whole and not by the page."""
    return address(f"{'/desk' if path == '/' else path}.{form}", params, offset=None, limit=None)


def part(value: str) -> str:
    """A value as one part of a path."""
    return quote(value, safe="")


def safe_url(url: str | None) -> str | None:
    """`url` where it is one of the web's; None for anything else that a click could run."""
    if not url:
        return None
    try:
        found = urlsplit(url)
    except ValueError:
        return None
    return url if found.scheme in ("http", "https") and found.netloc else None
