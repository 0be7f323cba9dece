"""docs/accuracy.md: the figures, what they mean, the errors by class, and what they cannot tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from string import Template

from dragoman.evaluation.examples import reading
from dragoman.evaluation.measure import Measured
from dragoman.evaluation.peers import all_peers
from dragoman.evaluation.ratios import f1
from dragoman.evaluation.rows import figure_rows
from dragoman.evaluation.words import number, peer_words
from dragoman.model.errors import InputError
from dragoman.model.tables import Column, Row, read_table
from dragoman.version import coder_name

PAGE = Path("docs") / "accuracy.md"
_ERRORS = tuple(map(Column, ("task", "error", "means", "example", "wanted")))
_FIGURES = (Column("figure"), Column("means"))
# So many pairs of a set tell what it is that is confused.
_CONFUSIONS = 10


def write_page(measured: Sequence[Measured], path: Path = PAGE) -> None:
    """Writes the page; raises InputError where its folder is not there."""
    try:
        path.write_text(page(measured), encoding="utf-8")
    except OSError as wrong:
        raise InputError(
            f"{path} cannot be written: {wrong.strerror}; run it where docs/ is"
        ) from wrong


def page(measured: Sequence[Measured]) -> str:
    """The page as Markdown."""
    template = (files("dragoman") / "data" / "evaluation" / "accuracy.md").read_text("utf-8")
    return Template(template).substitute(
        coder=coder_name(),
        figures=_figures(measured),
        sources=_sources(measured),
        meanings=_meanings(measured),
        sets=_sets(measured),
        errors="\n\n".join(_errors(one) for one in measured),
        types="\n\n".join(_types(one) for one in measured if one.types),
        confusions="\n\n".join(_confusions(one) for one in measured if one.confusions),
    )


def table(names: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [names, ["---"] * len(names), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def _cell(value: object) -> str:
    return str(value).replace("|", "\\|")


def _figures(measured: Sequence[Measured]) -> str:
    return table(
        ("set", "figure", "value", "best peer"),
        (
            (row["set"], row["figure"], number(row["value"]), peer_words(row["peer"]))
            for one in measured
            for row in figure_rows(one, {})
        ),
    )


def _sources(measured: Sequence[Measured]) -> str:
    names = {one.name for one in measured}
    peers = (p for (name, _), peers in all_peers().items() if name in names for p in peers)
    return "; ".join(dict.fromkeys(f"{p.name} ({p.source})" for p in peers))


def _meanings(measured: Sequence[Measured]) -> str:
    used = {figure for one in measured for figure in one.figures}
    rows = read_table("evaluation/figures.tsv", _FIGURES)
    kept = ((f"`{r['figure']}`", r["means"]) for r in rows if r["figure"] in used)
    return table(("figure", "what it is"), kept)


def _sets(measured: Sequence[Measured]) -> str:
    return table(
        ("set", "what", "texts", "file", "begins with SHA-256"),
        (
            (
                one.name,
                one.gold.adapter.about,
                f"{len(one.gold.rows):,}",
                f"`{one.gold.adapter.files}`",
                one.gold.sha256[:12],
            )
            for one in measured
        ),
    )


def error_rows(task: str) -> list[Row]:
    """A task's classes of error, in the table's order."""
    return [r for r in read_table("evaluation/errors.tsv", _ERRORS) if r["task"] == task]


def _errors(one: Measured) -> str:
    rows = (
        (one.errors[row["error"]], row["means"], _example(row))
        for row in error_rows(one.gold.adapter.task)
        if one.errors[row["error"]]
    )
    return f"### {one.name}\n\n{table(('count', 'what is wrong', 'for example'), rows)}"


def _example(row: Row) -> str:
    read = reading(row["task"], row["example"])
    return f"“{row['example']}” Wanted: {row['wanted']}. Read: {read}."


def _types(one: Measured) -> str:
    rows = (
        (name, t.gold, t.right, t.told, number(f1(t.right, t.told, t.gold)))
        for name, t in one.types.items()
    )
    return f"**{one.name}**\n\n{table(('type', 'gold', 'right', 'told', 'F1'), rows)}"


def _confusions(one: Measured) -> str:
    ranked = sorted(one.confusions.items(), key=lambda pair: (-pair[1], pair[0]))[:_CONFUSIONS]
    rows = ((wanted, told, count) for (wanted, told), count in ranked)
    return f"**{one.name}**\n\n{table(('gold', 'told', 'times'), rows)}"
