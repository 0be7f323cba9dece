"""The pages of measures: a dyad, its acts, its ladder, the network, crises side by side."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter

from dragoman.record import Record, open_record
from dragoman.web import create_app, measure_schemas
from tests import measure_samples
from tests.web_client import Client, Page

PATHS = (
    "/dyads",
    "/dyads/RUS-AZE",
    "/dyads/RUS-AZE/acts",
    "/dyads/RUS-AZE/ladder",
    "/network?until=2024-01-01&dyad=RUS-AZE&versus=2023-01-01",
    "/compare?case=RUS-AZE",
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record of reports and an event file."""
    folder = tmp_path_factory.mktemp("measures")
    with open_record(folder / "record.db", create=True) as record:
        measure_samples.fill(record, folder)
        yield record


@pytest.fixture(scope="module")
def client(filled: Record) -> Client:
    """A client of its pages."""
    return Client(create_app(filled))


def text_of(client: Client, path: str) -> str:
    """The text of a page that answers."""
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return " ".join(" ".join(Page(answer.text).texts).split())


def twin(path: str, form: str) -> str:
    """The address of a page's data."""
    page, _, query = path.partition("?")
    return f"{page}.{form}" + (f"?{query}" if query else "")


def test_a_dyad_says_in_a_sentence_what_changed_and_opens_each_claim(client: Client) -> None:
    text = text_of(client, "/dyads/RUS-AZE")
    assert "Russia towards Azerbaijan : deeds since" in text.replace("Azerbaijan:", "Azerbaijan :")
    assert "material conflict rose in January 2023" in text
    assert "Azerbaijan towards Russia" in text
    page = Page(client.get("/dyads/RUS-AZE").text)
    claims = [link for link in page.links() if link.startswith("/dyads/RUS-AZE/acts?")]
    assert any("quad=deeds" in link for link in claims)
    for link in dict.fromkeys(claims):
        assert client.get(link).status_code == 200, link


def test_words_deeds_and_coverage_are_drawn_with_breaks_and_a_table(client: Client) -> None:
    page = client.get("/dyads/RUS-AZE").text
    assert page.count('<svg class="chart"') == 2
    for css in ("q4", "reports", "band", "break", "thin"):
        assert f'class="{css}"' in page, css
    assert "The same as a table" in page
    links = Page(page).links()
    assert "/dyads/RUS-AZE/acts?since=2023-01-01&until=2023-02-01" in links


def test_ties_stand_against_the_time_of_the_series_and_in_a_table(client: Client) -> None:
    page = client.get("/dyads/RUS-AZE").text
    for css in ("tie-sure", "tie-maybe", "tie-open"):
        assert f'class="{css}"' in page, css
    text = text_of(client, "/dyads/RUS-AZE")
    assert "2022-03-01" in text and "2023-09-01" in text and "Invented feuds" in text
    assert "2023-03-01 to 2023-04-01" in text and "Russia has supplied Azerbaijan" in text
    # Who supplies is told in the direction of the supply alone.
    assert page.count("<title>supply, RUS to AZE</title>") == 1
    assert page.count("<title>rivalry (feuds)</title>") == 2
    lanes = re.findall(r'href="#(t-[0-9a-f]+)"', page)
    assert lanes and all(f'id="{name}"' in page for name in lanes)


def test_ties_are_shown_as_they_were_known(client: Client) -> None:
    early = client.get("/dyads/RUS-AZE.json?as_of=2023-12-31").json()
    assert early["held"] == [] and not any(r["ties"] or r["ties_open"] for r in early["rows"])
    now = client.get("/dyads/RUS-AZE.json").json()
    assert [(h["kind"], h["began_from"], h["ended_by"]) for h in now["held"]] == [
        ("rivalry", "2022-03-01", "2023-09-01"), ("supply", "2023-03-01", None),
    ]  # fmt: skip
    told = {r["period"]: r for r in now["rows"] if r["actor"] == "RUS"}
    assert told["2022-02-01"]["ties"] == [] and told["2023-08-01"]["ties"] == ["rivalry", "supply"]
    assert told["2023-03-01"]["ties_open"] == ["supply"]
    back = {r["period"]: r for r in now["rows"] if r["actor"] == "AZE"}
    assert back["2023-08-01"]["ties"] == ["rivalry"]


def test_a_number_opens_into_acts_and_these_into_sentences_or_rows(client: Client) -> None:
    text = text_of(client, "/dyads/RUS-AZE/acts?since=2024-06-01&until=2024-07-01")
    assert "Russian police raided homes" in text
    assert "2 reports" in text
    rows = text_of(client, "/dyads/RUS-AZE/acts?since=2023-01-01&until=2023-02-01")
    assert "Rows of event files" in rows and "Police (Russia)" in rows
    none = text_of(client, "/dyads/RUS-AZE/acts?since=1999-01-01&until=1999-02-01")
    assert "No act of these days" in none


def test_the_day_looked_back_from_is_kept_in_links(client: Client) -> None:
    page = Page(client.get("/dyads/RUS-AZE?as_of=2024-06-30&period=week").text)
    acts = [link for link in page.links() if "/acts" in link]
    assert acts and all("as_of=2024-06-30" in link for link in acts)
    assert any(a.get("value") == "2024-06-30" for a in page.all("input"))
    assert client.get("/dyads/RUS-AZE.json?as_of=2024-06-30").json()["as_of"] == "2024-06-30"


def test_a_pair_may_be_asked_for_by_names(client: Client) -> None:
    text = text_of(client, "/dyads?actor=Russia&recipient=Azerbaijan")
    assert "Russia and Azerbaijan" in text


