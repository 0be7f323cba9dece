"""Work on several cores: order, what is not wanted, errors, and processes that die."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterable, Iterator

import pytest

from dragoman.engine import crew
from dragoman.engine.crew import Crew, cores
from dragoman.model.errors import TableError

DEADLY, WRONG = 13, -1


def square(number: int) -> int:
    """Work that kills its process for one number, and fails for another."""
    if number == WRONG:
        raise TableError("a table is wrong")
    if number == DEADLY and multiprocessing.parent_process():
        os._exit(9)
    return number * number


def lost(number: int) -> int:
    """What is found in place of a square."""
    return -number


def each(items: Iterable[int], jobs: int) -> list[tuple[int, int | None]]:
    """All that a crew finds; odd hundreds are not wanted."""
    return list(Crew(square, lost, jobs).each(items, lambda n: n % 200 != 100))


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Helpers from the first item on."""
    monkeypatch.setattr(crew, "ALONE", 0)


@pytest.mark.parametrize("jobs", [1, 3])
@pytest.mark.usefixtures("eager")
def test_what_is_found_comes_in_order(jobs: int) -> None:
    items = range(300, 20, -1)
    wanted = [(n, None if n % 200 == 100 else n * n) for n in items]
    assert each(items, jobs) == wanted


@pytest.mark.usefixtures("eager")
def test_one_that_kills_its_process_loses_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "AHEAD", 40)  # so that a helper gets it, and not this process
    assert each(range(40), 2) == [(n, lost(n) if n == DEADLY else n * n) for n in range(40)]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.usefixtures("eager")
def test_an_error_of_the_work_is_raised(jobs: int) -> None:
    with pytest.raises(TableError, match="a table is wrong"):
        each([1, 2, WRONG, 4], jobs)


def test_few_are_done_without_helpers(monkeypatch: pytest.MonkeyPatch) -> None:
    def started(_: int) -> None:
        raise AssertionError("a helper was started")

    monkeypatch.setattr(crew, "_pool", started)
    assert len(each(range(crew.ALONE), 4)) == crew.ALONE


def test_the_first_is_found_before_the_second_is_asked_for() -> None:
    def one_by_one() -> Iterator[int]:
        yield 1
        raise AssertionError("read ahead")

    found = Crew(square, lost, 2).each(one_by_one(), lambda _: True)
    assert next(found) == (1, 1)


def test_there_is_a_core() -> None:
    assert 1 <= cores() <= crew.MOST
