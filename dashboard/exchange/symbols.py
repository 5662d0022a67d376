"""Small pictures of the marks for map programs: shape and colour tell type, the fill status."""

from __future__ import annotations

import io

from PIL import Image, ImageChops, ImageDraw

from dashboard.model import EventType, Status
from dashboard.settings import TYPE_COLOURS
from dashboard.slides.symbols import OUTLINES, left_half, scaled

SIZE = 64
OVERSAMPLING = 4
EDGE = "#2A2622"
CLEAR = (0, 0, 0, 0)
# Shares of the picture's half: the mark, its dark edge, and the white halo around it.
HALF, EDGE_WIDTH, HALO_WIDTH = 0.72, 0.07, 0.16
CORE = 0.5
PALE = 90
STRIPES = 7


def draw_symbol(kind: EventType, status: Status) -> bytes:
    """Return a PNG of the mark of an event, on a clear ground."""
    middle = SIZE * OVERSAMPLING / 2
    outline = scaled(OUTLINES[kind], x=middle, y=middle, half=HALF * middle)
    picture = Image.new("RGBA", (round(2 * middle),) * 2, CLEAR)
    pen = ImageDraw.Draw(picture)
    _ring(pen, outline, width=round((EDGE_WIDTH + HALO_WIDTH) * middle), colour="white")
    pen.polygon(outline, fill="white")
    _fill(picture, kind, status, middle=middle)
    _ring(pen, outline, width=round(EDGE_WIDTH * middle), colour=EDGE)
    small = picture.resize((SIZE, SIZE), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    small.save(stream, "PNG")
    return stream.getvalue()


def _fill(picture: Image.Image, kind: EventType, status: Status, *, middle: float) -> None:
    """Solid reported, white core claimed, half disputed, empty speculated, pale or striped else."""
    pen = ImageDraw.Draw(picture)
    colour = TYPE_COLOURS[kind.value]
    outline = scaled(OUTLINES[kind], x=middle, y=middle, half=HALF * middle)
    match status:
        case Status.REPORTED:
            pen.polygon(outline, fill=colour)
        case Status.CLAIMED:
            pen.polygon(outline, fill=colour)
            core = scaled(OUTLINES[kind], x=middle, y=middle, half=CORE * HALF * middle)
            pen.polygon(core, fill="white")
        case Status.DISPUTED:
            pen.polygon(left_half(outline, x=middle), fill=colour)
        case Status.PLANNED:
            _blend(picture, outline, Image.new("RGBA", picture.size, colour), share=PALE)
        case Status.HYPOTHETICAL:
            _blend(picture, outline, _stripes(picture.size, colour), share=255)
        case Status.SPECULATED:
            pass


def _blend(
    picture: Image.Image, outline: tuple[tuple[float, float], ...], ink: Image.Image, *, share: int
) -> None:
    """Lay a colour or pattern over the inside of an outline."""
    inside = Image.new("L", picture.size, 0)
    ImageDraw.Draw(inside).polygon(outline, fill=share)
    picture.paste(ink, (0, 0), ImageChops.multiply(inside, ink.getchannel("A")))


def _stripes(size: tuple[int, int], colour: str) -> Image.Image:
    ink = Image.new("RGBA", size, CLEAR)
    pen = ImageDraw.Draw(ink)
    step = size[0] / STRIPES
    for number in range(2 * STRIPES):
        at = number * step
        pen.line([(at, 0), (at - size[0], size[1])], fill=colour, width=round(step / 3))
    return ink


def _ring(
    pen: ImageDraw.ImageDraw,
    outline: tuple[tuple[float, float], ...],
    *,
    width: int,
    colour: str,
) -> None:
    """Draw an outline with round corners."""
    closed = (*outline, outline[0])
    pen.line(closed, fill=colour, width=width, joint="curve")
    for x, y in outline:
        half = width / 2
        pen.ellipse((x - half, y - half, x + half, y + half), fill=colour)
