"""What reading knows is in tables: they are sound, a user's rows count, and cues tell genres."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.ingest import (
    date_words,
    debris,
    genre,
    html_metadata,
    html_plain,
    outlets,
    read_text,
    titles,
    tongue,
)
from dragoman.ingest.ages import age_line
from dragoman.ingest.calendar import find_date, read_date
from dragoman.ingest.draft import Draft
from dragoman.ingest.genre import genre_of
from dragoman.ingest.outlets import known_outlet, order_of, outlet_of_url
from dragoman.ingest.tongue import language_of
from dragoman.model.errors import TableError
from dragoman.model.report import Notes
from dragoman.model.tables import USER_TABLES
from tests.ingest_files import date_of as d

LOADERS: list[Callable[[], Any]] = [
    date_words.words,
    debris.debris,
    genre._cues,
    html_metadata._rows,
    html_plain._elements,
    outlets._tables,
    titles._headings,
    tongue._table,
]
PROSE = (
    "The railway ministers of Norland and Sudland met in Midbridge on Monday and agreed to hold "
    "further talks in the autumn, officials said. No date has been announced for it."
)


@pytest.mark.parametrize("load", LOADERS)
def test_every_table_can_be_read(load: Callable[[], Any]) -> None:
    assert load()


@pytest.fixture
def user_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for a user's tables, in force during the test."""
    monkeypatch.setenv(USER_TABLES, str(tmp_path))
    (tmp_path / "ingest").mkdir()
    caches: list[Any] = [debris.debris, genre._cues, outlets._tables]
    for cached in caches:
        cached.cache_clear()
    yield tmp_path / "ingest"
    for cached in caches:
        cached.cache_clear()


def test_a_user_s_debris_goes_too(user_tables: Path) -> None:
    row = "kind\tpattern\twhat\twhy\nline\tour own banner\tmenu\t\n"
    (user_tables / "debris.tsv").write_text(row)
    (report,) = read_text(f"{PROSE}\n\nOur own banner\n\n{PROSE} Twice.")
    assert "banner" not in report.text


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("debris.tsv", "kind\tpattern\twhat\twhy\nregex\t(\tmenu\t\n", "no regular expression"),
        ("debris.tsv", "kind\tpattern\twhat\twhy\nlines\tx\tmenu\t\n", "expected one of"),
        ("genres.tsv", "genre\twhere\tpattern\tweight\twhy\nnews\ttitle\tx\tmuch\t\n", "a number"),
        ("genres.tsv", "genre\twhere\tpattern\tweight\twhy\nnews\tshape\tround\t1\t\n", "shapes?"),
    ],
)
def test_a_wrong_row_is_named_with_its_line(
    user_tables: Path, name: str, content: str, why: str
) -> None:
    (user_tables / name).write_text(content)
    with pytest.raises(TableError, match=rf"{name}:2.*{why}|{why}"):
        debris.debris() if name == "debris.tsv" else genre._cues()


@pytest.mark.parametrize(
    ("line", "low", "high"),
    [
        ("15 hours ago", 14.5, 15.5),
        ("time15 hours ago", 14.5, 15.5),
        ("a day ago", 22, 36),
        ("timea day ago", 22, 36),
        ("Published 3 days ago", 60, 84),
        ("two weeks ago", 252, 420),
        ("Yesterday", 24, 48),
    ],
)
def test_ages(line: str, low: float, high: float) -> None:
    age = age_line(line)
    assert age is not None
    assert (age.low, age.high) == (low, high)


@pytest.mark.parametrize(
    "line", ["They met 3 days ago", "ago", "days ago", "3 days", "a long time ago", ""]
)
def test_lines_that_state_no_age(line: str) -> None:
    assert age_line(line) is None


@pytest.mark.parametrize("text", ["soon", "31 Foo", "May", "in March", "99/99/9999", "", "1.2.3"])
def test_what_is_no_date(text: str) -> None:
    assert not read_date(text).known


def test_a_date_s_place_in_its_line() -> None:
    found = find_date("It was Friday, 1 August 2025, at noon.")
    assert found is not None
    assert (found.start, found.end, found.when.start) == (7, 28, d("2025-08-01"))


def test_outlets_are_known_by_name_other_name_and_domain() -> None:
    first = known_outlet("RFE/RL")
    assert first is not None
    assert first == outlet_of_url("https://www.rferl.org/a/1.html")
    assert order_of("Aljazeera") == "dmy"
    assert order_of(None, "https://edition.cnn.com/x") == "mdy"
    assert outlet_of_url("https://notreuters.example/") is None
    assert outlet_of_url("http://[") is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Iran condemned the strike.", "en"),
        ("Egyptian officials agreed to open its borders to refugees.", "en"),
        (PROSE, "en"),
        ("Министр заявил, что переговоры о железной дороге продолжатся осенью.", "ru"),
        ("Nazir bildirib ki, danışıqlar davam edəcək və bu, region üçün vacibdir.", "az"),
        ("Bakan, görüşmelerin sonbaharda devam edeceğini ve bunun önemli olduğunu söyledi.", "tr"),
        ("Le ministre a déclaré que les négociations se poursuivront dans la capitale.", "fr"),
        ("Der Minister sagte, dass die Verhandlungen im Herbst fortgesetzt werden.", "de"),
        ("1,262", "und"),
        ("", "und"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (Draft((PROSE,)), "brief"),
        (Draft((f"MIDBRIDGE, July 1 (Sample Wire) - {PROSE}",) * 4), "news"),
        (Draft((PROSE,) * 6, title="The railway quarrel: List of key events"), "events"),
        (Draft((PROSE,) * 6, title="Joint Statement on the railway"), "statement"),
        (Draft((PROSE,) * 6, url="https://s.example/opinion/rails"), "opinion"),
        (Draft((PROSE,) * 6, notes=Notes(disclaimer="The views are the author's own.")), "opinion"),
        (Draft((PROSE,) * 6, url="https://s.example/analysis/1"), "analysis"),
        (Draft((PROSE,) * 6), "news"),
    ],
)  # fmt: skip
def test_genres(draft: Draft, expected: str) -> None:
    assert genre_of(draft) == expected


def test_what_others_are_quoted_with_does_not_make_an_opinion() -> None:
    quoted = f'{PROSE} "I think we must act. I believe it, in my view." he said on Monday.'
    assert genre_of(Draft((quoted,) * 6)) == "news"
