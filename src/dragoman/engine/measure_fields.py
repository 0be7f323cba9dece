"""The columns of measures: series of a dyad, breaks, ladders, networks, comparisons."""

from __future__ import annotations

from dragoman.analysis.series import LINES, QUADS
from dragoman.engine.flat_fields import Field, at

_SIDES = (at("actor"), at("recipient"))

FIELDS: dict[str, tuple[Field, ...]] = {
    "dyad": (
        *_SIDES,
        at("period", "day"),
        at("until", "day"),
        *(at(name, "number") for name in QUADS),
        *(at(f"{name}_intensity", "number") for name in QUADS),
        *(at(f"{name}{end}", "number") for name in LINES for end in ("", "_low", "_high")),
        at("reports", "number"),
        at("outlets", "list"),
        at("thin", "flag"),
        at("break", "flag"),
    ),
    "breaks": (
        *_SIDES,
        at("date", "day"),
        at("low", "day"),
        at("high", "day"),
        at("known", "day"),
        at("kind"),
        at("quad_class", "whole"),
        at("before", "number"),
        at("after", "number"),
        at("ratio", "number"),
        at("ratio_low", "number"),
        at("ratio_high", "number"),
        at("incidents", "list"),
    ),
    "acts": (
        at("incident"),
        *_SIDES,
        at("type"),
        at("mode"),
        at("quad", "whole"),
        at("score", "number"),
        at("start", "day"),
        at("end", "day"),
        at("known", "day"),
        at("reports", "whole"),
        at("origins", "whole"),
        at("denied", "flag"),
        at("answers"),
        at("events", "list"),
    ),
    "ladder": (
        at("chain", "whole"),
        at("step", "whole"),
        at("day", "day"),
        *_SIDES,
        at("type"),
        at("mode"),
        at("quad_class", "whole"),
        at("score", "number"),
        at("answers", "day"),
        at("rule"),
        at("words"),
        at("delay", "whole"),
        at("harder", "number"),
        at("reports", "whole"),
        at("incident"),
        at("event"),
    ),
    "reciprocity": (
        at("actor"),
        at("sign"),
        at("acts", "whole"),
        at("answered", "whole"),
        at("told", "whole"),
        at("share", "number"),
        at("chance", "number"),
        at("delay", "number"),
        at("harder", "number"),
    ),
}
