"""Templates into pages. Escaping is on for all of them; no template marks data as safe."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from dragoman.engine import whens
from dragoman.engine.amounts import number
from dragoman.version import __version__
from dragoman.web import links, names, sections, words


def render(template: str, **values: Any) -> str:
    """The page that a template makes of `values`; a name that it lacks is an error."""
    return environment().get_template(template).render(**values)


@cache
def environment() -> Environment:
    """The templates with what all of them may call."""
    made = Environment(
        loader=PackageLoader("dragoman.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        static=static_address,
        version=__version__,
        word=words.word,
        words=words.group,
        actor_name=names.actor_name,
        address=links.address,
        safe_url=links.safe_url,
        number=number,
        plural=plural,
        sections=sections.SECTIONS,
        section_of=sections.section_of,
    )
    made.filters.update(when=whens.when_label, when_short=whens.when_short, fineness=whens.fineness)
    return made


@cache
def static_address(name: str) -> str:
    """Where a file of `static/` is, with its hash, so that it may be kept until it changes."""
    return f"/static/{name}?v={hashlib.sha256(static_file(name)).hexdigest()[:12]}"


@cache
def static_file(name: str) -> bytes:
    """The bytes of a file of `static/`."""
    return (files("dragoman.web") / "static" / name).read_bytes()


def plural(count: int, one: str, many: str | None = None) -> str:
    """As in "1 report", "2 reports"."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"
