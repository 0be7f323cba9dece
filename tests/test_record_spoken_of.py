"""What is said can be asked for by whom it is about, and by a pair, on both databases."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.model.errors import UsageError
from dragoman.record import Record, parse_filters

TEXT = (
    "Peru's foreign ministry said that Chile had closed the port. \"Chile broke its word to "
    'Peru," said Ona Petraitė, a Lithuanian envoy. Kenya said that Ghana and Togo had met. Chile '
    "declined to comment on Peru."
)
# A kind of row, what is asked, and how many of the rows above answer.
ASKED: list[tuple[str, dict[str, str], int]] = [
    ("attributions", {"recipient": "CHL", "actor": "PER"}, 1),
    ("attributions", {"dyad": "PER-CHL", "actor": "PER"}, 1),
    ("attributions", {"dyad": "CHL-PER", "actor": "LTU"}, 1),
    ("attributions", {"dyad": "GHA-TGO"}, 1),
    ("attributions", {"dyad": "KEN-GHA"}, 1),
    ("attributions", {"dyad": "KEN-CHL"}, 0),
    ("quotes", {"recipient": "PER"}, 1),
    ("quotes", {"recipient": "GHA"}, 0),
    ("quotes", {"dyad": "PER-CHL"}, 1),
    ("quotes", {"dyad": "LTU-CHL"}, 1),
    ("silences", {"recipient": "PER"}, 1),
    ("silences", {"dyad": "CHL-PER"}, 1),
    ("silences", {"dyad": "CHL-GHA"}, 0),
]


def test_said_by_one_of_two_about_the_other_or_of_both(record: Record) -> None:
    report = dragoman.code(TEXT, date="2025-07-10")
    record.add_findings(report, "a coder")
    for kind, asked, count in ASKED:
        found = list(record.statements(kind, parse_filters(asked)))
        assert len(found) == count, (kind, asked, found)
        assert record.count_statements(kind, parse_filters(asked)) == count


@pytest.mark.parametrize(
    ("kind", "given", "choices"),
    [
        ("attributions", "forecast", "asserts"),
        ("judgements", "ACCUSE", "forecast"),
        ("ties", "denies", "member"),
    ],
)
def test_a_type_of_other_rows_is_refused_with_the_choices(
    record: Record, kind: str, given: str, choices: str
) -> None:
    with pytest.raises(UsageError, match=f"no such type of {kind} .*there are: .*{choices}"):
        list(record.statements(kind, parse_filters(type=given)))


def test_a_stance_is_no_type_of_events(record: Record) -> None:
    with pytest.raises(UsageError, match="no such type of events 'denies'; there are: AGREE"):
        record.events(parse_filters(type="denies"))
