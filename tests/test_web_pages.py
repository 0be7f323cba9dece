"""The pages over a real record: what they show, and their twins."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import dragoman
from dragoman.record import Filters, Record, open_record
from dragoman.web import create_app
from tests import web_samples
from tests.samples import CODER
from tests.web_client import Client, Page


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record with the samples in it."""
    with open_record(tmp_path_factory.mktemp("pages") / "record.db", create=True) as record:
        web_samples.fill(record)
        yield record


@pytest.fixture(scope="module")
def client(filled: Record) -> Client:
    """A client of its pages."""
    return Client(create_app(filled))


@pytest.fixture(scope="module")
def ids(filled: Record) -> dict[str, str]:
    """The ids of the depot report and of the strike in it."""
    gazette = Filters(outlets=("Sample Gazette",), types=("ASSAULT",))
    strike = filled.events(gazette)[0]
    return {"report": str(strike["report"]), "event": str(strike["id"])}


PAGES = (
    "/",
    "/chronology",
    "/chronology?factuality=all",
    "/incidents",
    "/incidents?several=1&disputed=1",
    "/incidents/{event}",
    "/disputes",
    "/disputes?status=open",
    "/dyads",
    "/dyads/RUS-AZE",
    "/dyads/RUS-AZE/acts",
    "/dyads/RUS-AZE/ladder",
    "/network",
    "/compare?case=RUS-AZE@2025-06-27",
    "/reports",
    "/reports/{report}",
    "/events/{event}",
    "/actors",
    "/actors/AZE",
    "/actors/RUSMIL",
    "/attributions",
    "/attributions?stance=asserts",
    "/quotes",
    "/quotes?speaker=H%C3%BCseyn+Example",
    "/speakers",
    "/judgements",
    "/judgements?due_since=2025-01-01",
    "/authors",
    "/silences",
    "/ties",
    "/search",
    "/search?q=ukraine",
    "/about",
)


def read_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_answers_and_links_to_its_data(
    client: Client, ids: dict[str, str], path: str
) -> None:
    answer = client.get(path.format(**ids))
    assert answer.status_code == 200
    page = Page(answer.text)
    twins = {str(a["type"]): str(a["href"]) for a in page.all("link") if a["rel"] == "alternate"}
    data = client.get(twins["application/json"])
    assert data.status_code == 200
    assert isinstance(data.json(), dict)
    table = client.get(twins["text/csv"])
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert len(table.text.splitlines()[0].split(",")) > 2


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_put_together_for_all_readers(
    client: Client, ids: dict[str, str], path: str
) -> None:
    page = Page(client.get(path.format(**ids)).text)
    assert [a["lang"] for a in page.all("html")] == ["en"]
    tags = [tag for tag, _ in page.elements]
    assert (tags.count("main"), tags.count("h1")) == (1, 1)
    names = [a["id"] for _, a in page.elements if a.get("id")]
    assert len(names) == len(set(names))
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(a.get("scope") for a in page.all("th"))
    assert next(page.all("a"))["href"] == "#main"


def test_every_link_of_the_pages_leads_somewhere(client: Client, ids: dict[str, str]) -> None:
    seen: set[str] = set()
    waiting = [path.format(**ids) for path in PAGES]
    while waiting:
        path = waiting.pop().split("#")[0]
        if path in seen or len(seen) > 220:
            continue
        seen.add(path)
        answer = client.get(path)
        assert answer.status_code == 200, path
        if answer.headers["content-type"].startswith("text/html"):
            waiting += Page(answer.text).links()
    assert len(seen) > 60


def test_the_chronology_shows_what_happened_and_tells_of_the_rest(client: Client) -> None:
    page = Page(client.get("/chronology").text)
    assert "11 events that happened" in page.text
    assert "4 others are denied, planned, only possible or the like" in page.text
    assert "beaten" not in page.text
    rows = client.get("/chronology.json").json()["rows"]
    assert {r["factuality"] for r in rows} == {"happened"}


def test_the_switch_shows_the_rest_with_its_factuality(client: Client) -> None:
    page = Page(client.get("/chronology?factuality=all").text)
    assert "beaten" in page.text
    assert "conditional" in page.text
    assert len(client.get("/chronology.json?factuality=all").json()["rows"]) == 15


