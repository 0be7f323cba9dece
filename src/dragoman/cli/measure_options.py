"""The options of the commands that measure, declared once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Periods(StrEnum):
    """How long the periods are."""

    day = "day"
    week = "week"
    month = "month"


class Scales(StrEnum):
    """The lists of scores."""

    plover = "plover"
    goldstein = "goldstein"


class Weights(StrEnum):
    """What incidents may be weighed by."""

    origins = "origins"
    denied = "denied"


PeriodOption = Annotated[Periods, typer.Option(help="How long the periods are.")]
ScaleOption = Annotated[Scales, typer.Option("--scores", help="The list of scores of intensity.")]
WeightOption = Annotated[
    list[Weights] | None, typer.Option("--weigh", help="Weigh incidents; may be repeated.")
]
ApartOption = Annotated[
    bool, typer.Option("--apart", help="Count what reports and files both tell once for either.")
]


def _chart_file(path: Path | None) -> Path | None:
    """The file, refused before anything is measured where it can hold no chart."""
    from dragoman.web.chart_files import chart_kind

    if path is not None:
        chart_kind(path)
    return path


ChartOption = Annotated[
    Path | None,
    typer.Option(
        help="Draw it into a file too: .svg or .png.", metavar="FILE", callback=_chart_file
    ),
]
OneArgument = Annotated[
    str, typer.Argument(help="One actor, a code or a name; or both, as AZE-RUS.")
]
OtherArgument = Annotated[str | None, typer.Argument(help="The other.")]


def two_of(actor: str, recipient: str | None) -> tuple[str, str]:
    """The two, however they were given."""
    from dragoman.record.naming import pair_words

    return (actor, recipient) if recipient is not None else pair_words(actor)
