"""On whom reports rest: copies, shared quotations, citations, circles, and independent origins."""

from dragoman.linking.origins.chains import Cases
from dragoman.linking.origins.circles import circles, circles_of
from dragoman.linking.origins.citations import citations
from dragoman.linking.origins.copies import CopyIndex, shared_text
from dragoman.linking.origins.corrections import corrections, is_notice
from dragoman.linking.origins.origin import only_origin, origins, origins_of
from dragoman.linking.origins.outlets import Outlets, bare_name
from dragoman.linking.origins.rested import links, rested_on
from dragoman.linking.origins.statements import shared_quotations
from dragoman.linking.origins.tellings import telling_of, tellings_of

__all__ = [
    "Cases",
    "CopyIndex",
    "Outlets",
    "bare_name",
    "circles",
    "circles_of",
    "citations",
    "corrections",
    "is_notice",
    "links",
    "only_origin",
    "origins",
    "origins_of",
    "rested_on",
    "shared_quotations",
    "shared_text",
    "telling_of",
    "tellings_of",
]
