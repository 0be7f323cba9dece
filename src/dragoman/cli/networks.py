"""`network`: who acts on whom at a date, blocs, brokers, triads, third parties, changes."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from dragoman.cli.measure_options import (
    ApartOption,
    ChartOption,
    ScaleOption,
    Scales,
    WeightOption,
)
from dragoman.cli.options import (
    DEFAULT_RECORD,
    AsOfOption,
    CoderOption,
    Format,
    FormatOption,
    OutputOption,
    RecordOption,
    UntilOption,
)
from dragoman.cli.say import note


class Rows(StrEnum):
    """Which rows are printed."""

    edges = "edges"
    nodes = "nodes"
    triads = "triads"
    changes = "changes"
    third = "third"


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(network)


def network(  # noqa: PLR0913, PLR0917  # the options of a command
    record: RecordOption = DEFAULT_RECORD,
    days: Annotated[int, typer.Option(help="How many days count.")] = 365,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    around: Annotated[str | None, typer.Option(help="One actor, and those next to it.")] = None,
    least: Annotated[
        float, typer.Option(min=0, help="Leave out relations of less strength than this.")
    ] = 0,
    versus: Annotated[
        str | None, typer.Option(help="For changes: the end of the days before, YYYY-MM-DD.")
    ] = None,
    dyad: Annotated[str | None, typer.Option(help="For third parties: whose quarrel.")] = None,
    scores: ScaleOption = Scales.plover,
    weigh: WeightOption = None,
    apart: ApartOption = False,
    coder: CoderOption = None,
    show: Annotated[Rows, typer.Option(help="Which rows to print.")] = Rows.edges,
    chart: ChartOption = None,
    form: FormatOption = Format.table,
    output: OutputOption = None,
) -> None:
    """Tell who acts on whom: edges, actors with blocs and brokerage, triads, changes."""
    from dragoman.analysis.scales import SOURCES
    from dragoman.cli.output import write
    from dragoman.engine.measures import network_ask, network_rows
    from dragoman.engine.networks import network as measure
    from dragoman.record import open_record
    from dragoman.web.chart_files import Drawing, write_chart
    from dragoman.web.views.networks import chart_of

    how: dict[str, object] = {
        "until": until, "days": days, "as_of": as_of, "around": around, "coder": coder,
        "scores": scores.value, "weigh": [w.value for w in weigh or ()], "apart": apart,
        "least": least,
    }  # fmt: skip
    with open_record(record) as kept:
        kind, rows, notes = network_rows(kept, show=show.value, versus=versus, dyad=dyad, **how)
        if chart:
            ask = network_ask(**how)
            drawn = chart_of(measure(kept, ask))
            foot = ["whole line: cooperation outweighs conflict; dashed: it does not; wide: much",
                    f"scores: {SOURCES[ask.scale]}", *notes]  # fmt: skip
            write_chart(chart, [Drawing("network", drawn.title, drawn)], foot)
        write(kind, rows, form, output)
    for line in notes:
        note(line)
