"""How the coder reads a sentence at present, in a few words: for the examples of errors."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.engine.coder import code_report
from dragoman.evaluation.classes import NAMES, class_of
from dragoman.evaluation.phrases import code_of
from dragoman.ingest import verbatim
from dragoman.linking.incidents import incidents
from dragoman.model.findings import Findings
from dragoman.model.rows import Json, findings_row

NOTHING = "nothing"
# The task that looks at more than a report's rows.
INCIDENTS = "incidents"


def reading(task: str, text: str) -> str:
    """What a task's rows say of a text that has no publication date."""
    found = code_report(verbatim(text))
    told = _incidents(found) if task == INCIDENTS else _READINGS[task](findings_row(found))
    return told or NOTHING


def _who(event: Json) -> str:
    return f"{' '.join(event['actor']) or '?'} → {' '.join(event['recipient']) or '?'}"


def _certainty(event: Json) -> str:
    return "" if event["factuality"] == "happened" else f" ({event['factuality']})"


def _events(row: Json) -> str:
    return "; ".join(f"{e['type']} {_who(e)}{_certainty(e)}" for e in row["events"])


def _triples(row: Json) -> str:
    return "; ".join(f"{e['cameo']} {_who(e)}{_certainty(e)}" for e in row["events"])


def _classes(row: Json) -> str:
    return "; ".join(f"{NAMES[class_of(e['cameo'])]}{_certainty(e)}" for e in row["events"])


def _places(row: Json) -> str:
    return "; ".join(
        f"{p['name']} ({p['country'] or '?'}{'' if p['lat'] is not None else ', no coordinates'})"
        for p in row["places"]
    )


def _dates(row: Json) -> str:
    return "; ".join(f"{d['text']} = {d['timex']}" for d in row["dates"])


def _attribution(row: Json) -> str:
    text = row["text"]
    return "; ".join(
        f"{a['source']['text'] or 'nobody'}: {text[slice(*a['content']['span'])]}"
        for a in row["attributions"]
    )


def _incidents(found: Findings) -> str:
    words = {e.id: e.event_span.of(found.report.text) for e in found.events}
    acts = [act for one in incidents([found]) for act in one.acts]
    return "; ".join(f"{act.kind} ({', '.join(words[e] for e in act.events)})" for act in acts)


_READINGS: dict[str, Callable[[Json], str]] = {
    "events": _events,
    "triples": _triples,
    "classes": _classes,
    "phrases": code_of,
    "places": _places,
    "dates": _dates,
    "attribution": _attribution,
}
