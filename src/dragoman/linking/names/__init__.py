"""Names across spellings: whether two mean one actor, and who is who in a record."""

from dragoman.linking.names.actor_verdicts import actor_verdict
from dragoman.linking.names.identities import bearer_key, identities
from dragoman.linking.names.place_names import names_of_place

__all__ = ["actor_verdict", "bearer_key", "identities", "names_of_place"]
