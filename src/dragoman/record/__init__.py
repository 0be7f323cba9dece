"""A record that lasts, and the questions that can be put to it."""

from dragoman.record.filters import Filters
from dragoman.record.parsing import parse_filters
from dragoman.record.record import Record, open_record

__all__ = ["Filters", "Record", "open_record", "parse_filters"]
