"""How well places are found in text: the corpora, the scores and the table of `make eval`."""
