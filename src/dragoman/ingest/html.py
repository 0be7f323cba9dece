"""Web pages: the article's text, several where a page has several, and what its head says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree
from lxml import html as lxml_html

from dragoman.ingest.calendar import read_date
from dragoman.ingest.characters import lines_of, uniform
from dragoman.ingest.decode import decode
from dragoman.ingest.draft import Draft
from dragoman.ingest.html_metadata import page_metadata, text_of
from dragoman.ingest.html_plain import elements_of, measure, plain_lines
from dragoman.ingest.limits import (
    MAX_HTML_ARTICLES,
    MAX_HTML_BYTES,
    MAX_HTML_DEPTH,
    MAX_HTML_ELEMENTS,
    MAX_TEXT_BYTES,
    MEBIBYTE,
)
from dragoman.ingest.shapes import is_prose
from dragoman.model.errors import InputError
from dragoman.model.when import UNKNOWN, When

# An <article> with less running text is a teaser of another page.
ARTICLE_SIZE = 280
# When the extraction gives less than this, the page's plain lines are taken instead.
ENOUGH = 120
# An <article> of whose text others hold more than this share is only their holder.
HELD = 0.8
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^<>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]{2,30})""", re.I
)


def read_html(data: bytes) -> Iterator[Draft | str]:
    """The drafts of a page, and remarks on what was left out of it."""
    if len(data) > MAX_HTML_BYTES:
        yield (
            f"cut: of its {len(data) / MEBIBYTE:.1f} MB of HTML only the first "
            f"{MAX_HTML_BYTES // MEBIBYTE} MB are read"
        )
    declared = _CHARSET.search(data[:4096])
    text = decode(data[:MAX_HTML_BYTES], declared[1].decode("ascii") if declared else None)
    depth, count = measure(text)
    if depth > MAX_HTML_DEPTH or count > MAX_HTML_ELEMENTS:
        yield (
            f"has elements nested {depth:,} deep and {count:,} in all, more than any real page; "
            "its plain text was read instead"
        )
        plain = "\n".join(plain_lines(text))[:MAX_TEXT_BYTES]
        yield Draft(tuple(lines_of(uniform(plain))))
        return
    yield from _drafts(text)


def _drafts(text: str) -> Iterator[Draft | str]:
    tree = _tree(text)
    known = page_metadata(tree)
    articles = _articles(tree)
    if len(articles) < 2:
        date = known.date if known.date.known else _searched_date(tree)
        yield replace(known, date=date, lines=_lines(tree, text))
        return
    if len(articles) > MAX_HTML_ARTICLES:
        yield (
            f"cut: of its {len(articles):,} articles only the first {MAX_HTML_ARTICLES:,} are "
            "read; split it to have all of them"
        )
    for number, article in enumerate(articles[:MAX_HTML_ARTICLES]):
        yield _part(article, known, number == 0)


def _tree(text: str) -> etree._Element:
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise InputError(f"is no HTML that can be parsed ({error})") from None
    return tree


def _articles(tree: etree._Element) -> list[etree._Element]:
    """The page's <article> elements that hold an article each.

    Where one holds little but others, those are the articles; otherwise what it holds is its own.
    """
    found: list[etree._Element] = []
    taken: set[etree._Element] = set()
    for article in tree.iter("article"):
        size = _prose(article)
        inner = [a for a in article.iter("article") if a is not article]
        if size < ARTICLE_SIZE or article in taken or _is_aside(article):
            continue
        if len(inner) > 1 and sum(map(_prose, inner)) > HELD * size:
            continue
        found.append(article)
        taken.update(inner)
    return found


def _is_aside(article: etree._Element) -> bool:
    """True for a reader's comment, told by the class or id of it or of what it is in."""
    names = " ".join(
        f"{e.get('class') or ''} {e.get('id') or ''}" for e in (article, *article.iterancestors())
    )
    return any(word in names.lower() for word in elements_of("aside"))


def _prose(element: etree._Element) -> int:
    """Characters of running text in an element's paragraphs."""
    return sum(len(t) for p in element.iter("p") if is_prose(t := text_of(p)))


def _part(article: etree._Element, known: Draft, first: bool) -> Draft:
    """One of several articles, with its own heading and date; the outlet is the page's."""
    heading = next((text_of(h) for h in article.iter("h1", "h2", "h3")), None)
    inner = etree.tostring(article, encoding="unicode", method="html", with_tail=False)
    page = f"<html><body>{inner}</body></html>"
    date = _time(article)
    return Draft(
        lines=_lines(_tree(page), page),
        title=heading or (known.title if first else None),
        outlet=known.outlet,
        author=known.author if first else None,
        url=known.url,
        date=date if date.known or not first else known.date,
    )


def _time(article: etree._Element) -> When:
    stamps = (read_date(t.get("datetime") or "", basis="page") for t in article.iter("time"))
    return next((d for d in stamps if d.known), UNKNOWN)


def _lines(tree: etree._Element, text: str) -> tuple[str, ...]:
    """The article's lines, its paragraphs parted by empty ones."""
    import trafilatura  # noqa: PLC0415

    found = trafilatura.extract(
        tree, include_comments=False, include_tables=True, include_links=False, favor_recall=True
    )
    if not found or len(found) < ENOUGH:
        plain = [line for line in plain_lines(text) if line]
        if sum(map(len, plain)) > 2 * len(found or ""):
            return tuple(lines_of(uniform("\n\n".join(plain))))
    return tuple(lines_of(uniform((found or "").replace("\n", "\n\n"))))


def _searched_date(tree: etree._Element) -> When:
    """The date that stands elsewhere in the page's marked-up dates, found by htmldate."""
    from htmldate import find_date  # noqa: PLC0415

    try:
        found = find_date(
            tree, original_date=True, extensive_search=False, min_date="1994-01-01",
            max_date="2099-12-31",
        )  # fmt: skip
    except (ValueError, TypeError, AttributeError, etree.LxmlError):
        return UNKNOWN
    return read_date(found, basis="page") if found else UNKNOWN
