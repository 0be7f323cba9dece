"""What is said to people beside a command's output: always on standard error, a line each."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.engine.pipeline import Progress

# Control characters of a text from outside could move the cursor, colour the terminal, or turn the
# direction of writing so that a line reads as another.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def plain(text: str) -> str:
    """`text` on one line, without control characters."""
    return _CONTROL.sub(" ", text)


def complain(message: str) -> None:
    """Say what could not be done."""
    print(f"dragoman: {plain(message)}", file=sys.stderr)  # noqa: T201


def note(message: str) -> None:
    """Say what a reader of the output must know."""
    print(f"note: {plain(message)}", file=sys.stderr)  # noqa: T201


@contextmanager
def progress(doing: str) -> Iterator[Progress | None]:
    """What to call after each report: it moves a bar on a terminal; None in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.table import Column

    shown = (
        SpinnerColumn(),
        TextColumn("{task.description} {task.completed:.0f}"),
        TimeElapsedColumn(),
        TextColumn(
            "{task.fields[name]}",
            markup=False,
            table_column=Column(no_wrap=True, overflow="ellipsis"),
        ),
    )
    with Bar(*shown, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=None, name="")
        yield lambda name: bar.update(task, advance=1, name=plain(name))