def test_dates_are_told_as_closely_as_they_are_known(client: Client) -> None:
    text = Page(client.get("/chronology").text).text
    assert "in 2025" in text
    assert "June–August" in text
    assert text.index("27 June") < text.index("8 August") < text.index("Without a date")


def test_an_event_tells_who_said_it_where_and_how_many(client: Client) -> None:
    text = Page(client.get("/chronology").text).text
    assert "according to Ukrainian officials" in text
    assert "Odesa, Ukraine" in text
    assert "injured: 4" in text
    assert "Russia (military) → towards Azerbaijan (business)" in text
    assert "RUSMIL → AZEBUS" in text


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("actor=AZE", 6),
        ("actor=AZE&recipient=UKR", 1),
        ("actor=UKR&recipient=AZE&both=1", 1),
        ("dyad=AZE-UKR", 1),
        ("dyad=AZE-UKR&factuality=all", 3),
        ("type=ASSAULT&type=COERCE", 4),
        ("mode=drone", 2),
        ("since=2025-08-01&until=2025-09-01", 7),
        ("outlet=Sample+Gazette", 6),
        ("factuality=denied", 1),
        ("as_of=2025-07-05", 3),
        ("place=Odesa", 2),
        ("actor=&recipient=&type=&since=", 11),
        ("actor=FRA", 0),
    ],
)
def test_filters(client: Client, query: str, count: int) -> None:
    assert client.get(f"/chronology.json?{query}").json()["total"] == count
    page = Page(client.get(f"/chronology?{query}").text)
    assert f"{count} event" in page.text


def test_the_form_shows_what_was_asked(client: Client) -> None:
    page = client.get("/chronology?dyad=AZE-RUS&type=ACCUSE&since=2025-01-01").text
    assert re.search(r'<option value="AZE" selected', page)
    assert re.search(r'<option value="RUS" selected', page)
    assert re.search(r'name="both" value="1" checked', page)
    assert re.search(r'value="ACCUSE" checked', page)
    assert 'value="2025-01-01"' in page


def test_filters_that_are_set_can_be_taken_away_one_by_one(client: Client) -> None:
    page = client.get("/chronology?actor=AZE&recipient=UKR&both=1&type=CONSULT&limit=5").text
    chips = re.findall(r'<li><a href="([^"]*)">(.*?) <span aria-hidden', page)
    assert chips == [
        ("/chronology?type=CONSULT&amp;limit=5", "between: Azerbaijan and Ukraine"),
        ("/chronology?actor=AZE&amp;recipient=UKR&amp;both=1&amp;limit=5", "type: CONSULT"),
    ]
    assert "who: Azerbaijan" in Page(client.get("/chronology?actor=AZE").text).text


def test_as_of_says_that_undated_reports_are_left_out(client: Client) -> None:
    text = Page(client.get("/chronology?as_of=2026-01-01").text).text
    assert "1 report is left out since it has no known date" in text


def test_rows_come_by_the_page_and_link_on(client: Client) -> None:
    seen: list[str] = []
    path: str | None = "/chronology?limit=4"
    while path:
        page = Page(client.get(path).text)
        seen += [str(a["href"]) for a in page.all("a") if "data-open" in a]
        path = next((str(a["href"]) for a in page.all("a") if a.get("rel") == "next"), None)
    assert len(seen) == len(set(seen)) == 11


def test_twins_link_on_too(client: Client) -> None:
    first = client.get("/chronology.json?limit=6")
    assert first.json()["next"] == "/chronology.json?limit=6&offset=6"
    assert first.headers["link"] == '</chronology.json?limit=6&offset=6>; rel="next"'
    second = client.get(first.json()["next"]).json()
    assert (len(second["rows"]), second["next"]) == (5, None)
    assert client.get("/chronology.csv?limit=6").headers["link"].startswith("</chronology.csv?")


def test_the_twins_hold_the_same_rows(client: Client) -> None:
    rows = client.get("/chronology.json?factuality=all").json()["rows"]
    table = read_csv(client.get("/chronology.csv?factuality=all").text)
    assert [r["id"] for r in rows] == [r["id"] for r in table]
    assert [r["sentence"] for r in rows] == [r["sentence"] for r in table]


