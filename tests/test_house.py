"""The house rules: which way data flows, where vocabulary lives, how large things grow."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "dragoman"
TABLES = sorted((SOURCE / "data").rglob("*.tsv"))

# A folder imports only from those above it.
HOUSE = (
    "model",
    "ingest",
    "language",
    "coding",
    "linking",
    "record",
    "analysis",
    "forecast",
    "brief",
    "engine",
    "evaluation",
    "web",
    "cli",
)
# What stands beside the folders and may be used by all of them.
SHARED = {"version"}

# As in the code bases that we hold ourselves to: short functions, modules that do one thing.
MEDIAN_FUNCTION, P95_FUNCTION, MEDIAN_MODULE = 9, 45, 140

# More plain words than this in one literal is a word list, which belongs into a table.
WORDS_IN_CODE = 8
WORD = re.compile(r"[a-z][a-z' -]*")

# Written so that this file does not match itself.
FORBIDDEN = {
    "a path of somebody's machine": re.compile(r"(?<![\w.$~*-])/(?:wor[k]|hom[e]|roo[t]|tm[p])/\w"),
    "a package registry": re.compile(
        r"python[h]osted|pypi\.or[g]|registry\.np[m]|deb\.debia[n]|npmjs\.co[m]"
    ),
}


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the package by its path below it."""
    return {
        path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(SOURCE.rglob("*.py"))
    }


def imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and full name of all that a module imports; relative imports start with a dot."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            if base == "dragoman":
                yield from ((node.lineno, f"dragoman.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, base


def test_every_folder_has_its_place_in_the_house() -> None:
    folders = {path.split("/")[0] for path in modules() if "/" in path}
    assert folders <= {*HOUSE, "data"}


def test_data_flows_one_way() -> None:
    wrong = []
    for path, tree in modules().items():
        if "/" not in path:
            continue
        allowed = {*HOUSE[: HOUSE.index(path.split("/")[0]) + 1], *SHARED}
        for line, name in imported(tree):
            package, _, rest = name.partition(".")
            if not package:
                wrong.append(f"{path}:{line} imports relatively")
            elif package == "dragoman" and rest.split(".")[0] not in allowed:
                wrong.append(f"{path}:{line} imports {name}")
    assert wrong == []


def test_the_model_knows_no_library_but_the_standard_one() -> None:
    known = {*sys.stdlib_module_names, "dragoman"}
    foreign = [
        f"{path}:{line} imports {name}"
        for path, tree in modules().items()
        if path.startswith("model/")
        for line, name in imported(tree)
        if name.split(".")[0] not in known
    ]
    assert foreign == []


def words_of(node: ast.AST) -> list[str]:
    """The plain lower-case words that a literal lists, in whichever way it lists them."""
    match node:
        case ast.List(elts=items) | ast.Tuple(elts=items) | ast.Set(elts=items):
            values = [item.value for item in items if isinstance(item, ast.Constant)]
        # With values that are computed it is the shape of a row, or a table of functions.
        case ast.Dict(keys=keys, values=given) if all(isinstance(g, ast.Constant) for g in given):
            values = [key.value for key in keys if isinstance(key, ast.Constant)]
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="split")):
            values = [*text.split()]
        case ast.Constant(value=str(text)) if "|" in text:
            values = [*text.split("|")]
        case _:
            return []
    return [v for v in values if isinstance(v, str) and WORD.fullmatch(v)]


def word_lists(tree: ast.Module) -> Iterator[int]:
    """Lines of literals that list words. A type's choices and a module's exports are none."""
    exempt: set[int] = set()
    for node in ast.walk(tree):
        if id(node) in exempt:
            exempt.update(map(id, ast.iter_child_nodes(node)))
        elif isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Literal":
            exempt.add(id(node.slice))
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            exempt.add(id(node.value))
        elif len(words_of(node)) > WORDS_IN_CODE and hasattr(node, "lineno"):
            yield node.lineno


