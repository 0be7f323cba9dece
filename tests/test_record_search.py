"""Full-text search: what people type finds reports, and nothing that they type fails."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dragoman.model.when import day
from dragoman.record import Filters, Record
from dragoman.record.fulltext import fold, terms
from dragoman.record.searching import snippet
from tests.samples import CODER, denial, raid, report

TEXTS = {
    "Sanctions on tankers": "The council imposed sanctions on nine tankers. Prices rose.",
    "A café in Şəki": "A café in Şəki reopened; Hüseyn came from Nakhchivan.",
    "Talks": "Negotiators spoke of the price cap and of sanctions relief in the talks.",
}


@pytest.fixture
def filled(record: Record) -> Record:
    """A record of a few short reports."""
    for n, (title, words) in enumerate(TEXTS.items(), 1):
        record.add_report(report(words, title=title, outlet=title, date=day(date(2025, 7, n))))
    return record


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("sanctions", ["Sanctions on tankers", "Talks"]),
        ("SANCTION", ["Sanctions on tankers", "Talks"]),
        ("price cap", ["Talks"]),
        ('"price cap"', ["Talks"]),
        ('"cap price"', []),
        ("sanctions -relief", ["Sanctions on tankers"]),
        ('sanctions -"price cap"', ["Sanctions on tankers"]),
        ("huseyn", ["A café in Şəki"]),
        ("cafe", ["A café in Şəki"]),
        ("nakh*", ["A café in Şəki"]),
        ("negotiators AND", ["Talks"]),
        ("(price", ["Sanctions on tankers", "Talks"]),
        ("title:tankers", []),
        ('"unclosed', []),
        ("-sanctions", []),
        ("", []),
        ("*", []),
        ('" "', []),
        ("'; DROP TABLE reports; --", []),
        ("NEAR(price cap)", []),
    ],
)
def test_queries(filled: Record, query: str, titles: list[str]) -> None:
    assert sorted(h["title"] for h in filled.search(query)) == sorted(titles)


def test_a_title_counts_for_more(filled: Record) -> None:
    assert filled.search("sanctions")[0]["title"] == "Sanctions on tankers"


def test_search_takes_filters_and_limits(filled: Record) -> None:
    assert [h["title"] for h in filled.search("sanctions", limit=1)] == ["Sanctions on tankers"]
    early = Filters(as_of=date(2025, 7, 1))
    assert [h["title"] for h in filled.search("sanctions", filters=early)] == [
        "Sanctions on tankers"
    ]
    talks = Filters(outlets=("Talks",))
    assert [h["title"] for h in filled.search("sanctions", filters=talks)] == ["Talks"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
@example('"')
@example("a AND NOT OR")
@example("\0")
@example("{col}: ^x + y")
@example("x" * 60)
@example("'a':* & !b <-> c")
def test_no_query_fails(filled: Record, query: str) -> None:
    for hit in filled.search(query, limit=3):
        assert hit["title"] in TEXTS


def test_snippets_point_into_the_text(record: Record) -> None:
    for found in (raid(), denial()):
        record.add_findings(found, CODER)
    hits = record.search("police")
    assert len(hits) == 2
    for hit in hits:
        whole = record.report(hit["id"])
        assert whole is not None
        start, end = hit["snippet"]["span"]
        assert whole["text"][start:end] == hit["snippet"]["text"]
        marked = [hit["snippet"]["text"][s:e] for s, e in hit["snippet"]["marks"]]
        assert marked == ["police"]


def test_a_snippet_shows_where_most_of_the_words_stand() -> None:
    text = "Rail. " + "Nothing here. " * 60 + "The rail line to Kars reopened. " + "More. " * 60
    found = snippet(text, terms("rail kars"))
    assert [found["text"][s:e] for s, e in found["marks"]] == ["rail", "Kars"]
    assert text[slice(*found["span"])] == found["text"]


@given(st.text(max_size=400), st.text(max_size=20))
def test_any_snippet_slices_back(text: str, query: str) -> None:
    found = snippet(text, terms(query))
    start, end = found["span"]
    assert text[start:end] == found["text"]
    assert all(0 <= s < e <= len(found["text"]) for s, e in found["marks"])


def test_words_are_compared_without_case_and_accents() -> None:
    assert fold("ŞƏKİ Hüseyn") == "səki huseyn"
