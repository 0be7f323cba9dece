"""Groups that grow together: union-find that keeps why each two were joined."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Node = TypeVar("Node", bound=Hashable)


class Folding(Generic[Node]):
    """Disjoint sets (Galler and Fischer, 1964). What comes out does not depend on the order."""

    def __init__(self) -> None:
        self._parent: dict[Node, Node] = {}

    def add(self, node: Node) -> None:
        """Put a node into a group of its own, unless it is in one."""
        self._parent.setdefault(node, node)

    def join(self, one: Node, other: Node) -> None:
        """Make the groups of two nodes one."""
        self.add(one)
        self.add(other)
        self._parent[self.root(one)] = self.root(other)

    def root(self, node: Node) -> Node:
        """The node that stands for the group at present."""
        while self._parent[node] != node:
            self._parent[node] = self._parent[self._parent[node]]
            node = self._parent[node]
        return node

    def groups(self) -> Iterable[list[Node]]:
        """The groups; nodes in the order in which they were added."""
        found: dict[Node, list[Node]] = {}
        for node in self._parent:
            found.setdefault(self.root(node), []).append(node)
        return found.values()
