"""The pages of a record, on which people may rule, and its REST addresses, which only read."""

from dragoman.web.app import create_app
from dragoman.web.server import is_loopback, new_token, serve

__all__ = ["create_app", "is_loopback", "new_token", "serve"]
