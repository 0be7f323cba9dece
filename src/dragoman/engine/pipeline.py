"""Reports in, rows out: into a record, or straight to who asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeVar

from dragoman.engine.coder import LANGUAGES, PRESENT, Coder
from dragoman.engine.crew import Crew
from dragoman.engine.summary import Summary
from dragoman.ingest import Given, Refusal, read_input
from dragoman.model.errors import InputError, TableError
from dragoman.model.findings import Findings
from dragoman.model.report import Report, report_id
from dragoman.record import Record

Read = TypeVar("Read", Report, Report | Refusal)

Progress = Callable[[str], None]
"""Called with the name of what was just dealt with."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Paths, folders, URLs or "-", what the user said about them, and what "-" stands for."""

    sources: tuple[str, ...]
    given: Given = field(default_factory=Given)
    stdin: BinaryIO | None = None


def read_all(inputs: Inputs) -> Iterator[Report | Refusal]:
    """Every report of every input, dated as far as can be, and a refusal for each that is none.

    Raises TableError when a table of what the reader knows is wrong.
    """
    for source in inputs.sources:
        try:
            for read in read_input(source, inputs.given, inputs.stdin):
                yield dated(read) if isinstance(read, Report) else read
        except InputError as wrong:
            yield Refusal(source, str(wrong))


def add(
    record: Record,
    inputs: Inputs,
    coder: Coder = PRESENT,
    progress: Progress | None = None,
    jobs: int = 1,
) -> Summary:
    """Read, code and keep reports, in order; each is in the record whole or not at all.

    Goes on past what is refused. What is there already is left as it is; a report that is there
    but not coded by `coder` is coded. With `jobs` above 1 as many processes code, which a script
    may ask for only below `if __name__ == "__main__"`. Raises RecordError when the record itself
    fails.
    """
    summary = Summary()
    reads = map(_for_record, read_all(inputs))
    crew: Crew[Report | Refusal, Findings | Refusal] = _crew(coder, jobs)
    for read, found in crew.each(reads, lambda r: _is_new(record, r, coder)):
        if isinstance(read, Refusal):
            # A folder that holds the record itself is read all the same.
            if Path(read.input).absolute() not in record.files:
                summary.refused.append(read)
        else:
            _keep(record, read, found, coder, summary)
        if progress:
            progress(_name(read))
    return summary


def recode(
    record: Record, coder: Coder = PRESENT, progress: Progress | None = None, jobs: int = 1
) -> Summary:
    """Code all reports of the record that `coder` has not coded; older rows are kept.

    `jobs` as for `add`.
    """
    summary = Summary()
    crew: Crew[Report, Findings | Refusal] = _crew(coder, jobs)
    for report, found in crew.each(record.uncoded(coder.name), _is_read):
        if found is not None:
            _keep_coded(record, report, found, coder, summary)
        if progress:
            progress(_name(report))
    return summary


def code_stream(
    inputs: Inputs, coder: Coder = PRESENT, jobs: int = 1
) -> Iterator[Findings | Refusal]:
    """What is found in each report, in order, without any record; `jobs` as for `add`."""
    crew: Crew[Report | Refusal, Findings | Refusal] = _crew(coder, jobs)
    for read, found in crew.each(read_all(inputs), _is_report):
        if found is not None:
            yield found
        elif isinstance(read, Refusal):
            yield read


def _crew(coder: Coder, jobs: int) -> Crew[Read, Findings | Refusal]:
    return Crew(partial(_coded, coder=coder), _lost, jobs)


def _is_report(read: Report | Refusal) -> bool:
    return isinstance(read, Report)


def _is_read(report: Report) -> bool:
    return report.language in LANGUAGES


def _is_new(record: Record, read: Report | Refusal, coder: Coder) -> bool:
    """True for a report that has to be coded."""
    return isinstance(read, Report) and _is_read(read) and not record.is_coded(read.id, coder.name)


def _keep(
    record: Record, report: Report, found: Findings | Refusal | None, coder: Coder, summary: Summary
) -> None:
    if found is not None:
        _keep_coded(record, report, found, coder, summary)
    elif not record.add_report(report) or _is_read(report):
        summary.there += 1
    else:
        summary.added += 1
        summary.unread[report.language] = summary.unread.get(report.language, 0) + 1


def _keep_coded(
    record: Record, report: Report, found: Findings | Refusal, coder: Coder, summary: Summary
) -> None:
    known = record.has_report(report.id)
    if isinstance(found, Refusal):
        record.add_report(report)
        summary.refused.append(found)
        return
    if not record.add_findings(found, coder.name):  # another program was quicker
        summary.there += 1
        return
    summary.events += len(found.events)
    if known:
        summary.completed += 1
    else:
        summary.added += 1


def _coded(report: Report | Refusal, coder: Coder) -> Findings | Refusal:
    if isinstance(report, Refusal):
        return report
    try:
        return coder.code(report)
    except TableError:
        raise  # what the coder knows is wrong, so every other report would fail as well
    except Exception as wrong:  # one report that trips the coder must not stop the rest
        return Refusal(_name(report), f"the coder failed on it ({type(wrong).__name__}: {wrong})")


def _lost(read: Report | Refusal) -> Refusal:
    return Refusal(_name(read), "the coder's process died of it; is there enough memory?")


def dated(report: Report) -> Report:
    """An undated report with the date that its own words bound, where they do."""
    if report.date.known:
        return report
    from dragoman.language.publication import date_from_inside  # noqa: PLC0415  # loads tables

    return date_from_inside(report)


def _for_record(read: Report | Refusal) -> Report | Refusal:
    """The report under the id of its content; refused when its text holds what no database keeps.

    An id that its file gave says nothing about other files; it is kept in where it came from.
    """
    if isinstance(read, Refusal):
        return read
    try:
        read.text.encode()
    except UnicodeEncodeError:
        return Refusal(_name(read), "has half a character in its text; expected UTF-8")
    if "\0" in read.text:
        return Refusal(_name(read), "has a NUL character in its text; expected plain text")
    content = report_id(read.text)
    where = read.input if content == read.id else f"{_name(read)}#{read.id}"
    return replace(read, id=content, input=_writable(where), url=_writable(read.url))


def _writable(text: str | None) -> str | None:
    """A name that is no UTF-8, as file names may be, with escapes for the bytes that are none."""
    return text and text.encode("utf-8", "backslashreplace").decode()


def _name(read: Report | Refusal) -> str:
    return read.input or (read.title if isinstance(read, Report) else None) or "-"
