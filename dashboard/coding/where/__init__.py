"""Where each event was: its own place, the one the text as a whole gives it, and the reason."""
