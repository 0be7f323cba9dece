"""The finest CAMEO code of an act: from its words, and from what it is about."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from dragoman.coding import code
from dragoman.coding.cameo import CODE_COLUMNS, aim_of
from dragoman.language import analyse
from dragoman.model.event import Event
from dragoman.model.report import Report, report_id
from dragoman.model.tables import Row, parse_table, read_table

# The tables are tested for what they say; the encoder would cover what they get wrong.
pytestmark = pytest.mark.usefixtures("tables_alone")

OWN = Path(__file__).parent.parent / "src/dragoman/data/frames/cameo.tsv"

ROOTS = {"AGREE": "03", "REJECT": "12", "THREATEN": "13", "PROTEST": "14"}


def coded(text: str) -> tuple[Event, ...]:
    return code(analyse(Report(report_id(text), text, language="en"))).events


@cache
def examples() -> tuple[Row, ...]:
    return tuple(r for r in read_table("frames/cameo.tsv", CODE_COLUMNS) if r["example"])


@pytest.mark.parametrize("row", examples(), ids=lambda r: r.place)
def test_example_has_its_rows_code(row: Row) -> None:
    found = {(e.type, e.cameo) for e in coded(row["example"])}
    wanted = row["cameo"] or ROOTS[row["type"]]
    if row["then"]:
        assert any(t == row["type"] and c[:2] == wanted[:2] for t, c in found), found
    else:
        assert (row["type"], wanted) in found


ABOUT = [
    ("Finland agreed to train Kenyan pilots.", "0332"),
    ("Tunisia promised to free the Libyan sailors.", "0353"),
    ("Morocco offered a loan to Senegal.", "0331"),
    ("Peru urged Chile to free the Peruvian sailors.", "0253"),
    ("Peru asked Chile for military aid.", "0232"),
    ("Peru called on Chile to negotiate with Bolivia.", "026"),
    ("Peru demanded that Chile free the Peruvian sailors.", "1053"),
    ("Peru demanded the withdrawal of Chilean troops.", "1056"),
    ("Peru refused to meet the Chilean envoy.", "125"),
    ("Peru refused to extradite the banker to Chile.", "1213"),
    ("Peru rejected a Chilean call for a ceasefire.", "1246"),
    ("Peru threatened to sever relations with Chile.", "1313"),
    ("Peru threatened to blockade the Chilean port.", "1381"),
    ("Students in Lima marched against the Chilean embassy to demand autonomy.", "1414"),
]


@pytest.mark.parametrize(("text", "cameo"), ABOUT)
def test_what_an_act_is_about_makes_its_code_finer(text: str, cameo: str) -> None:
    found = [(e.type, e.cameo) for e in coded(text)]
    assert cameo in {c for _, c in found}, found


def test_appeals_and_demands_have_roots_of_their_own() -> None:
    (asked,) = (e for e in coded("Togo urged Benin to leave.") if e.type == "REQUEST")
    (told,) = (e for e in coded("Togo ordered Benin to leave.") if e.type == "REQUEST")
    assert asked.cameo[:2] == "02"
    assert told.cameo[:2] == "10"


def test_the_longest_beginning_tells_what_an_act_is() -> None:
    economic, material = aim_of("0611"), aim_of("060")
    assert economic is not None and economic["03"] == "0311"
    assert material is not None and material["03"] == "031"
    assert aim_of("99") is None


def test_every_code_is_one_of_cameo() -> None:
    rows = parse_table(OWN.read_text(encoding="utf-8"), "cameo.tsv", CODE_COLUMNS)
    assert all(r["cameo"].isdigit() and len(r["cameo"]) in (3, 4) for r in rows if r["cameo"])
