"""What happened: words that name an event, with their arguments, and the ACLED type they give."""
