"""How the encoder that reads events is made from the corpus: `make model`."""
