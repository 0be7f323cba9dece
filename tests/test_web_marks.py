"""Marks in a text: whatever spans there are, the text is shown whole and once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.web.marks import ACT, Mark, paragraph_bounds, paragraphs, segments

TEXTS = st.text(alphabet="ab \n\u00e9\U0001f600", max_size=60)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXTS)
    ends = st.integers(0, len(text) + 3)
    spans = draw(st.lists(st.tuples(ends, ends), max_size=12))
    return text, [
        Mark(min(s), max(s), f"m-{n % 3}", str(n), ACT if n % 2 else "")
        for n, s in enumerate(spans)
    ]


@given(marked())
def test_segments_join_to_the_text(given_: tuple[str, list[Mark]]) -> None:
    text, marks = given_
    found = segments(text, 0, len(text), marks)
    assert "".join(s.text for s in found) == text


@given(marked())
def test_every_character_has_the_marks_over_it_and_no_other(
    given_: tuple[str, list[Mark]],
) -> None:
    text, marks = given_
    at = 0
    for segment in segments(text, 0, len(text), marks):
        over = {m.row for m in marks if m.start <= at < m.end}
        assert set(segment.rows.split()) == over
        at += len(segment.text)


@given(marked())
def test_paragraphs_hold_all_but_the_blank_lines(given_: tuple[str, list[Mark]]) -> None:
    text, marks = given_
    shown = "".join(s.text for p in paragraphs(text, marks) for s in p.segments)
    assert "".join(shown.split()) == "".join(text.split())


@given(TEXTS)
def test_paragraphs_slice_back(text: str) -> None:
    last = 0
    for start, end in paragraph_bounds(text):
        assert last <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        last = end


def test_nested_and_overlapping_marks_become_segments() -> None:
    marks = [Mark(0, 9, "outer", "a"), Mark(3, 6, "inner", "b"), Mark(5, 11, "across", "c")]
    found = segments("abcdefghijkl", 0, 12, marks)
    assert [(s.text, s.css) for s in found] == [
        ("abc", "outer"),
        ("de", "outer inner"),
        ("f", "outer inner across"),
        ("ghi", "outer across"),
        ("jk", "across"),
        ("l", ""),
    ]


def test_an_act_can_be_linked_to_once_though_it_is_cut() -> None:
    marks = [Mark(2, 8, "m-act", "one", ACT), Mark(2, 5, "m-act", "two", ACT), Mark(4, 6, "x", "z")]
    found = segments("0123456789", 0, 10, marks)
    assert [a for s in found for a in s.anchors] == ["one", "two"]


def test_many_marks_in_one_paragraph_are_soon_drawn() -> None:
    text = "word " * 40_000
    marks = [Mark(n * 5, n * 5 + 4, "m", str(n)) for n in range(40_000)]
    assert sum(bool(s.css) for s in segments(text, 0, len(text), marks)) == 40_000
