"""The gold sets that are measured, in the order in which they are printed."""

from dragoman.evaluation.adapter import Adapter
from dragoman.evaluation.sets import (
    actor_phrases,
    cameo_penta,
    petr2_gsr,
    plover_gsr,
    plv,
    polnear,
    te3_platinum,
    tr_news,
)

SETS: dict[str, Adapter] = {
    module.ADAPTER.name: module.ADAPTER
    for module in (
        plover_gsr,
        plv,
        petr2_gsr,
        cameo_penta,
        actor_phrases,
        polnear,
        te3_platinum,
        tr_news,
    )
}
