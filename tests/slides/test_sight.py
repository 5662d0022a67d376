"""Marks and arrows can be told apart without colour, and by eyes that mix colours up."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import shapely
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from dashboard.model import EventType, FlowKind, Status
from dashboard.settings import TYPE_COLOURS
from dashboard.slides.picture_places import draw_flow, draw_mark

# Linear RGB of what is seen, at full severity: Machado, Oliveira and Fernandes 2009, table 1.
EYES = {
    "greyscale": np.tile([0.2126, 0.7152, 0.0722], (3, 1)),
    "protanopia": np.array([
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ]),
    "deuteranopia": np.array([
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ]),
    "tritanopia": np.array([
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ]),
}  # fmt: skip
PAPER = (245, 242, 235)


def linear(srgb: np.ndarray) -> np.ndarray:
    share = srgb / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def seen_by(picture: np.ndarray, eyes: str) -> np.ndarray:
    return np.clip(linear(picture) @ EYES[eyes].T, 0, 1)


def drawn(*, kind: object, status: Status) -> np.ndarray:
    """Return a mark or an arrow on land, 60 by 60 pixels as on a slide."""
    figure = Figure(figsize=(60 / 144, 60 / 144), facecolor=[c / 255 for c in PAPER])
    FigureCanvasAgg(figure)
    sheet = figure.add_axes((0, 0, 1, 1))
    sheet.set(xlim=(0, 60), ylim=(60, 0))
    sheet.set_axis_off()
    if isinstance(kind, EventType):
        draw_mark(sheet, kind, status, at=(30, 30))
    elif isinstance(kind, FlowKind):
        path = shapely.LineString([(4, 30), (56, 30)])
        draw_flow(sheet, kind, status, path, is_headed=True)
    figure.set_dpi(144)
    figure.canvas.draw()
    return np.asarray(figure.canvas.buffer_rgba())[..., :3].astype(float)


@pytest.mark.parametrize("eyes", EYES)
def test_no_two_marks_look_alike(eyes: str) -> None:
    looks = {
        (kind, status): seen_by(drawn(kind=kind, status=status), eyes)
        for kind in EventType
        for status in Status
    }
    alike = [
        (a, b)
        for (a, one), (b, two) in itertools.combinations(looks.items(), 2)
        if (np.abs(one - two).max(axis=2) > 0.1).sum() < 60
    ]
    assert alike == [], "fewer than 60 of a mark's 900 pixels differ"


@pytest.mark.parametrize("eyes", EYES)
def test_no_two_kinds_of_movement_look_alike(eyes: str) -> None:
    looks = {k: seen_by(drawn(kind=k, status=Status.REPORTED), eyes) for k in FlowKind}
    for (a, one), (b, two) in itertools.combinations(looks.items(), 2):
        assert (np.abs(one - two).max(axis=2) > 0.1).sum() >= 40, (a, b)


@pytest.mark.parametrize("eyes", EYES)
def test_every_type_stands_out_from_the_land(eyes: str) -> None:
    land = seen_by(np.array([[PAPER]], dtype=float), eyes) @ EYES["greyscale"][0]
    for kind in EventType:
        picture = seen_by(drawn(kind=kind, status=Status.REPORTED), eyes) @ EYES["greyscale"][0]
        darkest = picture.min()
        assert (land.item() + 0.05) / (darkest + 0.05) >= 3, "WCAG 2.2, 1.4.11"


@pytest.mark.parametrize("eyes", ["protanopia", "deuteranopia"])
def test_colours_alone_tell_most_types_apart(eyes: str) -> None:
    colours = [bytes.fromhex(TYPE_COLOURS[kind.value].lstrip("#")) for kind in EventType]
    seen = [seen_by(np.array([[list(c)]], dtype=float), eyes).ravel() for c in colours]
    near = [1 for a, b in itertools.combinations(seen, 2) if np.abs(a - b).max() < 0.08]
    assert len(near) <= 1
