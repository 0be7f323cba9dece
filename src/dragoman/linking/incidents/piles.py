"""Names under numbers, many millions of them: most numbers have one name."""

from __future__ import annotations

from collections.abc import Collection


class Piles:
    """For each key the names under it, in the order in which they came."""

    def __init__(self) -> None:
        # One name stands by itself: a collection of its own would take ten times the memory.
        self._held: dict[int, str | dict[str, None]] = {}

    def add(self, key: int, name: str) -> None:
        """Put a name under a key; one that is there already changes nothing."""
        held = self._held.get(key)
        if held is None:
            self._held[key] = name
        elif isinstance(held, dict):
            held[name] = None
        elif held != name:
            self._held[key] = {held: None, name: None}

    def take(self, key: int, name: str) -> None:
        """Take a name from under a key; one that is not there changes nothing."""
        held = self._held.get(key)
        if isinstance(held, dict):
            held.pop(name, None)
        if not held or held == name:
            self._held.pop(key, None)

    def under(self, key: int) -> Collection[str]:
        """The names under a key."""
        held = self._held.get(key)
        if held is None:
            return ()
        return held.keys() if isinstance(held, dict) else (held,)

    def clear(self) -> None:
        """Forget all names."""
        self._held.clear()
