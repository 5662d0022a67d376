"""The inks of the native map: borders, areas, movements and handling marks."""

from __future__ import annotations

from dashboard.model import FlowKind, Status
from dashboard.settings import FLOW_COLOUR
from dashboard.slides.native import Ink
from dashboard.slides.symbols import FLOW_LOOKS

FLOW_DASHES = {
    Status.REPORTED: None,
    Status.CLAIMED: "long",
    Status.DISPUTED: "dash-dot",
    Status.SPECULATED: "fine",
    Status.PLANNED: "dash",
    Status.HYPOTHETICAL: "dot",
}
HEADS = {
    FlowKind.TROOPS: "triangle",
    FlowKind.SUPPLY: "triangle",
    FlowKind.TRAFFICKING: "stealth",
    FlowKind.PEOPLE: "arrow",
}
LINE_INKS = {
    "river": Ink(edge="#9DBCCF", width_pt=0.8),
    "province": Ink(edge="#8A7F74", width_pt=0.5, dash="dash"),
    "international": Ink(edge="#5D544C", width_pt=1.1),
    "indefinite": Ink(edge="#5D544C", width_pt=1.1, dash="long"),
    "disputed": Ink(edge="#A4402F", width_pt=1.2, dash="dash"),
    "control": Ink(edge="#A4402F", width_pt=1.6, dash="dot"),
}
OTHER_LINE = Ink(edge="#5D544C", width_pt=0.6, dash="dash")
AREA_INKS = {
    "region": Ink("#F3D9D4", 0.45, "#A4402F", 1.0, hatch="#A4402F"),
    "province": Ink("#F3D9D4", 0.45, "#A4402F", 1.1),
    "vague": Ink("#EFE6DA", 0.4, "#7A5A3A", 1.1, "dot"),
    "country": Ink("#E3B75E", 0.25),
    "town": Ink("#7A5A3A", 0.16, "#7A5A3A", 0.6, edge_alpha=0.4),
    "line": Ink(edge="#B3392B", width_pt=4.5, edge_alpha=0.55),
}
HANDLING_INK = {
    "TLP:RED": "#FF2B2B",
    "TLP:AMBER": "#FFC000",
    "TLP:AMBER+STRICT": "#FFC000",
    "TLP:GREEN": "#33FF00",
}


def flow_ink(kind: FlowKind, status: Status, *, is_headed: bool) -> Ink:
    """The line of a movement: its head and width say the kind, its dashes the status."""
    width = 3.2 if FLOW_LOOKS[kind].has_core else 2.2
    head = HEADS[kind] if is_headed else None
    return Ink(edge=FLOW_COLOUR, width_pt=width, dash=FLOW_DASHES[status], head=head)
