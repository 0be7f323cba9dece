"""What happened once, though several reports tell it: `incidents(findings)`.

Events of all reports in; out come incidents, each with its acts, the accounts of it, and what these
dispute. The names below are loaded when first used, so that importing the package stays cheap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.linking.incidents.building import incidents
    from dragoman.linking.incidents.linker import Linker
    from dragoman.linking.incidents.rulings import Rulings, ruled

__all__ = ["Linker", "Rulings", "incidents", "ruled"]

_FROM = {"Linker": "linker", "Rulings": "rulings", "incidents": "building", "ruled": "rulings"}


def __getattr__(name: str) -> Any:
    if name in _FROM:
        from importlib import import_module  # noqa: PLC0415  # the encoder takes long to import

        return getattr(import_module(f"dragoman.linking.incidents.{_FROM[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
