"""The gold sets that are measured, in the order in which they are printed."""

from dragoman.evaluation.adapter import Adapter
from dragoman.evaluation.sets import (
    actor_phrases,
    attributions,
    cameo_penta,
    incidents,
    petrarch,
    plover,
    plv,
    tempeval,
    toponyms,
)

SETS: dict[str, Adapter] = {
    module.ADAPTER.name: module.ADAPTER
    for module in (
        plover,
        plv,
        petrarch,
        cameo_penta,
        actor_phrases,
        attributions,
        tempeval,
        toponyms,
        incidents,
    )
}
