"""The pages: each takes a question and gives an answer that is a page, JSON and CSV alike."""
