"""Who did it and to whom: actors, their names, roles and ACLED classes."""
