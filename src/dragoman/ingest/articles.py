"""The articles of a page of text: their lines, cleaned, and what the page says of each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.ingest.calendar import Found, date_line, has_label, is_updated
from dragoman.ingest.debris import debris
from dragoman.ingest.draft import Draft
from dragoman.ingest.endings import author_of_note, cut_tail, split_biography, split_tail_notes
from dragoman.ingest.furniture import Line, prose_size, sort_lines
from dragoman.ingest.heads import Head, find_heads, top_head
from dragoman.ingest.outlets import known_outlet
from dragoman.ingest.shapes import is_prose
from dragoman.ingest.titles import split_title, without_title
from dragoman.ingest.wrapping import unwrap
from dragoman.model.report import Notes

# Below a head, less running text than this is a teaser and no article.
ARTICLE_SIZE = 150
# A paragraph with so many words below "Related articles" is no teaser: the article goes on.
TEASER_WORDS = 35


@dataclass(frozen=True, slots=True)
class Piece:
    """A draft with the date as its page prints it, for dating it among its neighbours."""

    draft: Draft
    found: Found | None = None


def split_articles(draft: Draft) -> list[Piece]:
    """The articles in a draft's lines, each cleaned; the first keeps what is known of the draft."""
    lines = sort_lines(unwrap(list(draft.lines)))
    heads = _with_bodies(find_heads(lines), lines)
    cuts = [h.start for h in heads] + [len(lines)]
    pieces: list[Piece] = []
    if not heads or prose_size(lines[: cuts[0]]) > 0:
        head = top_head(lines[: cuts[0]])
        pieces.append(_piece(draft, head, lines[: cuts[0]], head.end))
    for head, end in zip(heads, cuts[1:], strict=True):
        whole = draft if not pieces else Draft((), url=draft.url, language=draft.language)
        pieces.append(_piece(whole, head, lines[head.start : end], head.end - head.start))
    return [p for p in pieces if any(p.draft.lines)]


def _with_bodies(heads: list[Head], lines: list[Line]) -> list[Head]:
    """The heads below which an article stands, not only the next head."""
    ends = [h.start for h in heads[1:]] + [len(lines)]
    return [
        h for h, end in zip(heads, ends, strict=False)
        if prose_size(lines[h.end : end]) >= ARTICLE_SIZE
    ]  # fmt: skip


def _piece(draft: Draft, head: Head, lines: list[Line], body: int) -> Piece:
    """One article: `lines` are all of it, of which the first `body` are its head."""
    lines, stamp = _without_stamps(lines, body)
    kept = _without_end(_until_stop(lines[body:]))
    text, debris_cut, apart = _paragraphs(kept)
    notes = [line.text for line in lines if line.kind == "disclaimer"]
    pictures = [line.text for line in lines if line.kind == "credit"]
    made = Draft(
        lines=tuple(text),
        title=draft.title or head.title,
        outlet=draft.outlet or _outlet(head, [*_debris(lines), *debris_cut, *notes]),
        author=draft.author or head.author,
        url=draft.url,
        language=draft.language,
        date=draft.date,
        age=head.age,
    )
    made = _titled(made, draft.title, text)
    made = _noted(made, draft.notes, notes, pictures, apart)
    return Piece(made, head.date or stamp)


def _without_stamps(lines: list[Line], body: int) -> tuple[list[Line], Found | None]:
    """The lines without those below the head that say "published" and a date, and that date."""
    found: Found | None = None
    result = list(lines)
    for i in range(body, len(lines)):
        text = lines[i].text
        if lines[i].kind == "text" and has_label(text) and (stamp := date_line(text)):
            result[i] = Line(text, "debris")
            found = stamp if found is None or not is_updated(text) else found
    return result, found


def _outlet(head: Head, debris_lines: list[str]) -> str | None:
    """The outlet of the head, by its usual name, else the one that the page's debris names."""
    known = known_outlet(head.outlet)
    return (known.name if known else head.outlet) or debris().outlet_in(debris_lines)


