"""Judgements, sentence by sentence: kind, bounds, words, condition, hinge, horizon and author."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import dragoman
from dragoman.model.judgement import Judgement

DAY = "2025-07-10"
PUBLISHED = date(2025, 7, 10)
FILE = Path(__file__).parent / "judgement_goldens.tsv"
LINES = [line for line in FILE.read_text("utf-8").splitlines() if not line.startswith("#")]
GOLDEN = [line.split("\t") for line in LINES[1:]]

# A sentence, the words that say by when, and the first day and the day after the last.
HORIZONS = [
    ("The cabinet will fall in the near term.", "in the near term", PUBLISHED, date(2026, 7, 10)),
    ("The ports will merge in the years ahead.", "in the years ahead", PUBLISHED, date(2035, 7, 8)),
    ("The cabinet will fall by spring.", "by spring", PUBLISHED, date(2026, 6, 1)),
    ("The truce will collapse within weeks.", "within weeks", PUBLISHED, date(2025, 10, 8)),
    (
        "The truce will end within three months.",
        "within three months",
        PUBLISHED,
        date(2025, 10, 9),
    ),
    ("The lake will vanish by 2040.", "by 2040", PUBLISHED, date(2041, 1, 1)),
    ("Prices will rise before the winter.", "before the winter", PUBLISHED, date(2025, 12, 1)),
    ("The strike will last until October.", "until October", PUBLISHED, date(2025, 10, 1)),
    ("After 2028 the mine will be empty.", "After 2028", date(2029, 1, 1), None),
    ("The bloc may break this decade.", "this decade", PUBLISHED, date(2030, 1, 1)),
    ("The drought could return in 2027.", "in 2027", date(2027, 1, 1), date(2028, 1, 1)),
    ("The levy will be dropped sooner or later.", "sooner or later", PUBLISHED, None),
    ("The border will stay shut for two years.", "for two years", PUBLISHED, date(2027, 7, 10)),
]
# A sentence and whose its judgement is.
AUTHORS = [
    ("Peru is likely to leave.", None),
    ("Observers say that Peru is likely to leave.", "Observers"),
    ("“Peru is likely to leave,” said Ona Petraitė, a retired envoy.", "Ona Petraitė"),
    ("According to a Chilean diplomat, Peru may well leave.", "a Chilean diplomat"),
    ("The bank said on Monday that a default by Peru could be close.", "The bank"),
]


def judged(text: str) -> list[Judgement]:
    return list(dragoman.code(text, date=DAY).judgements)


def test_there_are_at_least_eighty() -> None:
    assert len({text for *_, text in GOLDEN}) >= 80


@pytest.mark.parametrize("row", GOLDEN, ids=[row[-1][:40] for row in GOLDEN])
def test_a_sentence_is_judged_as_written_down(row: list[str]) -> None:
    *wanted, text = row
    told = [
        [j.kind, str(j.low), str(j.high), j.term, j.condition or "-", j.hinge or "-"]
        for j in judged(text)
    ]
    assert told == [wanted]


@pytest.mark.parametrize(
    ("text", "words", "first", "after"), HORIZONS, ids=[words for _, words, *_ in HORIZONS]
)
def test_by_when(text: str, words: str, first: date, after: date | None) -> None:
    (one,) = judged(text)
    assert one.horizon is not None
    assert one.horizon_span is not None
    assert one.horizon_span.of(text) == words
    assert (one.horizon.start, one.horizon.end) == (first, after)


def test_an_undated_report_keeps_the_words_and_gives_no_days() -> None:
    text = "The cabinet will fall within weeks."
    (one,) = dragoman.code(text).judgements
    assert one.horizon is None
    assert one.horizon_span is not None
    assert one.horizon_span.of(text) == "within weeks"


@pytest.mark.parametrize("text", ["The pact will lapse.", "The bill will fail before the vote."])
def test_no_days_where_no_calendar_tells_them(text: str) -> None:
    (one,) = judged(text)
    assert one.horizon is None


@pytest.mark.parametrize(("text", "author"), AUTHORS, ids=[t[:40] for t, _ in AUTHORS])
def test_whose_it_is(text: str, author: str | None) -> None:
    (one,) = judged(text)
    if author is None:
        assert (one.author.kind, one.author.text) == ("author", None)
    else:
        assert author in (one.author.text or "")
