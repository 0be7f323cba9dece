"""Who says what: sources, cues and contents of sentences, and what always holds of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.texts import read_corpus

import dragoman
from dragoman.model.findings import Findings

# A text, and its attributions as (source, cue, contents).
Told = tuple[str | None, str, tuple[str, ...]]
SAID: list[tuple[str, list[Told]]] = [
    (
        "Nour Haddad, a former envoy who now teaches in Accra, told reporters that talks failed.",
        [
            (
                "Nour Haddad, a former envoy who now teaches in Accra",
                "told",
                ("that talks failed",),
            )
        ],
    ),
    (
        "“We will not wait,” the minister said on Tuesday.",
        [("the minister", "said", ("“We will not wait,”",))],
    ),
    (
        "According to the report, the village was burned by soldiers.",
        [("the report", "According to", ("the village was burned by soldiers",))],
    ),
    (
        "The vote, officials say, will be held in May.",
        [("officials", "say", ("The vote", "will be held in May"))],
    ),
    (
        "Critics of the plan have repeatedly called for his resignation.",
        [("Critics of the plan", "have repeatedly called for", ("his resignation",))],
    ),
    (
        "He is wary of the deal and has refused to sign it.",
        [("He", "is wary of", ("the deal",)), ("He", "has refused", ("to sign it",))],
    ),
    (
        "The mayor called the deal a disgrace.",
        [("The mayor", "called", ("the deal a disgrace",))],
    ),
    (
        "The general is believed to be in Chad.",
        [(None, "is believed", ("The general", "to be in Chad"))],
    ),
    ("The plan was backed by France.", [("France", "was backed by", ("The plan",))]),
    ("The harbour lies an hour from the capital.", []),
    ("“I think we will win,” he said.", [("he", "said", ("“I think we will win,”",))]),
]


def told(found: Findings) -> list[Told]:
    text = found.report.text
    return [
        (a.source.text, a.cue.of(text), tuple(s.of(text) for s in a.contents))
        for a in found.attributions
    ]


@pytest.mark.parametrize(("text", "wanted"), SAID, ids=[text[:30] for text, _ in SAID])
def test_source_cue_and_content_are_whole(text: str, wanted: list[Told]) -> None:
    assert told(dragoman.code(text)) == wanted


def test_a_quotation_that_goes_on_is_one_attribution() -> None:
    text = "“We waited,” the pilot said. “Nobody came to help us.”"
    assert told(dragoman.code(text)) == [
        ("the pilot", "said", ("“We waited,”", "“Nobody came to help us.”"))
    ]


def test_through_whom_it_came_is_kept_link_by_link() -> None:
    found = dragoman.code("The daily reported that the minister had said that the talks failed.")
    by_source = {a.source.text: [s.text for s in a.chain] for a in found.attributions}
    assert by_source == {"The daily": [], "the minister": ["The daily"]}


@given(st.lists(st.sampled_from([text for text, _ in SAID]), max_size=4), st.booleans())
def test_spans_lie_in_the_text_and_in_their_evidence(texts: list[str], parted: bool) -> None:
    found = dragoman.code(("\n\n" if parted else " ").join(texts))
    for row in found.attributions:
        assert row.contents[0].start == row.content.start
        assert row.contents[-1].end == row.content.end
        for span in (row.cue, *row.contents):
            assert span.of(found.report.text).strip()
            assert row.span.start <= span.start < span.end <= row.span.end
        if row.source.span:
            assert row.source.span.of(found.report.text) == row.source.text


def test_running_prose_is_read_whole() -> None:
    for text in read_corpus()[::150]:
        found = dragoman.code(text.text)
        for row in found.attributions:
            spans = (row.cue, row.content, *row.contents, row.span)
            assert all(0 <= s.start < s.end <= len(found.report.text) for s in spans)
            if row.source.span:
                assert row.source.span.of(found.report.text) == row.source.text