def test_the_strip_leads_to_the_months(client: Client) -> None:
    answer = client.get("/chronology").text
    assert "/chronology?since=2025-08-01&amp;until=2025-09-01" in answer
    assert "3 events have no date as close as a month and are not drawn" in Page(answer).text


def test_a_report_is_shown_whole_with_its_rows(client: Client, ids: dict[str, str]) -> None:
    answer = client.get(f"/reports/{ids['report']}").text
    body = answer.split('<div class="reading">')[1]
    shown = re.findall(r'<p class="para">(.*?)</p>', body, flags=re.DOTALL)
    texts = [Page(p).text for p in shown]
    assert texts == [" ".join(p.split()) for p in web_samples.DEPOT.split("\n\n")]
    for row in client.get(f"/reports/{ids['report']}.json").json()["events"]:
        assert f'id="e-{row["id"]}"' in answer
        assert f'id="c-{row["id"]}"' in answer


def test_a_report_says_what_its_date_rests_on_and_keeps_its_notes(
    client: Client, ids: dict[str, str]
) -> None:
    text = Page(client.get(f"/reports/{ids['report']}").text).text
    assert "12 August 2025 (read from the file's or page's metadata)" in text
    assert "A. Writer writes." in text
    assert "Views are the tests'." in text


def test_layers_can_be_chosen_in_the_address(client: Client, ids: dict[str, str]) -> None:
    answer = client.get(f"/reports/{ids['report']}?layers=actors&layers=places").text
    on = re.findall(r'id="layer-(\w+)"[^>]* checked', answer)
    assert on == ["actors", "places"]
    wrong = client.get(f"/reports/{ids['report']}?layers=nonsense")
    assert wrong.status_code == 400
    assert "there are: events, actors" in Page(wrong.text).text


def test_an_event_is_explained(client: Client, ids: dict[str, str]) -> None:
    text = Page(client.get(f"/events/{ids['event']}").text).text
    assert "ASSAULT: uses violence. Mode drone: strikes by drone." in text
    assert "deeds, conflict (QuadClass 4) · score −9.5" in text
    assert "Known to the day; read from the text itself." in text
    assert "GeoNames 698740" in text
    assert "Also in this sentence" in text
    assert "Around the same days, between Russia and Azerbaijan" in text
    assert "took hold of four tanks. The depot belongs" in text


def test_an_actor_has_its_counterparts(client: Client) -> None:
    found = client.get("/actors/AZE.json").json()
    assert {c["code"] for c in found["counterparts"]} == {"RUS", "UKR"}
    assert found["name"] == "Azerbaijan"
    assert {m["code"] for m in found["members"]} >= {"AZEGOV", "AZEBUS"}


def test_search_shows_passages(client: Client) -> None:
    text = Page(client.get("/search?q=%22heart%22+raided").text).text
    assert "No report holds these words." in text
    answer = client.get("/search?q=raided").text
    assert '<span class="m m-found">raided</span>' in answer


def test_the_desk_counts(client: Client) -> None:
    found = client.get("/desk.json").json()
    assert (found["reports"], found["events"], found["all_events"]) == (5, 11, 15)
    assert {"actor": "RUS", "recipient": "UKR", "count": 1} in found["dyads"]
    table = read_csv(client.get("/desk.csv").text)
    assert {r["outlet"] for r in table} >= {"Sample Wire", "Sample Weekly", ""}


def test_an_empty_record_says_how_to_begin(tmp_path: Path) -> None:
    with open_record(tmp_path / "empty.db", create=True) as record:
        client = Client(create_app(record))
        assert "dragoman add" in Page(client.get("/").text).text
        for path in (
            "/chronology",
            "/reports",
            "/actors",
            "/quotes",
            "/speakers",
            "/authors",
            "/judgements",
            "/attributions",
            "/silences",
            "/ties",
            "/search?q=x",
            "/about",
        ):
            assert client.get(path).status_code == 200
        assert client.get("/chronology.json").json()["rows"] == []


