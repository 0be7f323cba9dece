"""Files of tables and mappings: what is read, and what is refused with one line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ingest import table_files, table_text
from dragoman.ingest.table_files import TableFile
from dragoman.ingest.table_maps import map_for, parse_map, read_map, shipped_maps
from dragoman.model.errors import InputError, UsageError
from tests.tie_tables import HEADER, PACTS, write_csv

ROWS = [(371, 373, 1994, 0, 1), (371, 373, 1995, 0, 1)]
TEXTS = [tuple(str(c) for c in row) for row in ROWS]


def cells(path: Path, names: tuple[str, ...] = HEADER) -> list[tuple[object, ...]]:
    """The cells that are read, without the rows' numbers."""
    return TableFile(path).read(names).drop("#row").rows()


def refusal(path: Path, names: tuple[str, ...] = HEADER) -> str:
    """Why the file is refused, in one line."""
    with pytest.raises(InputError) as wrong:
        TableFile(path).read(names)
    assert "\n" not in str(wrong.value)
    return str(wrong.value)


@pytest.mark.parametrize("sep", [",", "\t", ";"])
def test_text_parted_by_what_its_header_is_parted_by(tmp_path: Path, sep: str) -> None:
    assert cells(write_csv(tmp_path / "t.csv", ROWS, sep=sep)) == TEXTS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("name,year\r\nBrasília,1990\r\n\r\nÉire,1991\r\n".encode(encoding))
    assert cells(path, ("name", "year")) == [("Brasília", "1990"), ("Éire", "1991")]


