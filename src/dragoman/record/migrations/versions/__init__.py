"""One module a version of the schema, numbered in order."""