def test_a_report_that_is_not_coded_is_listed_as_such(tmp_path: Path) -> None:
    with open_record(tmp_path / "record.db", create=True) as record:
        record.add_report(web_samples.depot().report)
        client = Client(create_app(record))
        assert "not coded" in Page(client.get("/reports").text).text
        path = next(a for a in Page(client.get("/reports").text).links() if "/reports/" in a)
        assert "has not been coded" in Page(client.get(path).text).text


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/chronology?since=yesterday", "since 'yesterday' is no date; expected YYYY-MM-DD"),
        ("/chronology?type=WAR", "no such type 'WAR'; there are: AGREE, CONSULT"),
        ("/chronology?dyad=AZE", "dyad 'AZE' is no pair"),
        ("/chronology?limit=100000", "limit 100000 cannot be; expected 1 to 200"),
        ("/chronology?offset=-1", "offset '-1' is no count"),
        ("/chronology?colour=red", "no such filter 'colour'; there are: limit"),
        (f"/chronology?text={'x' * 201}", "text is longer than 200 characters"),
        ("/chronology?actor=%27%3B--", "is no actor code"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_line(client: Client, path: str, said: str) -> None:
    page = client.get(path)
    assert page.status_code == 400
    assert said in Page(page.text).text
    twin = client.get(path.replace("?", ".json?", 1))
    assert twin.status_code == 400
    error = twin.json()["error"]
    assert "\n" not in error


@pytest.mark.parametrize("path", ["/chronology", "/reports", "/actors"])
def test_an_empty_answer_says_what_the_record_has(client: Client, path: str) -> None:
    page = Page(client.get(f"{path}?actor=XYZ").text)
    assert "nothing in the record names XYZ; it has: " in page.text
    assert "answers to" in page.text


def test_a_name_may_stand_for_a_code(client: Client) -> None:
    named = client.get("/chronology?actor=azerbaijan")
    assert "who: Azerbaijan ×" in Page(named.text).text
    twins = [
        client.get(f"/chronology.json?actor={a}").json()["rows"] for a in ("AZE", "azerbaijan")
    ]
    assert twins[0] == twins[1]


@pytest.mark.parametrize(
    "path", ["/nowhere", "/reports/ffff", "/events/ffff", "/actors/XXX", "/static/app.py", "/docs"]
)
def test_what_is_not_there_is_a_page_that_helps(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "/chronology" in Page(answer.text).links()
    assert client.get(f"{path}.json").json().keys() == {"error"}


def test_an_id_may_be_cut_short_but_not_to_nothing(client: Client, ids: dict[str, str]) -> None:
    assert client.get(f"/events/{ids['event'][:8]}").status_code == 200
    assert client.get(f"/events/{ids['event'][:2]}").status_code == 404
    assert client.get("/reports/%25").status_code == 404


def test_the_record_grows_while_it_is_shown(tmp_path: Path) -> None:
    with open_record(tmp_path / "record.db", create=True) as record:
        client = Client(create_app(record))
        assert client.get("/chronology.json").json()["total"] == 0
        with open_record(tmp_path / "record.db") as other:
            web_samples.fill(other)
        assert client.get("/chronology.json").json()["total"] == 11


def test_a_record_that_breaks_is_told_in_a_line(filled: Record) -> None:
    class Broken:
        def __getattr__(self, name: str) -> Any:
            raise RuntimeError("secret\ndetail")

    client = Client(create_app(Broken()))  # type: ignore[arg-type]
    answer = client.get("/chronology.json")
    assert answer.status_code == 500
    assert "secret" not in json.dumps(answer.json())
    assert "secret" not in client.get("/chronology").text


def test_an_event_shows_who_asserts_and_who_denies_it(tmp_path: Path) -> None:
    text = "Chad said that Sudanese troops had shelled the village. Sudan denied it."
    found = dragoman.code(text)
    with open_record(tmp_path / "record.db", create=True) as record:
        record.add_findings(found, CODER)
        pages = Client(create_app(record))
        page = Page(pages.get(f"/events/{found.events[0].id}").text)
        assert "Asserted byChad alleges" in " ".join(page.text.split()).replace("by ", "by")
        assert "Denied by" in page.text
        assert "denied by Sudan" in pages.get(f"/reports/{found.report.id}").text
        (row,) = pages.get("/api/events").json()["rows"]
        assert [(c["text"], c["attribution"]) for c in row["denied_by"]] == [("Sudan", 1)]
