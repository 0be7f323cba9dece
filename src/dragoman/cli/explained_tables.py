"""An explanation for people: tables on a terminal, tab-separated lines in a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from dragoman.cli.explained_words import act_words, party_words, tried_words, why_words
from dragoman.cli.say import plain
from dragoman.cli.tables import when_words
from dragoman.engine.flat import source
from dragoman.model.rows import event_row

if TYPE_CHECKING:
    from rich.table import Table

    from dragoman.coding.explained import Candidate, Explanation
    from dragoman.model.event import Event

# What is said where the index of the corpus belongs to another network.
NO_INDEX = "not shown: they were indexed for another network (make likeness indexes them anew)"
# Characters of an id that are shown.
_ID = 8


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an explanation: its title, its columns and its rows; or a line in their place.

    On a terminal the rows of a `tall` one stand one below the other, a line a column.
    """

    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    instead: str = "none"
    tall: bool = False


def print_explanation(told: Explanation, out: TextIO) -> None:
    """Print all parts of an explanation."""
    if not out.isatty():
        for section in sections(told):
            out.writelines(_lines(section))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=out, highlight=False)
    for section in sections(told):
        console.print(Text(section.title, style="bold"))
        if section.rows:
            console.print(*_tables(section))
        else:
            console.print(Text(f"  {section.instead}"))
        console.print()


def _tables(section: Section) -> Iterator[Table]:
    """A table of all rows, or of a tall section one a row."""
    from rich.table import Table
    from rich.text import Text

    def table(names: Sequence[str], rows: Iterable[Sequence[str]], header: bool) -> Table:
        made = Table(box=None, padding=(0, 2, 0, 0), show_header=header, header_style="dim")
        for name in names:
            made.add_column(name, overflow="fold")
        for row in rows:
            made.add_row(*(Text(plain(cell)) for cell in row))
        return made

    if not section.tall:
        yield table(section.columns, section.rows, header=True)
        return
    width = max(map(len, section.columns))
    for first, *rest in section.rows:
        told = zip(section.columns[1:], rest, strict=True)
        rows = [(f"  {name:<{width}}", cell) for name, cell in told if cell]
        yield table(("", ""), [(first, ""), *rows], header=False)


def _lines(section: Section) -> Iterator[str]:
    yield f"{section.title}\n"
    if not section.rows:
        yield f"{section.instead}\n"
    for row in [section.columns, *section.rows] if section.rows else []:
        yield "\t".join(map(plain, row)) + "\n"
    yield "\n"


def sections(told: Explanation) -> Iterator[Section]:
    """The parts, in the order in which the coder goes."""
    yield _mentions(told)
    yield _parse(told)
    yield _candidates(told)
    yield _frames(told)
    yield _events(told)
    if told.encoder:
        yield _alike(told)


def _mentions(told: Explanation) -> Section:
    text = told.report.text
    columns = ("words", "at", "codes", "kind", "name", "basis")
    rows = [
        (
            m.span.of(text),
            f"{m.span.start}-{m.span.end}",
            " ".join(m.codes) or "?",
            m.kind,
            m.name or "",
            m.basis,
        )
        for m in told.mentions
    ]
    return Section("MENTIONS", columns, rows)


def _parse(told: Explanation) -> Section:
    text = told.report.text
    columns = ("word", "lemma", "tag", "dependency", "head")
    rows = [
        (p.span.of(text), p.lemma, p.tag, p.dependency, told.parse[p.head].span.of(text))
        for p in told.parse
    ]
    return Section("PARSE", columns, rows)


def _candidates(told: Explanation) -> Section:
    columns = ("words", "act", "types", "mode", "factuality", "parties", "frame", "outcome")
    return Section("CANDIDATES", columns, [_candidate(c, told) for c in told.candidates], tall=True)


def _candidate(candidate: Candidate, told: Explanation) -> tuple[str, ...]:
    text = told.report.text
    chances = candidate.chances
    likely = ("", "", "", "", "")
    if chances is not None:
        likely = (
            f"{chances.act:.3f}",
            ", ".join(f"{name} {p:.3f}" for name, p in chances.types),
            f"{chances.mode or '-'} {chances.mode_probability:.3f}",
            f"{chances.factuality} {chances.factuality_probability:.3f}",
            "; ".join(party_words(p, text) for p in chances.parties),
        )
    rows = ", ".join(name[:_ID] for name in candidate.events)
    outcome = [f"event {rows}"] if rows else []
    outcome += [why_words(candidate.why, text)] if candidate.why else []
    return (candidate.span.of(text), *likely, candidate.frame or "", "; ".join(outcome))


def _frames(told: Explanation) -> Section:
    text = told.report.text
    columns = ("word", "frame", "names", "row", "outcome")
    rows = [
        (t.span.of(text), t.frame, act_words(t.type, t.mode), t.place, tried_words(t))
        for t in told.frames
    ]
    return Section("FRAMES TRIED", columns, rows)


def _events(told: Explanation) -> Section:
    columns = (
        *("id", "word", "what", "cameo", "actor", "recipient", "factuality", "source"),
        *("when", "where", "confidence"),
    )
    return Section("EVENTS", columns, [_event(e, told.report.text) for e in told.events], tall=True)


def _event(event: Event, text: str) -> tuple[str, ...]:
    row = event_row(event)
    return (
        event.id[:_ID],
        event.event_span.of(text),
        act_words(event.type, event.mode),
        event.cameo,
        _side(event.actor, [s.of(text) for s in event.actor_spans]),
        _side(event.recipient, [s.of(text) for s in event.recipient_spans]),
        event.factuality,
        ", ".join(source(s) for s in row["source"]),
        when_words(row["when"]),
        event.where.name if event.where else "",
        f"{event.confidence:.3f}",
    )


def _side(codes: tuple[str, ...], words: list[str]) -> str:
    """The codes of a party, and the words that stand for it: "TGOGOV (Togolese ambassador)"."""
    known = " ".join(codes) or "?"
    return f"{known} ({', '.join(words)})" if words else known


def _alike(told: Explanation) -> Section:
    columns = ("cosine", "id", "types", "text")
    rows = [
        (f"{a.cosine:.3f}", a.known.id, " ".join(a.known.types) or "no act", a.known.text)
        for a in told.alike or ()
    ]
    return Section("MOST ALIKE IN THE CORPUS", columns, rows, NO_INDEX)
