"""Benchmarks: how fast, never asserted in a test."""
