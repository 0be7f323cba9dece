"""What is said can be asked for by who said it, how, of which kind, and until when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.errors import UsageError
from dragoman.model.questions import NAMES, askable
from dragoman.record import Filters, Record, open_record, parse_filters
from tests import said_samples

KINDS = ("attributions", "quotes", "judgements", "silences", "ties")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record in which much is said."""
    with open_record(tmp_path_factory.mktemp("said") / "record.db", create=True) as record:
        said_samples.fill(record)
        yield record


def ask(record: Record, kind: str, /, **asked: str) -> list[dict[str, Any]]:
    """The rows of a kind that filters leave."""
    return list(record.statements(kind, parse_filters(asked)))


ASKED: list[tuple[str, dict[str, str], int]] = [
    ("attributions", {"source": "WESTERN"}, 1),
    ("attributions", {"source": "100%"}, 0),
    ("attributions", {"source_kind": "unnamed"}, 1),
    ("attributions", {"source_kind": "named,unnamed"}, 3),
    ("attributions", {"stance": "doubts"}, 1),
    ("attributions", {"stance": "asserts", "actor": "GEO"}, 1),
    ("attributions", {"cue": "doub"}, 1),
    ("attributions", {"type": "doubts"}, 1),
    ("quotes", {"speaker": "nino sample"}, 2),
    ("quotes", {"speaker": "Nino"}, 0),
    ("quotes", {"actor": "GEO"}, 3),
    ("quotes", {"speaker": "Nino Sample", "outlet": "Sample Wire"}, 1),
    ("judgements", {"author": "a. writer"}, 3),
    ("judgements", {"kind": "forecast,conditional"}, 2),
    ("judgements", {"source_kind": "unnamed"}, 1),
    ("judgements", {"dyad": "GEO-ARM"}, 2),
    ("judgements", {"dyad": "GEO-ARM", "kind": "prescription"}, 1),
    ("judgements", {"type": "forecast,conditional"}, 2),
    ("judgements", {"due_since": "2026-12-31"}, 1),
    ("judgements", {"due_since": "2027-01-01"}, 0),
    ("judgements", {"due_until": "2027-01-01"}, 2),
    ("silences", {"actor": "GEO"}, 1),
    ("silences", {"until": "2025-07-03"}, 1),
    ("ties", {"kind": "supply"}, 1),
    ("ties", {"type": "supply"}, 1),
    ("ties", {"type": "border"}, 1),
    ("ties", {"recipient": "GEO"}, 1),
    ("ties", {"recipient": "ARM"}, 0),
    ("ties", {"dyad": "GEO-ARM"}, 1),
    ("ties", {"dyad": "GEO-IRN"}, 0),
]


@pytest.mark.parametrize(("kind", "asked", "count"), ASKED)
def test_rows_answer_to_their_own_filters(
    said: Record, kind: str, asked: dict[str, str], count: int
) -> None:
    assert len(ask(said, kind, **asked)) == count
    assert said.count_statements(kind, parse_filters(asked)) == count


def test_both_databases_answer_alike(record: Record) -> None:
    said_samples.fill(record)
    for kind, asked, count in ASKED:
        assert len(ask(record, kind, **asked)) == count, (kind, asked)
    assert [s["quotes"] for s in record.speakers()] == [2, 1, 1]
    assert sum(a["due"] for a in record.authors()) == 2
    assert record.choices("judgements")["kinds"][0]["count"] == 3


def test_rows_are_in_the_order_of_publication_and_come_by_the_page(said: Record) -> None:
    whole = ask(said, "judgements")
    days = [row["published"]["start"] for row in whole]
    assert days == sorted(days)
    pages = [ask(said, "judgements", limit="2", offset=str(n)) for n in range(0, len(whole), 2)]
    assert [row for page in pages for row in page] == whole


def test_what_falls_due_first_comes_first(said: Record) -> None:
    due = ask(said, "judgements", due_since="2020-01-01")
    assert [row["horizon"]["end"] for row in due] == ["2026-01-01", "2027-01-01"]


