"""Things to read and look at, made of measures: charts."""
