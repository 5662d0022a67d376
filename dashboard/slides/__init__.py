"""Pictures and decks for slides, drawn from the same values as the map on screen."""
