"""How many were killed and injured: figures in words and digits, and the event each is of."""
