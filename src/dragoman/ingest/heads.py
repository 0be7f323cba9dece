"""The heads of articles on a page: title, outlet, date or age, author."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from dragoman.ingest.ages import age_line
from dragoman.ingest.bylines import author_in
from dragoman.ingest.calendar import Found, date_line, find_date, is_updated
from dragoman.ingest.debris import debris
from dragoman.ingest.draft import Age
from dragoman.ingest.furniture import Line
from dragoman.ingest.outlets import known_outlet, order_of, sounds_like_outlet
from dragoman.ingest.shapes import ends_clause, is_prose, is_title_like, same, without_bullet

# Between a title and its repetition pages put at most so many lines of outlet, date and author.
HEAD_LINES = 10
# Names of outlets have up to so many words.
OUTLET_WORDS = 7
# A person's name has two to four words of letters.
_PERSON = re.compile(r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){1,3}")
_MARK = re.compile(r"\s*[|·•]\s*")


@dataclass(frozen=True, slots=True)
class Head:
    """What the lines `start` up to `end` say about the article below them."""

    start: int
    end: int
    title: str | None = None
    repeats: int = 0
    outlet: str | None = None
    author: str | None = None
    age: Age | None = None
    date: Found | None = None
    dated_line: str = field(default="", repr=False)

    @property
    def stamped(self) -> bool:
        """True when it has a date or an age."""
        return self.age is not None or self.date is not None


def read_head(lines: list[Line], start: int, titled: bool = True) -> Head:
    """The head that begins at line `start`, with a title there if `titled`."""
    head = Head(start, start + 1 if titled else start)
    if titled:
        head = replace(head, title=lines[start].text)
    tentative: str | None = None
    for i in range(head.end, min(len(lines), start + 3 * HEAD_LINES)):
        line = lines[i]
        if line.kind != "text":
            continue
        longer = _with_line(head, line.text)
        if longer is None and tentative is None and _may_be_outlet(line.text):
            tentative = without_bullet(line.text)
            continue
        if longer is None:
            break
        head = replace(_named(longer, tentative, lines), end=i + 1)
        tentative = None
    if tentative and head.repeats and not head.outlet and _recurs(lines, tentative):
        end = next(i for i in range(head.end, len(lines)) if tentative in lines[i].text)
        return replace(head, end=end + 1, outlet=tentative)
    return head


def _named(head: Head, name: str | None, lines: list[Line]) -> Head:
    """The head with a name that stands in it: an outlet's, or a person's where it looks so."""
    if name is None or (head.outlet and head.author):
        return head
    person = _PERSON.fullmatch(name) and not sounds_like_outlet(name) and not _recurs(lines, name)
    if person or head.outlet:
        return replace(head, author=head.author or name) if person else head
    return replace(head, outlet=name)


def _recurs(lines: list[Line], name: str) -> bool:
    """True when a page has the same line elsewhere, as it has the names of outlets."""
    return sum(line.kind == "text" and same(without_bullet(line.text), name) for line in lines) > 1


def _with_line(head: Head, text: str) -> Head | None:
    """The head with what `text` adds to it, or None when the line is no part of a head."""
    if head.title and same(head.title, text):
        return replace(head, repeats=head.repeats + 1)
    if head.outlet and same(without_bullet(text), head.outlet):
        return head
    if known_outlet(without_bullet(text)) or sounds_like_outlet(without_bullet(text)):
        return replace(head, outlet=head.outlet or without_bullet(text))
    if author := author_in(text):
        return replace(head, author=head.author or author)
    return _with_stamp(head, text)


def _with_stamp(head: Head, text: str) -> Head | None:
    """The head with the date or age of a line, which may name the outlet before it."""
    if age := age_line(text):
        return replace(head, age=head.age or age)
    if found := date_line(text, order_of(head.outlet)):
        return _dated(head, found, text)
    outlet, stamp = _parted(text)
    if outlet is None:
        return _with_stamps(head, text)
    named = replace(head, outlet=head.outlet or outlet)
    if age := age_line(stamp):
        return replace(named, age=head.age or age)
    if (found := date_line(stamp, order_of(outlet))) and found.when.known:
        return _dated(named, found, stamp)
    return None


def _with_stamps(head: Head, text: str) -> Head | None:
    """The head with the dates and ages of a line that holds nothing but several of them."""
    parts = _MARK.split(text) if len(text) <= 200 else []
    if len(parts) < 2:
        return None
    for part in parts:
        longer = _with_stamp(head, part)
        if longer is None:
            return None
        head = longer
    return head


def _dated(head: Head, found: Found, text: str) -> Head:
    """The head with a date; one of publication stands above one of a later change."""
    if head.date is None or (is_updated(head.dated_line) and not is_updated(text)):
        return replace(head, date=found, dated_line=text)
    return head


def _parted(text: str) -> tuple[str | None, str]:
    """The outlet and the rest of a line such as "Sample Wire10-07-2025"."""
    if len(text) > 100:
        return None, text
    for mark in ("|", "·", "•", " – ", " — ", " - ", ", "):
        name, found, rest = text.partition(mark)
        if found and _may_be_outlet(name.strip()) and rest.strip():
            return name.strip(), rest.strip()
    date = find_date(text)
    if date and date.start and _may_be_outlet(name := text[: date.start].strip(" ,|·")):
        return name, text[date.start :]
    return None, text


def _may_be_outlet(text: str) -> bool:
    """True for a few words with capitals, such as a name has."""
    parts = without_bullet(text).split()
    if debris().is_menu(text):
        return False
    if not 1 <= len(parts) <= OUTLET_WORDS or len(text) > 60 or ends_clause(text):
        return False
    return parts[0][:1].isupper() and sum(p[:1].isupper() for p in parts) >= 0.6 * len(parts)


def top_head(lines: list[Line]) -> Head:
    """The head on top of a page: a title among lines of outlet, date and author, or these alone.

    Where the text goes on with further lines of dates it is a chronology, and has no head.
    """
    texts = [i for i, line in enumerate(lines) if line.kind == "text"][:3]
    heads = (_head_with_title(lines, texts[: k + 1]) for k in range(len(texts)))
    head = next((h for h in heads if h), None) or read_head(lines, 0, titled=False)
    if head.date and any(date_line(x.text) for x in lines[head.end :] if x.kind == "text"):
        return Head(0, 0)
    return head


def _head_with_title(lines: list[Line], upto: list[int]) -> Head | None:
    """The head whose title is the last of the lines `upto`, if all before it belong to a head."""
    *before, at = upto
    title = lines[at].text
    if not is_title_like(title) or is_prose(title) or debris().is_menu(title):
        return None
    if _with_line(Head(at, at), title):
        return None
    above = Head(0, 0)
    for i in before:
        if debris().is_menu(lines[i].text):
            continue
        longer = _with_line(above, lines[i].text)
        if longer is None and not (_may_be_outlet(lines[i].text) and not above.outlet):
            return None
        above = longer or replace(above, outlet=lines[i].text)
    head = read_head(lines, at)
    if not any((*_signs(head), *_signs(above))):
        return None
    if (
        before
        and above.outlet
        and len(above.outlet) > len(title)
        and not known_outlet(above.outlet)
    ):
        return None
    return replace(
        head,
        start=0,
        outlet=head.outlet or above.outlet,
        author=head.author or above.author,
        date=head.date or above.date,
        age=head.age or above.age,
    )


def _signs(head: Head) -> tuple[bool, ...]:
    """What makes a title and the lines around it a head."""
    sounds = bool(head.outlet and sounds_like_outlet(head.outlet))
    return head.stamped, head.author is not None, head.repeats > 0, sounds


def find_heads(lines: list[Line]) -> list[Head]:
    """The heads in `lines` that begin an article, in order.

    A head is a title which is repeated among lines of outlet and date, or a title after which an
    age, or a date with an outlet or author, follows.
    """
    heads: list[Head] = []
    i = 0
    while i < len(lines):
        if lines[i].kind == "text" and is_title_like(lines[i].text) and not is_prose(lines[i].text):
            head = read_head(lines, i)
            if _begins_article(head):
                heads.append(head)
                i = head.end
                continue
        i += 1
    return heads


def _begins_article(head: Head) -> bool:
    if head.repeats:
        return True
    return head.age is not None or (head.date is not None and bool(head.outlet or head.author))
