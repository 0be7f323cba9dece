"""Asking the pages without a socket: a synchronous client of the ASGI application."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import httpx
from fastapi import FastAPI

HOST = "http://127.0.0.1:8765"

Attributes = dict[str, str | None]


class Client:
    """GETs and other requests to an application, one at a time."""

    def __init__(self, app: FastAPI, base: str = HOST) -> None:
        self._app, self._base = app, base

    def get(self, path: str, **options: Any) -> httpx.Response:
        """The answer to a GET."""
        return self.request("GET", path, **options)

    def request(self, method: str, path: str, **options: Any) -> httpx.Response:
        """The answer to any request."""
        return asyncio.run(self._send(method, path, options))

    async def _send(self, method: str, path: str, options: dict[str, Any]) -> httpx.Response:
        transport = httpx.ASGITransport(self._app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=self._base) as client:
            return await client.request(method, path, **options)


class Page(HTMLParser):
    """A page's elements with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, Attributes]] = []
        self.texts: list[str] = []
        self.scripts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Note a text, apart from what stands in a script."""
        inside = self.elements[-1][0] if self.elements else ""
        (self.scripts if inside in ("script", "style") and data.strip() else self.texts).append(
            data
        )

    @property
    def text(self) -> str:
        """All text, blanks made one."""
        return " ".join("".join(self.texts).split())

    def all(self, tag: str) -> Iterator[Attributes]:
        """The attributes of every element of a kind."""
        return (attributes for name, attributes in self.elements if name == tag)

    def links(self) -> list[str]:
        """Where the page's own links lead."""
        return [str(a["href"]) for a in self.all("a") if (a.get("href") or "").startswith("/")]
