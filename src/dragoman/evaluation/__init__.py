"""How well the coder reads: gold that others made goes in, figures, floors and errors come out."""
