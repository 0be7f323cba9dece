"""What the encoder tells apart, in the order of its outputs."""

from __future__ import annotations

from dragoman.model.attribution import STANCES
from dragoman.model.judgement import JUDGEMENT_KINDS, TIE_KINDS
from dragoman.model.ontology import EVENT_TYPES, FACTUALITIES, type_facts

NONE = "NONE"
TYPES = (NONE, *EVENT_TYPES)
FACTS = tuple(FACTUALITIES)
# A mode belongs to a type, so it is told with it: "COERCE/arrest"; "COERCE/" is COERCE without one.
MODES = tuple(f"{kind}/{mode or ''}" for kind, mode in type_facts())
# Words that tell that somebody says or thinks something, by how they stand to it.
CUES = (NONE, *STANCES)
# Words of a silence, of a judgement and of a tie, by kind.
FINDINGS = (NONE, "silence", *JUDGEMENT_KINDS, *TIE_KINDS)
# What the second of two words is to the first: of an act its actor, recipient and source; of a cue
# or a silence who speaks and what about; of a judgement what is judged; of a tie its two sides.
ROLES = ("actor", "recipient", "source", "speaker", "content", "left", "right")
