"""`dyad`: words and deeds of two on each other, by period, with breaks and coverage."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.measure_options import (
    ApartOption,
    ChartOption,
    OneArgument,
    OtherArgument,
    PeriodOption,
    Periods,
    ScaleOption,
    Scales,
    WeightOption,
    two_of,
)
from dragoman.cli.options import (
    DEFAULT_RECORD,
    AsOfOption,
    CoderOption,
    Format,
    FormatOption,
    OutputOption,
    RecordOption,
    SinceOption,
    UntilOption,
)
from dragoman.cli.say import note

if TYPE_CHECKING:
    from dragoman.engine.dyads import Dyad, DyadAsk


class Steps(StrEnum):
    """Which rows of a ladder are printed."""

    steps = "steps"
    figures = "figures"


class Show(StrEnum):
    """Which rows are printed."""

    series = "series"
    breaks = "breaks"
    ties = "ties"


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(dyad)
    app.command()(ladder)


def dyad(  # noqa: PLR0913, PLR0917  # the options of a command
    actor: OneArgument,
    recipient: OtherArgument = None,
    record: RecordOption = DEFAULT_RECORD,
    period: PeriodOption = Periods.month,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    scores: ScaleOption = Scales.plover,
    weigh: WeightOption = None,
    apart: ApartOption = False,
    coder: CoderOption = None,
    show: Annotated[Show, typer.Option(help="Which rows to print.")] = Show.series,
    chart: ChartOption = None,
    form: FormatOption = Format.table,
    output: OutputOption = None,
) -> None:
    """Measure words and deeds between two: series, their gap, breaks, and the coverage beside."""
    from dragoman.cli.output import write
    from dragoman.engine.dyad_rows import break_rows, dyad_rows
    from dragoman.engine.dyad_ties import tie_rows
    from dragoman.engine.dyad_words import sentence, summary
    from dragoman.engine.dyads import dyad as measure
    from dragoman.engine.measures import dyad_ask
    from dragoman.record import open_record
    from dragoman.web.names import actor_name

    ask = dyad_ask(
        *two_of(actor, recipient), period=period.value, since=since, until=until, as_of=as_of,
        scores=scores.value, weigh=[w.value for w in weigh or ()], coder=coder, apart=apart,
    )  # fmt: skip
    with open_record(record) as kept:
        found = measure(kept, ask)
    for one in found.directions:
        note(sentence(summary(found, one, actor_name)))
    if chart:
        _draw(chart, found, actor_name)
    kind, rows = {
        Show.series: ("dyad", dyad_rows),
        Show.breaks: ("breaks", break_rows),
        Show.ties: ("dyad_ties", tie_rows),
    }[show]
    write(kind, rows(found), form, output)
    for line in (*how_made(ask), *found.notes):
        note(line)


def ladder(  # noqa: PLR0913, PLR0917  # the options of a command
    actor: OneArgument,
    recipient: OtherArgument = None,
    record: RecordOption = DEFAULT_RECORD,
    window: Annotated[int, typer.Option(help="Days within which an act may be answered.")] = 14,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    scores: ScaleOption = Scales.plover,
    apart: ApartOption = False,
    coder: CoderOption = None,
    show: Annotated[Steps, typer.Option(help="Which rows to print.")] = Steps.steps,
    form: FormatOption = Format.table,
    output: OutputOption = None,
) -> None:
    """Tell action and reaction of two: chains of acts and answers, by rules that are shown."""
    from dragoman.analysis.ladders import RULES
    from dragoman.analysis.together import together_words
    from dragoman.cli.output import write
    from dragoman.engine.ladders import figure_rows, step_rows
    from dragoman.engine.ladders import ladder as measure
    from dragoman.engine.measures import dyad_ask
    from dragoman.record import open_record

    ask = dyad_ask(
        *two_of(actor, recipient), since=since, until=until, as_of=as_of, scores=scores.value,
        coder=coder, apart=apart,
    )  # fmt: skip
    with open_record(record) as kept:
        found = measure(kept, ask, window)
    if show is Steps.steps:
        write("ladder", step_rows(found), form, output)
    else:
        write("reciprocity", figure_rows(found), form, output)
    for name, means in RULES.items():
        note(f"{name}: {means}")
    if found.together:
        note(together_words(found.together))


def _draw(path: Path, found: Dyad, name: Callable[[str], str]) -> None:
    from dragoman.engine.dyad_words import sentence, summary
    from dragoman.web.chart_files import Drawing, write_chart
    from dragoman.web.views.dyads import charts_of

    drawings = [Drawing("dyad", chart.title, chart) for chart in charts_of(found)]
    said = [sentence(summary(found, one, name)) for one in found.directions]
    write_chart(path, drawings, [*said, *how_made(found.ask)])


def how_made(ask: DyadAsk) -> list[str]:
    """Which scores and weights the numbers rest on."""
    from dragoman.analysis.acts import WEIGHTS
    from dragoman.analysis.scales import SOURCES

    weights = "; ".join(WEIGHTS[w] for w in ask.weights) or "none, each incident counts once"
    return [f"scores: {SOURCES[ask.scale]}", f"weights: {weights}"]
