"""Paths, limits and colours in one frozen value, read once and passed as an argument."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
PROJECT = PACKAGE.parent

# Okabe-Ito: told apart under every common colour-vision deficiency (Okabe and Ito 2008).
# Shape always goes with colour.
TYPE_COLOURS = {
    "Battles": "#D55E00",
    "Explosions/Remote violence": "#E69F00",
    "Violence against civilians": "#CC79A7",
    "Protests": "#56B4E9",
    "Riots": "#F0E442",
    "Strategic developments": "#0072B2",
    "other": "#999999",
}
# Darker than any type's colour: an arrow is never taken for a mark.
FLOW_COLOUR = "#00573F"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a deployment may change. The defaults are those of the shipped product."""

    data_dir: Path = PROJECT / "data"
    seeds_dir: Path = PROJECT / "seeds"
    static_dir: Path = PACKAGE / "static"
    example: str = "rasht-valley-digest.md"
    """The document in `seeds_dir` that opens by itself."""
    layers_dir: Path = Path.home() / ".briefing-map" / "layers"
    """Where the user's own gazetteer layers are kept."""
    streamlit_config: Path = PROJECT / "streamlit_config.toml"
    max_file_bytes: int = 50_000_000
    """A larger file is refused with one sentence."""
    max_text_chars: int = 5_000_000
    """About 800,000 words; text beyond this is refused, not cut."""
    handling: str = "UNMARKED - set handling"
    """The mark shown until a person sets one; the product never decides it."""
