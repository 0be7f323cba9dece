"""Who is for and who against a named project: "is opposed to the Zangezur route"."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from dragoman.language.folding import fold
from dragoman.model.tables import Column, read_table

Stand = Literal["for", "against"]
COLUMNS = (Column("noun"), Column("example"))
# The stances of attributions that are a stand on what is spoken of.
STANDS: dict[str, Stand] = {"supports": "for", "opposes": "against", "fears": "against"}
# A project is what is spoken of where it stands within so many characters of the beginning.
NEAR = 80


@cache
def _project() -> re.Pattern[str]:
    nouns = "|".join(
        re.escape(row["noun"]) for row in read_table("incidents/projects.tsv", COLUMNS)
    )
    name = r"[^\W\d_a-z][\w’'-]*(?:[ -][^\W\d_a-z][\w’'-]*){0,2}"
    return re.compile(rf"\b({name})[ -](?i:{nouns})s?\b")


def project(content: str) -> str | None:
    """The name of the project that words are about, folded; None where they are about none."""
    found = _project().search(content[:NEAR])
    return fold(found[1]) if found else None
