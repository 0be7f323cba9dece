"""Makes the files that the reader otherwise makes when it first needs them."""

from __future__ import annotations

import importlib
import importlib.util

MODULE = "dragoman.language.gazetteer"


def main() -> None:
    """Makes the gazetteer's lookup file, unless it is there."""
    if importlib.util.find_spec(MODULE):
        importlib.import_module(MODULE).ensure_gazetteer()


if __name__ == "__main__":
    main()
