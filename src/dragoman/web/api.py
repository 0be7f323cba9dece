"""The REST addresses: what the pages show, as JSON, with an OpenAPI description.

Parameters are declared here for the description; they are read and checked where the pages' are.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse

from dragoman.web import incident_schemas, measure_schemas, said_schemas, schemas
from dragoman.web.answers import Answer
from dragoman.web.asks import ask_of
from dragoman.web.views.actors import actor, actors
from dragoman.web.views.chronology import chronology, events, facets
from dragoman.web.views.comparing import compare
from dragoman.web.views.desk import desk
from dragoman.web.views.disputes import dispute, disputes
from dragoman.web.views.dyads import acts, dyad
from dragoman.web.views.events import event
from dragoman.web.views.incidents import incident, incidents
from dragoman.web.views.ladders import ladder
from dragoman.web.views.networks import network
from dragoman.web.views.reports import report, reports
from dragoman.web.views.said import attributions, judgements, quotes, silences, ties
from dragoman.web.views.search import search
from dragoman.web.views.voices import authors, speakers

router = APIRouter(prefix="/api")
_ERRORS: dict[int | str, dict[str, Any]] = {
    400: {"model": schemas.Fault, "description": "A parameter that cannot be; the line says why."},
    404: {"model": schemas.Fault, "description": "Nothing has that id."},
}


def _told(model: type[Any]) -> dict[int | str, dict[str, Any]]:
    return {200: {"model": model}, **_ERRORS}


def _answer(request: Request, view: Callable[..., Answer], *key: str) -> JSONResponse:
    return JSONResponse(view(ask_of(request, "api"), *key).data)


@router.get("/summary", responses=_told(schemas.Summary), summary="What the record holds")
def get_summary(request: Request) -> JSONResponse:
    """Counts of reports and events, by outlet, month and pair."""
    return _answer(request, desk)


@router.get("/events", responses=_told(schemas.Events), summary="Events of any factuality")
def get_events(request: Request, _: Annotated[schemas.EventFilters, Query()]) -> JSONResponse:
    """In the order of time, the undated last, a page at a time."""
    return _answer(request, events)


@router.get("/events/{event_id}", responses=_told(schemas.Event), summary="One event")
def get_event(request: Request, event_id: str) -> JSONResponse:
    """With its sentence and report."""
    return _answer(request, event, event_id)


@router.get("/chronology", responses=_told(schemas.Events), summary="Events that happened")
def get_chronology(request: Request, _: Annotated[schemas.EventFilters, Query()]) -> JSONResponse:
    """As /api/events, without what was denied, planned or only possible, unless asked for."""
    return _answer(request, chronology)


@router.get("/facets", responses=_told(schemas.Facets), summary="Counts by type, outlet, actor")
def get_facets(request: Request, _: Annotated[schemas.EventFilters, Query()]) -> JSONResponse:
    """Each counted with all filters but its own."""
    return _answer(request, facets)


@router.get("/reports", responses=_told(schemas.Reports), summary="Reports, without their texts")
def get_reports(request: Request, _: Annotated[schemas.ReportFilters, Query()]) -> JSONResponse:
    """In the order of publication, the undated last."""
    return _answer(request, reports)


@router.get("/reports/{report_id}", responses=_told(schemas.FullReport), summary="One report")
def get_report(request: Request, report_id: str) -> JSONResponse:
    """With its text and every row coded from it; spans are offsets into the text."""
    return _answer(request, report, report_id)


@router.get("/actors", responses=_told(schemas.Actors), summary="Actors")
def get_actors(request: Request, _: Annotated[schemas.ActorFilters, Query()]) -> JSONResponse:
    """By code, the most present first."""
    return _answer(request, actors)


@router.get("/actors/{code}", responses=_told(schemas.FullActor), summary="One actor")
def get_actor(request: Request, code: str) -> JSONResponse:
    """With all whose codes begin with its code, what they did, and with whom."""
    return _answer(request, actor, code)


@router.get("/search", responses=_told(schemas.Found), summary="Reports that hold words")
def get_search(request: Request, _: Annotated[schemas.SearchFilters, Query()]) -> JSONResponse:
    """The best first, each with the passage where the words stand."""
    return _answer(request, search)


@router.get("/attributions", responses=_told(said_schemas.Attributions), summary="Who says what")
def get_attributions(
    request: Request, _: Annotated[said_schemas.AttributionFilters, Query()]
) -> JSONResponse:
    """In the order of publication, the undated last; source, cue and content with their spans."""
    return _answer(request, attributions)


@router.get(
    "/quotes", responses=_told(said_schemas.Quotes), summary="Words given as somebody's own"
)
def get_quotes(request: Request, _: Annotated[said_schemas.QuoteFilters, Query()]) -> JSONResponse:
    """In the order of publication; of one speaker with `speaker`."""
    return _answer(request, quotes)


@router.get("/speakers", responses=_told(said_schemas.Speakers), summary="Who is quoted")
def get_speakers(
    request: Request, _: Annotated[said_schemas.QuoteFilters, Query()]
) -> JSONResponse:
    """With how often, in which outlets, and between which days."""
    return _answer(request, speakers)


@router.get(
    "/judgements",
    responses=_told(said_schemas.Judgements),
    summary="What was judged to be or to come",
)
def get_judgements(
    request: Request, _: Annotated[said_schemas.JudgementFilters, Query()]
) -> JSONResponse:
    """With the bounds of the probability that the words mean; of one author with `author`."""
    return _answer(request, judgements)


@router.get("/authors", responses=_told(said_schemas.Authors), summary="Who judges")
def get_authors(
    request: Request, _: Annotated[said_schemas.JudgementFilters, Query()]
) -> JSONResponse:
    """With how often, of which kinds, and how much falls due."""
    return _answer(request, authors)


@router.get("/silences", responses=_told(said_schemas.Silences), summary="Who said nothing")
def get_silences(request: Request, _: Annotated[said_schemas.SaidFilters, Query()]) -> JSONResponse:
    """Asked, or expected to speak, and no statement made."""
    return _answer(request, silences)


@router.get("/ties", responses=_told(said_schemas.Ties), summary="What holds between two over time")
def get_ties(request: Request, _: Annotated[said_schemas.TieFilters, Query()]) -> JSONResponse:
    """Members, borders, supplies, stakes and the like, with quantity and interval."""
    return _answer(request, ties)


@router.get(
    "/incidents", responses=_told(incident_schemas.Incidents), summary="What happened, once each"
)
def get_incidents(
    request: Request, _: Annotated[incident_schemas.IncidentFilters, Query()]
) -> JSONResponse:
    """In the order of time, the undated last; how many reports, origins and disputes each has."""
    return _answer(request, incidents)


@router.get(
    "/incidents/{incident_id}",
    responses=_told(incident_schemas.FullIncident),
    summary="One incident",
)
def get_incident(
    request: Request, incident_id: str, _: Annotated[schemas.AsOf, Query()]
) -> JSONResponse:
    """By its id or that of one of its events; its accounts, origins, disputes and verdicts."""
    return _answer(request, incident, incident_id)


@router.get(
    "/disputes", responses=_told(incident_schemas.Disputes), summary="What cannot all be true"
)
def get_disputes(
    request: Request, _: Annotated[incident_schemas.DisputeFilters, Query()]
) -> JSONResponse:
    """By pair of states, the pair with most first."""
    return _answer(request, disputes)


@router.get(
    "/disputes/{dispute_id}", responses=_told(incident_schemas.Dispute), summary="One dispute"
)
def get_dispute(
    request: Request, dispute_id: str, _: Annotated[schemas.AsOf, Query()]
) -> JSONResponse:
    """Its positions with their holders, words and origins."""
    return _answer(request, dispute, dispute_id)


@router.get("/dyads/{pair}", responses=_told(measure_schemas.Dyad), summary="Two, measured")
def get_dyad(
    request: Request, pair: str, _: Annotated[measure_schemas.DyadFilters, Query()]
) -> JSONResponse:
    """Words and deeds of "AZE-RUS" by period, both ways, with breaks and the acts behind them."""
    return _answer(request, dyad, pair)


@router.get(
    "/dyads/{pair}/acts", responses=_told(measure_schemas.Acts), summary="Acts of one on the other"
)
def get_acts(
    request: Request, pair: str, _: Annotated[measure_schemas.DyadActs, Query()]
) -> JSONResponse:
    """Each incident once in a class, with its events; and the rows of imported files."""
    return _answer(request, acts, pair)


@router.get(
    "/dyads/{pair}/ladder", responses=_told(measure_schemas.Ladder), summary="Acts and answers"
)
def get_ladder(
    request: Request, pair: str, _: Annotated[measure_schemas.LadderFilters, Query()]
) -> JSONResponse:
    """Chains of acts of two and the other's answers, by rules that are shown."""
    return _answer(request, ladder, pair)


@router.get("/network", responses=_told(measure_schemas.Network), summary="Who acts on whom")
def get_network(
    request: Request, _: Annotated[measure_schemas.NetworkFilters, Query()]
) -> JSONResponse:
    """Edges, actors with blocs and brokerage, triads, what changed, and who was drawn in."""
    return _answer(request, network)


@router.get("/compare", responses=_told(measure_schemas.Compare), summary="Crises side by side")
def get_compare(
    request: Request, _: Annotated[measure_schemas.CompareFilters, Query()]
) -> JSONResponse:
    """Series of pairs, aligned on their breaks or on days."""
    return _answer(request, compare)
