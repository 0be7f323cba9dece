"""Makes the files that the reader otherwise makes on its first use, so that the first use is quick."""

from __future__ import annotations

import sys
from importlib.util import find_spec


def main() -> int:
    """The exit code: 0 also where there is nothing to make."""
    if find_spec("dragoman.language.gazetteer") is None:
        return 0
    from dragoman.language.gazetteer import ensure_gazetteer

    ensure_gazetteer()
    return 0


if __name__ == "__main__":
    sys.exit(main())
