"""REST: what OpenAPI says is what comes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter

from dragoman.model.questions import askable
from dragoman.record import Filters, Record, open_record, parse_filters
from dragoman.web import create_app, incident_schemas, measure_schemas, said_schemas, schemas
from tests import web_samples
from tests.web_client import Client, Page


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record with the samples in it."""
    with open_record(tmp_path_factory.mktemp("rest") / "record.db", create=True) as record:
        web_samples.fill(record)
        yield record


@pytest.fixture(scope="module")
def client(filled: Record) -> Client:
    """A client of its REST addresses."""
    return Client(create_app(filled))


ANSWERS: list[tuple[str, type[BaseModel]]] = [
    ("/api/summary", schemas.Summary),
    ("/api/events", schemas.Events),
    ("/api/events/{event}", schemas.Event),
    ("/api/chronology?dyad=AZE-UKR", schemas.Events),
    ("/api/facets?type=ASSAULT", schemas.Facets),
    ("/api/reports?limit=2", schemas.Reports),
    ("/api/reports/{report}", schemas.FullReport),
    ("/api/actors", schemas.Actors),
    ("/api/actors/AZE", schemas.FullActor),
    ("/api/search?q=baku", schemas.Found),
    ("/api/attributions", said_schemas.Attributions),
    ("/api/quotes?speaker=H%C3%BCseyn+Example", said_schemas.Quotes),
    ("/api/speakers", said_schemas.Speakers),
    ("/api/judgements?due_since=2025-01-01", said_schemas.Judgements),
    ("/api/authors", said_schemas.Authors),
    ("/api/silences", said_schemas.Silences),
    ("/api/ties?kind=border", said_schemas.Ties),
    ("/api/incidents", incident_schemas.Incidents),
    ("/api/incidents/{event}", incident_schemas.FullIncident),
    ("/api/disputes", incident_schemas.Disputes),
    ("/api/dyads/RUS-AZE", measure_schemas.Dyad),
    ("/api/dyads/RUS-AZE/acts", measure_schemas.Acts),
    ("/api/dyads/RUS-AZE/ladder", measure_schemas.Ladder),
    ("/api/network", measure_schemas.Network),
    ("/api/compare", measure_schemas.Compare),
]


@pytest.mark.parametrize(("path", "model"), ANSWERS)
def test_rows_are_as_they_are_described(
    client: Client, filled: Record, path: str, model: type[BaseModel]
) -> None:
    row = filled.events(Filters(outlets=("Sample Gazette",)))[0]
    answer = client.get(path.format(event=row["id"], report=row["report"]))
    assert answer.status_code == 200
    TypeAdapter(model).validate_json(answer.content, strict=True)
    assert set(answer.json()) >= set(model.model_fields)


def test_every_address_is_described(client: Client) -> None:
    description = client.get("/api/openapi.json").json()
    assert description["openapi"].startswith("3.")
    described = {path.partition("?")[0].split("/")[2] for path, _ in ANSWERS}
    assert {path.split("/")[2] for path in description["paths"]} == described
    page = Page(client.get("/api").text)
    assert all(path in page.text for path in description["paths"])
    assert "Two codes, either way" in page.text


def test_events_are_of_any_factuality_and_the_chronology_is_not(client: Client) -> None:
    assert client.get("/api/events").json()["total"] == 15
    assert client.get("/api/chronology").json()["total"] == 11


def test_pages_of_rows_link_on(client: Client) -> None:
    seen: list[str] = []
    path = "/api/events?limit=4"
    while path:
        found: dict[str, Any] = client.get(path).json()
        seen += [row["id"] for row in found["rows"]]
        path = found["next"]
    assert len(seen) == len(set(seen)) == 15


@pytest.mark.parametrize(
    "path",
    ["/api/events?limit=0", "/api/events?since=2025", "/api/events?nonsense=1", "/api/search?x=1"],
)
def test_errors_are_one_line(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 400
    assert list(answer.json()) == ["error"]


@pytest.mark.parametrize("path", ["/api/events/ffffff", "/api/reports/zz", "/api/actors/XXX"])
def test_what_is_not_there(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


OWN: dict[str, type[BaseModel]] = {
    "attributions": said_schemas.AttributionFilters,
    "quotes": said_schemas.QuoteFilters,
    "speakers": said_schemas.QuoteFilters,
    "judgements": said_schemas.JudgementFilters,
    "authors": said_schemas.JudgementFilters,
    "silences": said_schemas.SaidFilters,
    "ties": said_schemas.TieFilters,
}


@pytest.mark.parametrize("kind", OWN)
def test_every_filter_of_what_is_said_can_be_asked(client: Client, kind: str) -> None:
    assert {*OWN[kind].model_fields} == {*askable(kind)}
    description = client.get("/api/openapi.json").json()
    told = description["paths"][f"/api/{kind}"]["get"]["parameters"]
    assert {p["name"] for p in told} == {*askable(kind)}
    assert all(p["description"] for p in told)


def test_every_filter_of_the_record_can_be_asked() -> None:
    known = set(schemas.EventFilters.model_fields)
    assert known == {*askable("events"), "both"}
    assert parse_filters(dict.fromkeys(known - {"both"})) == Filters()
