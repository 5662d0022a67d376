"""Movements: what moves, from where, through where, and where to."""
