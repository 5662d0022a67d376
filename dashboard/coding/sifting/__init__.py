"""What is left out: what is told twice, made up, an accident, or only talk of events in general."""
