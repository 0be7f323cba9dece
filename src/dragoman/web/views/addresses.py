"""The list of REST addresses, drawn from their OpenAPI description."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.model.rows import Json


def addresses(description: Json) -> Iterator[Json]:
    """`{"path", "summary", "description", "parameters"}` of each address that can be asked."""
    for path, methods in description["paths"].items():
        told = methods["get"]
        yield {
            "path": path,
            "summary": told["summary"],
            "description": told.get("description", ""),
            "parameters": [_parameter(p) for p in told.get("parameters", ())],
        }


def _parameter(given: dict[str, Any]) -> Json:
    schema = given.get("schema", {})
    means = given.get("description") or schema.get("description") or "part of the address"
    return {"name": given["name"], "means": means}
