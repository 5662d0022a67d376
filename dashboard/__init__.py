"""An article in, a map out that a briefer can put their name to."""

__version__ = "0.1.0"
