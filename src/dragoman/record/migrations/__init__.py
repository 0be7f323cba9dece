"""The record's schema over time; each version is a step from the one before."""
