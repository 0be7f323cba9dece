"""The options that several commands share."""

from __future__ import annotations

from copy import copy
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, get_args

import typer

from dragoman.model.ontology import EVENT_TYPES, FACTUALITIES

DEFAULT_RECORD = "dragoman.db"


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


class Objects(StrEnum):
    """How reports with all their rows are printed: none of the flat forms can hold them."""

    jsonl = "jsonl"
    json = "json"


RecordOption = Annotated[
    str,
    typer.Option(
        "--record",
        envvar="DRAGOMAN_RECORD",
        help="The record: an SQLite file, or the URL of a PostgreSQL database.",
    ),
]


def _format(shapes: type[StrEnum]) -> Any:
    """The option; its choices stand in the help, where a line can be broken between them."""
    choices = ", ".join(shape.value for shape in shapes)
    return typer.Option("--format", metavar="FORM", help=f"How to print the rows: {choices}.")


FormatOption = Annotated[Format, _format(Format)]
ObjectsOption = Annotated[Objects, _format(Objects)]
MergedOption = Annotated[
    bool, typer.Option("--merged", help="Names put together to actors, with how sure that is.")
]
_OUTPUT = "A file to write to, not standard output."
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", help=_OUTPUT)]
LongOutputOption = Annotated[Path | None, typer.Option("--output", help=_OUTPUT)]
JobsOption = Annotated[
    int | None,
    typer.Option(min=1, help="How many processes code; all cores by default, 8 at most."),
]
ActorOption = Annotated[
    str | None,
    typer.Option(help="Who acts or speaks: a code, how it begins, or a name (AZE, RUSMIL, Iran)."),
]
RecipientOption = Annotated[
    str | None,
    typer.Option(help="To whom it is done, or of whom it is said, as for --actor."),
]
DyadOption = Annotated[
    str | None, typer.Option(help="Between two, either way: AZE-RUS, Iran-Israel.")
]
TypeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--type",
        help="May be repeated. The stance of what is said, the kind of a judgement or tie; of "
        f"events the PLOVER type, one of {', '.join(EVENT_TYPES)}.",
    ),
]
ModeOption = Annotated[
    list[str] | None,
    typer.Option("--mode", help="A type's mode (arrest, visit, expel); may be repeated."),
]
SinceOption = Annotated[
    str | None,
    typer.Option(help="From this day on, YYYY-MM-DD: an event's own time, else publication."),
]
UntilOption = Annotated[
    str | None, typer.Option(help="Before this day: the first day that no longer counts.")
]
OutletOption = Annotated[
    list[str] | None, typer.Option("--outlet", help="The outlet's name; may be repeated.")
]
FactualityOption = Annotated[
    list[str] | None,
    typer.Option("--factuality", help=f"May be repeated. One of {', '.join(FACTUALITIES)}."),
]
ReportOption = Annotated[
    str | None, typer.Option(help="Of this report: its id, or how that begins.")
]
PlaceOption = Annotated[
    str | None, typer.Option(help="Where it happened: a place, or a country's code or name.")
]
TextOption = Annotated[
    str | None, typer.Option(help="Of reports with these words, as `search` takes them.")
]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", help="Count only what was published by this day, YYYY-MM-DD."),
]
CoderOption = Annotated[
    str | None, typer.Option(help="Rows of this coder version, not of each report's newest.")
]
_AT_MOST = typer.Option(min=0, metavar="NUMBER", help="At most so many rows.")
CountOption = Annotated[int, _AT_MOST]
SourceOption = Annotated[
    str | None, typer.Option(help="Whose source is told in these words: Kremlin, officials.")
]
SourceKindOption = Annotated[
    list[str] | None,
    typer.Option(
        "--source-kind", help="Who says so; may be repeated. author, outlet, named or unnamed."
    ),
]
StanceOption = Annotated[
    list[str] | None,
    typer.Option("--stance", help="The source's to what is said: denies; may be repeated."),
]
CueOption = Annotated[str | None, typer.Option(help="Attributed by these words: accus, denied.")]
SpeakerOption = Annotated[str | None, typer.Option(help="Said by the speaker of that name.")]
AuthorOption = Annotated[str | None, typer.Option(help="Judged by the one of that name.")]
KindOption = Annotated[
    list[str] | None,
    typer.Option("--kind", help="Of a kind, such as forecast or border; may be repeated."),
]
DueSinceOption = Annotated[
    str | None, typer.Option("--due-since", help="To come true by a date, on this day or after.")
]
DueUntilOption = Annotated[
    str | None, typer.Option("--due-until", help="To come true by a date before this day.")
]
TableOption = Annotated[
    list[str] | None,
    typer.Option("--table", help="From this imported table of ties; may be repeated."),
]
LimitOption = Annotated[int | None, _AT_MOST]
OffsetOption = Annotated[
    int | None,
    typer.Option(min=0, metavar="NUMBER", help="Leave out so many rows first."),
]

# The filters under the names that they have in Python, as far as Python has none of its own.
FILTERS: dict[str, Any] = {
    "actor": ActorOption,
    "recipient": RecipientOption,
    "dyad": DyadOption,
    "type_": TypeOption,
    "mode": ModeOption,
    "kind": KindOption,
    "source": SourceOption,
    "source_kind": SourceKindOption,
    "stance": StanceOption,
    "cue": CueOption,
    "speaker": SpeakerOption,
    "author": AuthorOption,
    "due_since": DueSinceOption,
    "due_until": DueUntilOption,
    "table": TableOption,
    "since": SinceOption,
    "until": UntilOption,
    "outlet": OutletOption,
    "factuality": FactualityOption,
    "report": ReportOption,
    "place": PlaceOption,
    "text": TextOption,
    "as_of": AsOfOption,
    "coder": CoderOption,
    "limit": LimitOption,
    "offset": OffsetOption,
}


def hidden(option: Any) -> Any:
    """The same option, taken as before and not told of in the help."""
    kind, given = get_args(option)
    silent = copy(given)
    silent.hidden = True
    return Annotated[kind, silent]
