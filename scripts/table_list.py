"""Writes the list of tables into docs/guide/tables.md, from what each table says of itself."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "src" / "dragoman" / "data"
PAGE = ROOT / "docs" / "guide" / "tables.md"
BEGIN, END = "<!-- made by make docs -->", "<!-- end -->"


def main() -> None:
    """Writes the page with the present list."""
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


def page(text: str) -> str:
    """The page's `text` with the list between its marks made anew."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{listing()}\n{END}{after}"


def listing() -> str:
    """The tables by folder, each with what its header says first."""
    lines = ["| table | what it holds |", "| --- | --- |"]
    tables = sorted(DATA.rglob("*.tsv"))
    for folder, group in groupby(tables, key=lambda path: path.parent.name):
        lines.append(f"| **{folder}** | |")
        lines += [f"| `{folder}/{path.name}` | {about(path)} |" for path in group]
    return "\n".join(lines)


def about(path: Path) -> str:
    """The first sentence of a table's header."""
    lines = path.read_text(encoding="utf-8").splitlines()
    header = " ".join(line.removeprefix("#").strip() for line in lines if line.startswith("#"))
    said = re.split(r"Read by", header)[0]
    sentence = re.match(r".+?[.:](?= [A-Z]|\s*$)", said.strip())
    return (sentence[0] if sentence else said).strip().rstrip(".:").replace("|", r"\|")


if __name__ == "__main__":
    main()
