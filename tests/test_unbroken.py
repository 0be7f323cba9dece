"""Lines broken at a width are read as whole ones, and rows still slice back to their words."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.code import code
from dragoman.language import analyse
from dragoman.language.wrapping import unbroken
from dragoman.model.findings import Findings
from dragoman.model.report import Report

FIRST = (
    "The foreign minister of Malta, Ana Vella, accused Fiji on Monday of smuggling diesel to the "
    "trawlers that lie off the northern coast of the island. She told the ambassador of Fiji in "
    "Valletta that the Maltese Fisheries Office had counted nets along the coast for weeks."
)
SECOND = (
    "The United Nations condemned the United States raid on the harbour of the town. “We shall "
    "answer the charge before the end of the month,” the Foreign Minister of Fiji said in Suva. "
    "Talks between Malta and the European Union are to go on in Valletta on Friday, he said."
)
PARAGRAPHS = (FIRST, SECOND)


def coded(text: str) -> Findings:
    return code(analyse(Report("r", text)))


def told(found: Findings) -> list[tuple[object, ...]]:
    return [(e.type, e.actor, e.recipient, e.factuality) for e in found.events]


@pytest.mark.parametrize("width", [48, 63, 72, 80])
@pytest.mark.parametrize("indent", ["", "    "])
def test_broken_lines_tell_what_whole_ones_do(width: int, indent: str) -> None:
    broken = [textwrap.fill(p, width, initial_indent=indent) for p in PARAGRAPHS]
    text = ("\n" if indent else "\n\n").join(broken)
    assert told(coded(text)) == told(coded("\n\n".join(PARAGRAPHS)))


def test_rows_of_broken_lines_slice_back_to_their_words() -> None:
    text = "\n\n".join(textwrap.fill(p, 63) for p in PARAGRAPHS)
    found = coded(text)
    for quote in found.quotes:
        assert quote.text in quote.span.of(text)
    for place in found.places:
        assert place.text == place.span.of(text)
    for row in found.attributions:
        assert row.source.span is None or row.source.text == row.source.span.of(text)


def test_a_heading_and_a_short_paragraph_stay_apart() -> None:
    text = textwrap.fill(FIRST, 60) + "\nNobody came.\n" + textwrap.fill(SECOND, 60)
    assert unbroken(text).count("\nNobody came.\n") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Talks in Tbilisi\nEnvoys met on Monday\nThey left on Tuesday.",
        "\n".join([*PARAGRAPHS, *PARAGRAPHS]),
        "Apples\nPears\nPlums\nQuinces\nand grapes\nfrom Bulgaria",
    ],
)
def test_usual_line_breaks_stay(text: str) -> None:
    assert unbroken(text) == text


@given(st.text(alphabet="aB .\n\t", max_size=400))
def test_nothing_moves(text: str) -> None:
    assert len(unbroken(text)) == len(text)
    assert unbroken(text).split() == text.split()
