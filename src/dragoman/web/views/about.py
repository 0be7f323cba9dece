"""What the words on the pages mean, where the data are from, and the REST addresses."""

from __future__ import annotations

from dragoman.model.rows import Json
from dragoman.web.answers import Answer
from dragoman.web.asks import Ask
from dragoman.web.tables import plain_table
from dragoman.web.words import group, modes_of, types_by_quad

_GROUPS = ("quad", "factuality", "precision", "basis", "place", "genre", "source", "stance",
           "judgementkind", "tiekind")  # fmt: skip


def about(ask: Ask) -> Answer:
    """The ontology and the pages' words; the CSV twin holds the ontology."""
    ask.check(())
    types = [
        {"type": f.type, "mode": m.mode, "quad_class": m.quad_class, "goldstein": m.goldstein,
         "cameo": m.cameo, "means": m.means}
        for facts in types_by_quad().values() for f in facts for m in (f, *modes_of(f.type))
    ]  # fmt: skip
    words: Json = {
        g: [{"value": w.value, "name": w.name, "means": w.means} for w in group(g)] for g in _GROUPS
    }
    return Answer(
        title="About",
        template="about.html",
        data={"types": types, "words": words, "coders": ask.record.versions()},
        table=plain_table(("type", "mode", "quad_class", "goldstein", "cameo", "means"), types),
        page=lambda: {"quads": types_by_quad(), "modes": modes_of},
    )
