"""`evaluate`: how well the coder reads texts that others coded."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.say import complain, note, progress
from dragoman.model.errors import UsageError

if TYPE_CHECKING:
    from dragoman.evaluation.adapter import Adapter
    from dragoman.evaluation.floors import Floor
    from dragoman.evaluation.measure import Measured

FLOORS = Path("evaluation") / "floors.toml"


class Shape(StrEnum):
    """How figures are printed."""

    table = "table"
    json = "json"


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(evaluate)


def evaluate(  # noqa: PLR0913, PLR0917  # one parameter an option: that is how typer works
    gold: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The gold; ../shared/gold if that is there.")
    ] = None,
    sets: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME", help="This set; may be repeated.")
    ] = None,
    form: Annotated[Shape, typer.Option("--format", help="How to print the figures.")] = (
        Shape.table
    ),
    floors: Annotated[Path, typer.Option(metavar="FILE", help="The floors.")] = FLOORS,
    raise_floors: Annotated[
        bool, typer.Option("--raise-floors", help="Write floors that are better.")
    ] = False,
    lower_floors: Annotated[
        bool,
        typer.Option("--lower-floors", help="Write the present figures as floors, good or bad."),
    ] = False,
    docs: Annotated[bool, typer.Option("--docs", help="Write docs/accuracy.md.")] = False,
) -> None:
    """Code texts that others coded, and print how often the rows are right.

    A table of figures with their floors and the best that others reach. Ends with 1 when a
    figure is under its floor.
    """
    from dragoman.evaluation.floors import moved, read_floors, write_floors
    from dragoman.evaluation.gold import chosen, gold_folder

    known = read_floors(floors)
    if docs and sets:
        raise UsageError("--docs writes about all sets; give it without --set")
    measured = _measured(gold_folder(gold), chosen(sets or ()))
    if raise_floors or lower_floors:
        known = moved(known, measured, lower_floors)
        write_floors(floors, known)
    _print(measured, known, form)
    if docs:
        from dragoman.evaluation.page import write_page

        write_page(measured)
    raise typer.Exit(1 if _complained(measured, known, floors) else 0)


def _measured(folder: Path, adapters: list[Adapter]) -> list[Measured]:
    from dragoman.evaluation.gold import GoldSet, read_sets
    from dragoman.evaluation.measure import measure
    from dragoman.model.errors import InputError

    found = []
    with progress("texts") as tell:
        for gold in read_sets(folder, adapters):
            if isinstance(gold, GoldSet):
                found.append(measure(gold, tell))
            else:
                note(f"{gold.name} is not in {folder} (looked for {gold.files})")
    if not found:
        raise InputError(f"{folder} has none of the sets; they are: {_names(adapters)}")
    return found


def _names(adapters: list[Adapter]) -> str:
    return ", ".join(f"{adapter.name} ({adapter.files})" for adapter in adapters)


def _print(measured: list[Measured], floors: dict[str, Floor], form: Shape) -> None:
    from dragoman.cli.output import encode
    from dragoman.cli.tables import print_table
    from dragoman.evaluation.rows import figure_rows

    rows = [row for one in measured for row in figure_rows(one, floors)]
    if form is Shape.table:
        print_table("figures", rows, sys.stdout)
    else:
        sys.stdout.write("[\n" + ",\n".join(map(encode, rows)) + "\n]\n")


def _complained(measured: list[Measured], floors: dict[str, Floor], path: Path) -> bool:
    """True when a figure is under its floor, which is said in a line each."""
    from dragoman.evaluation.floors import NO_FLOOR, under

    wrong = False
    for one in measured:
        floor = floors.get(one.name, NO_FLOOR)
        if floor.sha256 not in {"", one.gold.sha256}:
            note(
                f"{one.name} is not the file that {path} has floors for; they were left aside "
                "(--lower-floors takes this one)"
            )
        for figure, value in under(one, floor).items():
            complain(f"{one.name} {figure} is {one.figures[figure]}, under its floor of {value}")
            wrong = True
    return wrong