def test_parquet_of_any_plain_types(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    frame = pl.DataFrame(
        {"n": [1, None], "f": [1.5, 2.0], "t": ["x ", ""], "d": [date(2000, 1, 2)] * 2,
         "b": [True, False], "c": pl.Series(["y", "z"], dtype=pl.Categorical)}
    )  # fmt: skip
    frame.write_parquet(path)
    assert cells(path, ("n", "f", "t", "d", "b", "c")) == [
        ("1", "1.5", "x", "2000-01-02", "true", "y"),
        (None, "2.0", None, "2000-01-02", "false", "z"),
    ]


def test_a_parquet_column_of_lists_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    pl.DataFrame({"n": [[1], [2]]}).write_parquet(path)
    assert "column 'n' holds List(Int64); expected numbers, days or text" in refusal(path, ("n",))


def test_a_row_that_is_short_long_or_broken_is_its_own_affair(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('a,b\n1\n2,3,4\n5,"x\ny"\n6,"open\n' + "7,8\n" * 40, encoding="utf-8")
    found = cells(path, ("a", "b"))
    assert found[:3] == [("1", None), ("2", "3"), ("5", "x\ny")]
    assert found[3][0] == "6"
    assert found[4:] == [("7", "8")] * 40


def test_a_cell_without_end(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("a,b\n" + "x" * 300_000 + ",1\n2,3\n", encoding="utf-8")
    found = cells(path, ("a", "b"))
    assert found[-1] == ("2", "3")
    assert all(len(c or "") <= 200 for row in found for c in row)  # type: ignore[arg-type]


def test_what_cannot_be_read(tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.touch()
    assert "is empty; expected a table" in refusal(empty)
    assert "cannot be read (No such file" in refusal(tmp_path / "none.csv")
    assert "is empty" in refusal(tmp_path)
    blank = tmp_path / "blank.csv"
    blank.write_text("\n\n", encoding="utf-8")
    assert "expected a header" in refusal(blank)
    twice = write_csv(tmp_path / "twice.csv", [(1, 2)], ("a", "a"))
    assert "has a column twice" in refusal(twice)
    path = write_csv(tmp_path / "t.csv", ROWS)
    assert "has no column 'fee'; it has: one, two, year, def, non" in refusal(path, ("fee",))


@pytest.mark.parametrize("cut", [6, 40, 200])
def test_a_damaged_parquet_file(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "t.parquet"
    pl.DataFrame({"a": list(range(1000))}).write_parquet(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:cut] + b"\xff" * 30 + whole[cut + 90 : -8])
    assert "cannot be read as a table" in refusal(path, ("a",))


def test_too_many_rows_and_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_csv(tmp_path / "t.csv", ROWS * 3)
    monkeypatch.setattr(table_text, "MAX_TABLE_ROWS", 5)
    assert "has more than 5 rows; part it" in refusal(path)
    parquet = tmp_path / "t.parquet"
    pl.DataFrame({"a": [1] * 6}).write_parquet(parquet)
    monkeypatch.setattr(table_files, "MAX_TABLE_ROWS", 5)
    assert "has more than 5 rows" in refusal(parquet, ("a",))
    monkeypatch.setattr(table_files, "MAX_TABLE_BYTES", 10)
    assert "a table may have" in refusal(path)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_table_or_refused(tmp_path_factory: object, data: bytes) -> None:
    path = tmp_path_factory.mktemp("t") / "t.csv"  # type: ignore[attr-defined]
    path.write_bytes(data)
    try:
        file = TableFile(path)
        file.read(file.columns)
    except InputError as wrong:
        assert "\n" not in str(wrong)


def test_every_mapping_that_ships_is_sound_and_says_its_source() -> None:
    maps = {name: read_map(name) for name in shipped_maps()}
    assert len(maps) >= 8
    for name, told in maps.items():
        assert told.version and told.citation and told.columns(), name
        assert told.text.startswith("# ") and "Source:" in told.text
        assert map_for(frozenset(told.columns()) | {"more"}, "t.csv")[0] == name


def test_a_file_that_no_mapping_fits() -> None:
    with pytest.raises(UsageError, match="no mapping that ships fits its columns; say which"):
        map_for(frozenset({"a"}), "t.csv")
    every = frozenset(c for name in shipped_maps() for c in read_map(name).columns())
    with pytest.raises(UsageError, match="all fit its columns"):
        map_for(every, "t.csv")
    with pytest.raises(UsageError, match="no mapping 'nothing'; expected a file, or one of: arch"):
        read_map("nothing")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('kind = "ally"', 'kind = "friend"', "kind is 'friend'; there are: member, ally"),
        ('as = "cow"', 'as = "fips"', "as is 'fips'; there are: cow, gw, iso3, name, code"),
        ('year = "year"', 'yaer = "year"', "has 'yaer'; there are: year, plus"),
        ('year = "year"', 'since = ["a", "b"]', "expected one column, or those of year, month"),
        ('year = "year"', "plus = 1", "needs either year, or since and until"),
        ('year = "year"', 'year = "y"\nplus = true', "plus is bool 'True'; expected int"),
        ('year = "year"', 'year = "y"\nsince = "s"', "needs either year, or since and until"),
        ('column = "one"', "", "needs either column or code"),
        ('table = "pacts"', "", "says no table"),
        ('defence = "def"', "defence = 1", "defence is int '1'; expected a column"),
        ("[[ties]]", '[[ties]]\na = "c"', "side is 'c'; there are: a, b"),
        ("[[ties]]", '[[ties]]\nmissing = ["x"]', "expected numbers"),
        ("[[ties]]", "[[ties]]\nwhere = { year = 1990 }", "needs a list of texts"),
        ("[[ties]]", "[ties", "is no TOML"),
        ("[[ties]]", f"[[ties]]\nmissing = [{'9' * 400}]", "expected numbers"),
        ("[[ties]]", "[[ties]]\nmissing = [true]", "expected numbers"),
        ("[[ties]]", f"[[ties]]\nabove = {'9' * 400}", "expected numbers"),
        ("[[ties]]", "[[ties]]\nabove = nan", "expected numbers"),
        ('year = "year"', f'year = "y"\nplus = {"9" * 30}', "expected at most 10000 years"),
        ('column = "one"\nas = "cow"', 'code = "=cmd()"', "expected an actor code such as RUS"),
        ('as = "cow"', 'as = "cow"\nsector = "<b>"', "expected parts of codes such as GOV"),
        ('"pacts"', '" "', "expected up to 400 characters on one line"),
        ('"pacts"', r'"pa\ncts"', "expected up to 400 characters on one line"),
        ('"pacts"', f'"{"p" * 500}"', "expected up to 400 characters on one line"),
        ('version = "1"', 'url = "javascript:x"', "expected an address that begins with http"),
        ("[time]", "[[time]]", "time is list"),
    ],
)
def test_a_mapping_that_is_wrong(old: str, new: str, said: str) -> None:
    with pytest.raises(InputError) as wrong:
        parse_map(PACTS.replace(old, new, 1), "map.toml")
    assert said in str(wrong.value) and str(wrong.value).startswith("map.toml")


def test_a_mapping_without_end(tmp_path: Path) -> None:
    path = tmp_path / "m.toml"
    path.write_text("#" * 70_000, encoding="utf-8")
    with pytest.raises(InputError, match="is longer than"):
        read_map(path)


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_a_cell_that_is_cut_says_so_and_is_no_number(tmp_path: Path, ending: str) -> None:
    path, long = tmp_path / f"t.{ending}", "9" * 300
    frame = pl.DataFrame({"a": [long, " " * 300 + "7", "8" * 200], "b": ["x", long, None]})
    (frame.write_csv if ending == "csv" else frame.write_parquet)(path)
    cut = "9" * 199 + "…"
    assert cells(path, ("a", "b")) == [(cut, "x"), ("7", cut), ("8" * 200, None)]


def test_a_parquet_column_whose_name_looks_like_a_pattern(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    pl.DataFrame({"^.*$": [1], "a": [2]}).write_parquet(path)
    assert cells(path, ("^.*$", "a")) == [("1", "2")]


def test_a_refusal_is_one_line_whatever_the_columns_are_called(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('"a\nb",c\n1,2\n', encoding="utf-8")
    assert "has no column 'x'; it has: a b, c" in refusal(path, ("x",))