def _debris(lines: list[Line]) -> list[str]:
    return [line.text for line in lines if line.kind in ("debris", "stop")]


def _until_stop(lines: list[Line]) -> list[Line]:
    """The lines without what follows a line such as "Related articles" below an article."""
    for i, line in enumerate(lines):
        if line.kind == "stop" and prose_size(lines[:i]) >= ARTICLE_SIZE:
            rest = lines[i + 1 :]
            if line.what == "comments" and prose_size(rest) < prose_size(lines[:i]):
                return [*lines[: i + 1], *(r for r in rest if r.kind == "disclaimer")]
            return [*lines[: i + 1], *_without_teasers(rest)]
    return lines


def _without_end(lines: list[Line]) -> list[Line]:
    """The lines without what is no sentence after the last paragraph and debris below it.

    No heading ends an article, so such lines are the page's, whatever they say.
    """
    prose = [i for i, x in enumerate(lines) if x.kind == "text" and is_prose(x.text)]
    below = range(prose[-1] + 1, len(lines)) if prose else range(0)
    end = next((i for i in below if lines[i].kind not in ("text", "blank")), None)
    if end is None:
        return lines
    rest = [Line(x.text, "debris") if x.kind == "text" else x for x in lines[end:]]
    return [*lines[:end], *rest]


def _without_teasers(lines: list[Line]) -> list[Line]:
    """The lines below "Related articles" without headlines, and the teasers under those.

    Where a long paragraph follows, the list was a box within the article: its sentences are kept.
    """
    goes_on = any(x.kind == "text" and len(x.text.split()) >= TEASER_WORDS for x in lines)
    result: list[Line] = []
    under_headline = False
    for x in lines:
        is_text = x.kind == "text" and not _is_about_author(x.text)
        headline = is_text and not is_prose(x.text)
        dropped = headline or (is_text and under_headline and not goes_on)
        result.append(Line(x.text, "debris") if dropped else x)
        if x.kind == "text":
            under_headline = headline
    return result


def _is_about_author(text: str) -> bool:
    table = debris()
    return author_of_note(text) is not None and table.count("biography", text) > 0


def _paragraphs(lines: list[Line]) -> tuple[list[str], list[str], bool]:
    """The paragraphs, the debris cut from their ends, and whether debris parts the last one."""
    last_text = max((i for i, x in enumerate(lines) if x.kind == "text"), default=-1)
    apart = any(
        x.kind in ("debris", "stop", "rule") for x in lines[max(0, last_text - 4) : last_text]
    )
    texts = [x.text for x in lines if x.kind == "text"]
    kept: list[str] = []
    cut: list[str] = []
    for i, text in enumerate(texts):
        paragraph, tail = cut_tail(text, i == len(texts) - 1)
        kept.extend([paragraph] if paragraph else [])
        cut.extend([tail] if tail else [])
    return kept, cut, apart


def _titled(draft: Draft, known: str | None, text: list[str]) -> Draft:
    """The draft with its title out of its text, and with the byline and date below that title."""
    if draft.title:
        return replace(draft, lines=without_title(tuple(text), draft.title))
    title, rest = split_title(tuple(text))
    return replace(draft, title=known or title, lines=rest)


def _noted(
    draft: Draft, old: Notes, disclaimers: list[str], pictures: list[str], apart: bool
) -> Draft:
    """The draft with the notes at its end out of its text."""
    paragraphs = list(draft.lines)
    for i, paragraph in enumerate(paragraphs):
        paragraphs[i], disclaimer = split_tail_notes(paragraph)
        disclaimers = [*disclaimers, disclaimer] if disclaimer else disclaimers
    kept, biography = split_biography(paragraphs, draft.author, apart)
    notes = Notes(
        biography="\n".join(biography) or old.biography,
        disclaimer="\n".join(disclaimers) or old.disclaimer,
        credits="\n".join(pictures) or old.credits,
    )
    author = draft.author or (author_of_note(biography[0]) if biography else None)
    return replace(draft, lines=tuple(kept), notes=notes, author=author)