def test_a_ladder_shows_chains_with_their_rules(client: Client) -> None:
    text = text_of(client, "/dyads/RUS-AZE/ladder?window=5")
    for told in ("Who answers", "By chance", "sign", "1 day later", "Azerbaijan towards Russia"):
        assert told in text
    found = client.get("/dyads/RUS-AZE/ladder.json?window=5").json()
    azerbaijan = next(f for f in found["figures"]
                      if (f["actor"], f["sign"]) == ("AZE", "conflict"))  # fmt: skip
    assert azerbaijan["share"] > 0.9 and azerbaijan["delay"] == 1


def test_the_network_tells_edges_blocs_and_who_was_drawn_in(client: Client) -> None:
    text = text_of(client, PATHS[4])
    for told in ("Russia → Azerbaijan", "Blocs", "Drawn into the quarrel", "Turkey", "colder"):
        assert told in text
    links = Page(client.get(PATHS[4]).text).links()
    opened = [link for link in links if link.startswith("/dyads/") and "/acts" in link]
    assert opened
    for link in opened:
        assert client.get(link).status_code == 200, link


def test_crises_stand_side_by_side(client: Client) -> None:
    text = text_of(client, "/compare?case=RUS-AZE")
    # It rose in January 2023, and fell when the file ended.
    assert "RUS-AZE 2023-01-01" in text and "RUS-AZE 2024-01-01" in text
    assert client.get("/compare?case=RUS-AZE").text.count("<polyline") == 4


@pytest.mark.parametrize("path", PATHS)
def test_nothing_of_files_or_reports_becomes_markup(client: Client, path: str) -> None:
    text = client.get(path).text
    assert "<script>alert" not in text and "<img src=x" not in text
    assert not any("javascript:" in link for link in Page(text).links())
    assert "style=" not in text


@pytest.mark.parametrize("path", PATHS)
def test_a_page_has_its_data_beside_it(client: Client, path: str) -> None:
    page = Page(client.get(path).text)
    assert {twin(path, "json").partition("?")[0], twin(path, "csv").partition("?")[0]} <= {
        link.partition("?")[0] for link in page.links()
    }
    assert client.get(twin(path, "json")).json()
    table = list(csv.reader(io.StringIO(client.get(twin(path, "csv")).text)))
    assert len(table) > 1
    assert not any(cell.startswith(("=", "+", "@")) for row in table for cell in row)


@pytest.mark.parametrize(
    ("path", "model"),
    [
        ("/api/dyads/RUS-AZE", measure_schemas.Dyad),
        ("/api/dyads/RUS-AZE/acts", measure_schemas.Acts),
        ("/api/dyads/RUS-AZE/ladder", measure_schemas.Ladder),
        ("/api/network?until=2024-01-01", measure_schemas.Network),
        ("/api/compare?case=RUS-AZE", measure_schemas.Compare),
    ],
)
def test_rows_are_as_they_are_described(client: Client, path: str, model: type[BaseModel]) -> None:
    found: dict[str, Any] = client.get(path).json()
    TypeAdapter(model).validate_python(found, strict=True)
    assert set(found) == set(model.model_fields)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/dyads/RUS-AZE?period=year", "no such period"),
        ("/dyads/RUS-AZE?weigh=fame", "no such weight"),
        ("/dyads/RUS-AZE/ladder?window=0", "window 0 cannot be; expected 1 to 366 days"),
        ("/network?days=0", "days 0 cannot be"),
        ("/network?color=red", "no such filter"),
        ("/compare?case=AZE", "is no pair"),
        ("/compare?case=" + "+".join(["RUS-AZE"] * 7), "too many; expected 6 at most"),
        ("/dyads/AZE-AZEGOV", "are no two actors"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_line(client: Client, path: str, said: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 400
    assert said in " ".join(Page(answer.text).texts)


def test_what_is_no_pair_is_not_there(client: Client) -> None:
    assert client.get("/dyads/AZE").status_code == 404


def test_an_empty_record_says_so(tmp_path_factory: pytest.TempPathFactory) -> None:
    with open_record(tmp_path_factory.mktemp("empty") / "r.db", create=True) as record:
        empty = Client(create_app(record))
        assert "No event has two sides yet" in text_of(empty, "/dyads")
        assert "nothing that has a date" in text_of(empty, "/dyads/RUS-AZE")
        assert "Nobody acts on anybody" in text_of(empty, "/network")


def test_coverage_opens_into_the_reports_that_spoke_of_the_two(client: Client) -> None:
    months = "since=2024-06-01&until=2024-08-01"
    found = client.get(f"/dyads/RUS-AZE/acts.json?{months}").json()["reports"]
    assert [r["outlet"] for r in found][1:] == ["Caspian Letter", "Sample Courier"]
    links = Page(client.get(f"/dyads/RUS-AZE/acts?{months}").text).links()
    opened = [link for link in links if link.startswith("/reports/")]
    assert {f"/reports/{r['report']}" for r in found} <= set(opened)
    assert client.get("/dyads/RUS-AZE/acts.json?since=1999-01-01&until=1999-02-01").json()[
        "reports"
    ] == []  # fmt: skip
    assert "acts?since=2024-06-01&amp;until=2024-07-01#reports" in client.get("/dyads/RUS-AZE").text


def test_numbers_of_the_network_open_into_the_two(client: Client) -> None:
    links = Page(client.get(PATHS[4]).text).links()
    for link in ("/dyads/AZE-RUS?", "/dyads/TUR-RUS/acts?", "/dyads/AZE-TUR?"):
        (first, *_) = [one for one in links if one.startswith(link)]
        assert client.get(first).status_code == 200, first