def allowed_word_lists() -> dict[str, str]:
    """Lists that are no vocabulary, by `file: words of its line`, with the reason."""
    text = (ROOT / "tests" / "house_word_lists.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {f"{file}: {line}": reason for file, line, reason in lines[1:]}


def test_no_word_lists_in_code() -> None:
    found = set()
    for path, tree in modules().items():
        lines = (SOURCE / path).read_text(encoding="utf-8").splitlines()
        found |= {f"{path}: {lines[number - 1].strip()}" for number in word_lists(tree)}
    allowed = allowed_word_lists()
    assert sorted(found - allowed.keys()) == [], "move the words into a table under data/"
    assert sorted(allowed.keys() - found) == [], "no such list any more: drop it from the file"
    assert all(allowed.values())


@pytest.mark.parametrize(
    "literal",
    ["[%s]", "{%s}", "(%s,)", "f(x, {%s})", "dict.fromkeys([%s])", "'%s'.split()", "'%s'"],
)
def test_a_word_list_is_recognised(literal: str) -> None:
    words = ["ally", "bloc", "coup", "deal", "envoy", "feud", "gate", "host", "isle"]
    inside = {"'%s'.split()": " ".join(words), "'%s'": "|".join(words)}
    tree = ast.parse(literal % inside.get(literal, ", ".join(map(repr, words))))
    assert list(word_lists(tree)) == [1]
    exports = ast.parse(f"__all__ = {words}\nKind = Literal[{', '.join(map(repr, words))}]")
    assert list(word_lists(exports)) == []


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_table_says_what_it_is_and_parses(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    header = "\n".join(line for line in lines if line.startswith("#"))
    columns, *rows = [
        line.split("\t") for line in lines if line.strip() and not line.startswith("#")
    ]
    # The first column is what the title speaks of.
    unexplained = [name for name in columns[1:] if not re.search(rf"(?i)\b{name}s?\b", header)]
    assert unexplained == [], "the header does not say what these columns mean"
    assert len(set(columns)) == len(columns)
    assert rows, "the table is empty"
    assert [row for row in rows if len(row) > len(columns)] == []


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_table_says_who_reads_it_and_where_it_is_from(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    header = "\n".join(line for line in lines if line.startswith("#"))
    reader = re.search(r"Read by:? (.+)", header)
    assert reader, "the header does not say who reads it"
    names = re.findall(r"dragoman[.\w]+\w", reader[1])
    assert names, "the header names no reader"
    for name in names:
        below = SOURCE.joinpath(*name.split(".")[1:])
        assert below.with_suffix(".py").is_file() or below.is_dir(), f"there is no {name}"
    assert re.search(r"(?i)source|facts|from|written", header), "the header names no source"
    assert re.search(r"\b20\d\d-\d\d(-\d\d)?\b", header), "the header has no date"


def functions() -> list[tuple[int, str]]:
    """Length in lines, and place, of every function; the shortest first."""
    return sorted(
        ((node.end_lineno or node.lineno) - node.lineno + 1, f"{path}:{node.lineno} {node.name}")
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def test_functions_are_short_and_modules_small() -> None:
    lengths = functions()
    p95 = lengths[int(len(lengths) * 0.95)][0]
    assert p95 <= P95_FUNCTION, [place for length, place in lengths if length > P95_FUNCTION]
    assert statistics.median(length for length, _ in lengths) <= MEDIAN_FUNCTION
    sizes = [len((SOURCE / path).read_text(encoding="utf-8").splitlines()) for path in modules()]
    assert statistics.median(sizes) <= MEDIAN_MODULE


def tracked() -> list[Path]:
    """The files under version control."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file()]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_names(what: str) -> None:
    found = []
    for path in tracked():
        data = path.read_bytes()
        if b"\0" in data:
            continue
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
            if hit := FORBIDDEN[what].search(line):
                found.append(f"{path.relative_to(ROOT)}:{number} has {hit[0]}")
    assert found == []


def test_no_large_files() -> None:
    # The encoder is what the coder learned; its own test holds it under 30 MB.
    large = [path.name for path in tracked() if path.stat().st_size > 5_000_000]
    assert large == ["reader.onnx"]


def test_the_order_of_the_house_is_what_contributing_says() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    places = [text.find(f"| `{folder}/`") for folder in HOUSE]
    assert all(place >= 0 for place in places), "a folder is missing from the tour"
    assert all(before < after for before, after in pairwise(places))
