"""What the encoder tells apart, in the order of its outputs."""

from __future__ import annotations

from dragoman.model.ontology import EVENT_TYPES, FACTUALITIES, type_facts

NONE = "NONE"
TYPES = (NONE, *EVENT_TYPES)
FACTS = tuple(FACTUALITIES)
# A mode belongs to a type, so it is told with it: "COERCE/arrest"; "COERCE/" is COERCE without one.
MODES = tuple(f"{kind}/{mode or ''}" for kind, mode in type_facts())
ROLES = ("actor", "recipient", "source")
