"""What a web page says about its article in its head: JSON-LD, meta tags, links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from lxml import etree

from dragoman.ingest.calendar import read_date
from dragoman.ingest.characters import one_line
from dragoman.ingest.draft import Draft
from dragoman.ingest.outlets import order_of
from dragoman.ingest.shapes import key
from dragoman.model.tables import Column, Row, read_table
from dragoman.model.when import UNKNOWN, When

FIELDS = ("title", "date", "outlet", "author", "url")
_COLUMNS = (
    Column("field", choices=FIELDS),
    Column("where", choices=("jsonld", "meta", "path")),
    Column("name"),
)
# JSON-LD and values beyond these sizes are no description of an article.
LONGEST_JSON = 500_000
LONGEST_VALUE = 500
# A title is followed by the outlet's name behind one of these.
_SUFFIX = re.compile(r"\s+(?:\||[-–—]|·|»|::)\s+([^|–—·»]{2,60})$")
_ADDRESS = re.compile(r"^https?://", re.IGNORECASE)


@cache
def _rows() -> tuple[Row, ...]:
    return tuple(read_table("ingest/metadata.tsv", _COLUMNS))


def page_metadata(tree: etree._Element) -> Draft:
    """A draft without lines that holds the page's title, date, outlet, author and address."""
    found: dict[str, list[str]] = {f: [] for f in FIELDS}
    described, metas = _described(tree), _metas(tree)
    for row in _rows():
        found[row["field"]].extend(_values(row, tree, described, metas))
    outlet = next((v for v in found["outlet"] if not _ADDRESS.match(v)), None)
    url = next((v for v in found["url"] if _ADDRESS.match(v)), None)
    title = next(iter(found["title"]), None)
    return Draft(
        lines=(),
        title=_without_outlet(title, outlet),
        outlet=outlet,
        author=_author(found["author"], outlet),
        url=url,
        date=_first_date(found["date"], order_of(outlet, url)),
    )


def _values(
    row: Row, tree: etree._Element, described: list[dict[str, Any]], metas: dict[str, str]
) -> Iterator[str]:
    if row["where"] == "jsonld":
        values: list[object] = [_named(d.get(row["name"])) for d in described]
    elif row["where"] == "meta":
        values = [metas.get(row["name"].lower())]
    else:
        values = list(_at_path(tree, row["name"]))
    for value in values:
        if isinstance(value, str) and (line := one_line(value)) and len(line) <= LONGEST_VALUE:
            yield line


def _at_path(tree: etree._Element, path: str) -> Iterator[str]:
    """The texts of the first elements or attributes at an XPath."""
    found = tree.xpath(path)
    for value in found[:3] if isinstance(found, list) else []:
        yield text_of(value) if isinstance(value, etree._Element) else str(value)


def text_of(element: etree._Element) -> str:
    """The text in an element, on one line."""
    return " ".join(" ".join(str(part) for part in element.itertext()).split())


def _metas(tree: etree._Element) -> dict[str, str]:
    """The content of the page's meta tags by lower-case name; the first of a name counts."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            name, content = meta.get(attribute), meta.get("content")
            if name and content:
                metas.setdefault(name.lower(), content)
    return metas


def _described(tree: etree._Element) -> list[dict[str, Any]]:
    """The JSON-LD objects that describe an article: those with a headline or a date."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text:
            continue
        try:
            data = json.loads(script.text[:LONGEST_JSON])
        except (ValueError, RecursionError):
            continue
        found.extend(o for o in _objects(data) if "headline" in o or "datePublished" in o)
    return found


def _objects(data: object) -> Iterator[dict[str, Any]]:
    """An object, the objects of a list, or those of a graph."""
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            if isinstance(graph, list):
                yield from (g for g in graph if isinstance(g, dict))


def _named(value: object) -> str | None:
    """A name as text: plain, as an object with a name, or a list of those."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        return (
            ", ".join(n for v in value[:10] if not isinstance(v, list) and (n := _named(v))) or None
        )
    return value if isinstance(value, str) else None


def _first_date(values: list[str], order: str | None) -> When:
    dates = (read_date(v, order) for v in values)
    return next((d for d in dates if d.known), UNKNOWN)


def _author(values: list[str], outlet: str | None) -> str | None:
    """The first value that names people, not an address or the outlet itself."""
    wanted = (v for v in values if not _ADDRESS.match(v) and "@" not in v)
    return next((v for v in wanted if not outlet or key(v) != key(outlet)), None)


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """The title without the outlet's name behind it."""
    match = _SUFFIX.search(title) if title else None
    if title and match and outlet and key(match[1]) == key(outlet):
        return title[: match.start()]
    return title
