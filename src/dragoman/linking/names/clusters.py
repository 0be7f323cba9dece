"""Groups of members that belong together, where some must not: deterministic, by surest link.

Single linkage under cannot-links (Wagstaff and Cardie 2000): links are taken from the surest on,
and one that would bring two members together that were told apart is left out.
"""

from __future__ import annotations

from collections.abc import Iterable


class Clusters:
    """Members 0 to `count` - 1 in groups; `apart` lists pairs that must not meet in one."""

    def __init__(self, count: int, apart: Iterable[tuple[int, int]]) -> None:
        self._root = list(range(count))
        self._members: list[set[int]] = [{n} for n in range(count)]
        self._apart: list[set[int]] = [set() for _ in range(count)]
        for a, b in apart:
            self._apart[a].add(b)
            self._apart[b].add(a)

    def root(self, member: int) -> int:
        """The group of a member, as the number that stands for it."""
        while self._root[member] != member:
            self._root[member] = self._root[self._root[member]]
            member = self._root[member]
        return member

    def members(self, member: int) -> frozenset[int]:
        """All members of the group that `member` is in."""
        return frozenset(self._members[self.root(member)])

    def may_meet(self, a: int, b: int) -> bool:
        """True where nothing keeps the groups of the two apart."""
        mine, other = self.root(a), self.root(b)
        if len(self._apart[mine]) > len(self._apart[other]):
            mine, other = other, mine
        return self._apart[mine].isdisjoint(self._members[other])

    def join(self, a: int, b: int, ruled: bool = False) -> bool:
        """Join the groups of the two; False where that is not allowed. A ruling always joins."""
        mine, other = sorted((self.root(a), self.root(b)))
        if mine == other:
            return True
        if not ruled and not self.may_meet(a, b):
            return False
        self._root[other] = mine
        self._members[mine] |= self._members[other]
        self._apart[mine] |= self._apart[other]
        return True

    def groups(self) -> list[frozenset[int]]:
        """The groups, by their smallest member."""
        return [frozenset(self._members[n]) for n, root in enumerate(self._root) if n == root]
