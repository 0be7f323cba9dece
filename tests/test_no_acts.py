"""Uses of words that name no act: views, states of affairs, accidents, weather, private life."""

from __future__ import annotations

import pytest

from dragoman.coding import code
from dragoman.coding.explain import explain
from dragoman.coding.noacts import CLASSES, NO_ACT_COLUMNS, names_no_act
from dragoman.coding.participants import Cast
from dragoman.coding.steps import Reason
from dragoman.language import analyse
from dragoman.language.analysis import Analysis
from dragoman.model.report import Report, report_id
from dragoman.model.tables import Row, read_table


def read(text: str) -> Analysis:
    return analyse(Report(report_id(text), text, language="en"))


def types(text: str) -> list[str]:
    return [e.type for e in code(read(text)).events]


def with_examples() -> list[Row]:
    return [r for r in read_table("frames/no_acts.tsv", NO_ACT_COLUMNS) if r["example"]]


@pytest.mark.parametrize("row", with_examples(), ids=lambda r: r.place)
def test_example_has_the_use_that_its_row_tells(row: Row) -> None:
    analysis = read(row["example"])
    cast = Cast(analysis)
    lemmas = {word.split(" ")[0] for word in row.many("word")}
    assert any(
        names_no_act(t, cast)
        for t in analysis.doc
        if t.lemma_.lower() in lemmas and CLASSES.get(t.pos_) == row["class"]
    )


@pytest.mark.parametrize(
    "text",
    [
        "Togo regards the closeness of Ghana and Benin as a threat to its harbour.",
        "Oman considers the pact of Yemen and Eritrea a danger to its ports.",
        "Kenya carefully balanced its relations with Somalia and Ethiopia.",
        "The tension between Chad and Niger is old, and its causes are many.",
        "The governor of Bahia declared a state of emergency as the flood came nearer to Brazil.",
        "A cyclone struck the Fijian capital.",
        "The Peruvian president signed the bill into law.",
        "Lebanese officials released a report on the harvest of Syria.",
    ],
)
def test_what_is_no_act_has_no_row(text: str) -> None:
    assert not types(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru severed ties with Chile.", "SANCTION"),
        ("Kenya restored relations with Somalia.", "SUPPORT"),
        ("Libya released two Chadian pilots.", "RETREAT"),
        ("Togo threatened to close the border with Ghana.", "THREATEN"),
        ("The Kazakh president declared a state of emergency after riots in Almaty.", "COERCE"),
        ("Chadian planes struck a Libyan village.", "ASSAULT"),
        ("Gabon criticised Cameroon for its treatment of fishermen.", "ACCUSE"),
    ],
)
def test_the_same_words_of_acts_have_rows(text: str, expected: str) -> None:
    assert expected in types(text)


def test_explain_names_the_table() -> None:
    told = explain(
        read("Togo regards the closeness of Ghana and Benin as a threat to its harbour.")
    )
    reasons = {c.why.reason for c in told.candidates if c.why is not None}
    assert Reason.NO_USE in reasons
