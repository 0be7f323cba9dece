"""Makes the files that the reader otherwise makes when it first needs them."""

from __future__ import annotations

from dragoman.language.places_store import ensure_gazetteer

if __name__ == "__main__":
    ensure_gazetteer()