@pytest.mark.parametrize("kind", [*KINDS, "events", "reports", "actors"])
def test_what_rows_do_not_have_is_refused(said: Record, kind: str) -> None:
    asks = {"events": said.events, "reports": said.reports, "actors": said.actors}
    values = {"dyad": "AZE-RUS", "recipient": "AZE", "type": "ACCUSE", "mode": "arrest",
              "factuality": "denied", "kind": "border", "source_kind": "named",
              "due_since": "2026-01-01", "due_until": "2026-01-01"}  # fmt: skip
    for name in set(NAMES) - set(askable(kind)):
        filters = parse_filters({name: values.get(name, "x")})
        with pytest.raises(UsageError, match=f"{kind} cannot be asked for by "):
            list(asks[kind](filters) if kind in asks else said.statements(kind, filters))


def test_a_kind_of_other_rows_is_refused_with_the_choices(said: Record) -> None:
    with pytest.raises(UsageError, match="no such kind of ties 'forecast'; there are: member"):
        ask(said, "ties", kind="forecast")
    with pytest.raises(UsageError, match="no such kind 'rumour'"):
        ask(said, "judgements", kind="rumour")


def test_speakers_are_counted_whatever_the_case_of_their_names(said: Record) -> None:
    nino, *others = said.speakers(parse_filters(actor="GEO"))
    assert nino == {
        "speaker": "NINO SAMPLE", "actor": "GEOGOV", "quotes": 2, "reports": 2,
        "outlets": ["Sample Review", "Sample Wire"], "first": "2026-03-02", "last": "2026-04-01",
    }  # fmt: skip
    assert [(o["speaker"], o["actor"], o["quotes"]) for o in others] == [(None, "GEOGOV", 1)]
    assert said.speakers(Filters(limit=1, offset=1)) == said.speakers()[1:2]


def test_authors_are_counted_by_kind(said: Record) -> None:
    found = {(a["author"], *a["author_kinds"]): a for a in said.authors()}
    writer = found["A. Writer", "author"]
    assert writer["judgements"] == 3
    assert (writer["forecast"], writer["conditional"], writer["prescription"]) == (1, 1, 1)
    assert (writer["due"], writer["outlets"]) == (1, ["Sample Review"])
    assert found["Two western diplomats", "unnamed"]["judgements"] == 1
    assert found[None, "author"]["reports"] == 2


def test_nothing_is_seen_before_it_was_published(said: Record) -> None:
    before = parse_filters(as_of="2026-03-15")
    assert {r["outlet"] for r in said.statements("quotes", before)} == {
        "Sample Wire", "Sample Review",
    }  # fmt: skip
    assert [s["quotes"] for s in said.speakers(parse_filters(as_of="2026-03-15", actor="GEO"))] == [
        1
    ]
    assert said.authors(parse_filters(as_of="2025-01-01")) == []


@pytest.mark.parametrize("kind", KINDS)
def test_choices_count_what_they_leave(said: Record, kind: str) -> None:
    names = {"outlets": "outlet", "actors": "actor", "stances": "stance", "kinds": "kind",
             "source_kinds": "source_kind"}  # fmt: skip
    found = said.choices(kind, Filters())
    assert found["outlets"]
    for name, choices in found.items():
        for choice in choices:
            rows = ask(said, kind, **{names[name]: choice["value"]})
            assert len(rows) >= choice["count"] > 0
            assert name == "actors" or len(rows) == choice["count"]


def test_what_the_record_lacks_is_said(said: Record) -> None:
    asked = parse_filters(speaker="Nina Sample", author="B. Writer", stance="sings")
    notes = said.notes(asked)
    assert "no quotation in the record is by Nina Sample; it has: " in notes[0]
    assert "no judgement in the record is by B. Writer; it has: A. Writer" in notes[1]
    assert "no attribution in the record has the stance sings; it has: " in notes[2]


def test_who_only_speaks_is_in_the_record(said: Record) -> None:
    assert said.notes(parse_filters(actor="GEO")) == []
    assert said.notes(parse_filters(dyad="GEO-ARM")) == []


@given(st.text(max_size=12), st.sampled_from(["source", "cue"]))
def test_words_of_a_source_or_cue_are_only_words(said: Record, words: str, name: str) -> None:
    try:
        found = ask(said, "attributions", **{name: words})
    except UsageError:
        return
    asked = words.strip().lower()
    for row in found:
        assert asked in str(row[name]["text"]).lower()
