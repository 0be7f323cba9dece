"""`explain`: how a sentence was read, step by step."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from dragoman.cli.adding import DateOption, given
from dragoman.model.errors import UsageError


class Shape(StrEnum):
    """How an explanation is printed."""

    text = "text"
    json = "json"


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(explain)


def explain(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="English, in quotes.")],
    date: DateOption = None,
    form: Annotated[
        Shape, typer.Option("--format", metavar="FORM", help="How to print it: text, json.")
    ] = Shape.text,
) -> None:
    """Show how a sentence is read: who is named, what was tried, what was coded and why not more.

    `dragoman --no-encoder explain` shows what the tables read alone. Keeps nothing.
    """
    text = _readable(sentence)
    when = given(date).date

    from dragoman.engine.explaining import explained

    told = explained(text, when)
    if form is Shape.json:
        from dragoman.cli.output import encode
        from dragoman.coding.explain_rows import explanation_row

        sys.stdout.write(encode(explanation_row(told), indent=1) + "\n")
        return
    from dragoman.cli.explained_tables import print_explanation

    print_explanation(told, sys.stdout)


def _readable(sentence: str) -> str:
    """The sentence without white space around it; raises UsageError where nothing can be read."""
    text = sentence.strip()
    if not any(letter.isalpha() for letter in text):
        raise UsageError("the sentence has no words; expected one such as 'Kenya met Somalia.'")
    try:
        text.encode()
    except UnicodeEncodeError as wrong:
        raise UsageError("the sentence is no UTF-8; expected text in that encoding") from wrong
    return text
