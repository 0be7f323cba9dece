"""The parse keeps the text, and sentences begin and end where readers see it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language.parse import LONGEST, paragraphs, parse
from dragoman.language.sentences import LONGEST as LONGEST_SENTENCE


def sentences(text: str) -> list[str]:
    return [s.text.strip() for s in parse(text).sents]


@given(st.text(alphabet="aB9 .\n“”'’—\t\u00a0é", max_size=300))
@settings(max_examples=40, deadline=None)
def test_the_parse_has_the_text_itself(text: str) -> None:
    assert parse(text).text == text


@given(st.text(alphabet="aB .\n", max_size=500))
def test_paragraphs_join_to_the_text(text: str) -> None:
    assert "".join(paragraphs(text)) == text


@pytest.mark.parametrize("text", ["x" * 20_000, "word " * 5_000, "One ends. " * 2_000, "\n" * 900])
def test_a_long_run_is_cut_and_kept(text: str) -> None:
    parts = list(paragraphs(text))
    assert "".join(parts) == text
    assert max(map(len, parts)) <= LONGEST
    assert parse(text).text == text


def test_a_heading_is_a_sentence_of_its_own() -> None:
    text = "Talks in Tbilisi\nEnvoys met on Monday\n\nThey left on Tuesday."
    assert sentences(text) == ["Talks in Tbilisi", "Envoys met on Monday", "They left on Tuesday."]


def test_a_wrapped_line_goes_on() -> None:
    assert len(sentences("The envoys of both sides\nmet on Monday.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The raid came after Oct. 7 and before Nov. 3 in that year.",
        "Lt. Gen. Orlov met Sen. Marsh in the U.S. Senate.",
        "The U.S. Treasury named two banks.",
        "“Will they come?” asked the minister.",
        "He had one wish: Peace in the valley.",
    ],
)
def test_no_sentence_ends_there(text: str) -> None:
    assert sentences(text) == [text]


def test_sentences_inside_a_quotation_part_after_its_marks() -> None:
    text = 'The envoy said: "We are ready. They are not." Nobody answered.'
    assert sentences(text) == [
        'The envoy said: "We are ready.',
        'They are not."',
        "Nobody answered.",
    ]


def test_an_acronym_may_end_a_sentence() -> None:
    assert len(sentences("They flew to the U.S. The visit was short.")) == 2


def test_two_parses_of_a_text_agree() -> None:
    text = "Armenia signed the treaty. Iran welcomed it.\n\nRussia did not."
    rows = [[(t.dep_, t.head.i, t.tag_, t.ent_type_) for t in parse(text)] for _ in range(2)]
    assert rows[0] == rows[1]


@pytest.mark.parametrize("text", ["said, " * 3000, "said " * 3000, "“he said " * 2000, "= " * 3000])
def test_no_sentence_is_without_end(text: str) -> None:
    """What has no full stop for pages is parted, at a mark where there is one."""
    doc = parse(text)
    assert doc.text == text
    assert max(len(sentence) for sentence in doc.sents) <= LONGEST_SENTENCE
