"""An entry of the gazetteer, and the key that names are looked up by."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from dragoman.language.folding import fold

EARTH_KM = 6371.0

_NOT_WORD = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that a name could mean.

    `capital` is True for capitals, and for towns that our table of aliases has under the name.
    `precision` as in model.event.Place. `admin` is GeoNames' country and first division
    ("US.TX"), empty where unknown. `main` is True when the name looked up is the place's own
    first name rather than another one.
    """

    name: str
    country: str | None
    lat: float
    lon: float
    precision: str
    geonameid: int | None = None
    admin: str = ""
    population: int = 0
    capital: bool = False
    main: bool = True

    def km_to(self, other: Entry) -> float:
        """Great-circle distance in kilometres."""
        lat, far = math.radians(self.lat), math.radians(other.lat)
        half = math.sin((far - lat) / 2) ** 2 + (
            math.cos(lat) * math.cos(far) * math.sin(math.radians(other.lon - self.lon) / 2) ** 2
        )
        return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def name_key(name: str) -> str:
    """`name` as a key: no case, accents or apostrophes, words parted by one blank."""
    return _NOT_WORD.sub(" ", fold(name).replace("'", "")).strip()
