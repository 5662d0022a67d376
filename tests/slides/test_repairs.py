"""What PowerPoint offers to repair though the schema allows it is in no deck of ours."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from lxml import etree

from dashboard.slides.compose import SlideRequest
from dashboard.slides.plan import Grouping, plan_deck
from dashboard.slides.studio import Studio, make_deck
from tests.samples import sample_briefing
from tests.slides.test_templates import TEMPLATES, saved
from tests.slides.worlds import briefing_at, with_flows

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
KNOWN = ("http://schemas.openxmlformats.org/", "http://purl.org/dc/", "http://www.w3.org/XML/")
RUN_ORDER = (
    "ln",
    "noFill",
    "solidFill",
    "gradFill",
    "effectLst",
    "latin",
    "ea",
    "cs",
    "hlinkClick",
)
LONGEST_NAME, LONGEST_ALT = 255, 2000
TABLE_MARKS = {
    f"{A}tblPr": {"rtl", "firstRow", "firstCol", "lastRow", "lastCol", "bandRow", "bandCol"},
    f"{A}gridCol": {"w"},
    f"{A}tr": {"h"},
    f"{A}tc": {"rowSpan", "gridSpan", "hMerge", "vMerge", "id"},
    f"{A}tcPr": {"marL", "marR", "marT", "marB", "vert", "anchor", "anchorCtr", "horzOverflow"},
}
RANGES = (
    ((f"{A}rPr", f"{A}endParaRPr"), "sz", 100, 400_000),
    ((f"{A}rPr", f"{A}endParaRPr"), "spc", -400_000, 400_000),
    ((f"{A}ln",), "w", 0, 20_116_800),
    ((f"{A}alpha", f"{A}gs"), "val", 0, 100_000),
    ((f"{A}spcPts",), "val", 0, 158_400),
    ((f"{A}off",), "x", -(2**31), 2**31 - 1),
    ((f"{A}off",), "y", -(2**31), 2**31 - 1),
)
"""What PowerPoint takes of an attribute; beyond it the file is said to be damaged."""
PNG = b"\x89PNG\r\n\x1a\n"
HOSTILE = "]]>&<b>\x0b\x7f\x85`${x}` \u202e\ufffe\uffff\ud800=cmd|'/C calc'!A0" + " long" * 900
Parts = dict[str, bytes]
Rule = Callable[[Parts], list[str]]

DECKS = {
    "sample": (sample_briefing(), None),
    "movements": (with_flows(briefing_at(("Gao", 16.27, -0.04), ("Djibo", 14.1, -1.63))), None),
    "hostile": (briefing_at((HOSTILE, 16.27, -0.04)), None),
    "nothing": (briefing_at(), None),
    **{f"on {name}": (sample_briefing(), template) for name, template in TEMPLATES.items()},
}


@pytest.fixture(scope="module", params=DECKS)
def parts(request: pytest.FixtureRequest, studio: Studio) -> Parts:
    briefing, template = DECKS[request.param]
    asked = SlideRequest(briefing, briefing.events, title=HOSTILE)
    slides = plan_deck(asked, group_by=Grouping.COUNTRY, country_name=lambda code: code)
    made = make_deck(slides, studio, template=saved(template) if template else None)
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        names = package.namelist()
        assert len(names) == len(set(names)), "a part is there twice"
        return {name: package.read(name) for name in names}


def ours(parts: Parts) -> Iterator[tuple[str, etree._Element]]:
    """Yield the slides and their notes, which this product writes."""
    for name, content in parts.items():
        if name.startswith(("ppt/slides/slide", "ppt/notesSlides/notesSlide")):
            yield name, etree.fromstring(content)


def relations_of(parts: Parts, name: str) -> dict[str, etree._Element]:
    folder, file = posixpath.split(name)
    raw = parts.get(f"{folder}/_rels/{file}.rels".lstrip("/"))
    return {r.get("Id"): r for r in etree.fromstring(raw).iter(RELS)} if raw else {}


def list_lost_targets(parts: Parts) -> list[str]:
    lost = []
    for name in [n for n in parts if n.endswith(".rels")]:
        base = posixpath.dirname(posixpath.dirname(name))
        for relation in etree.fromstring(parts[name]).iter(RELS):
            target = relation.get("Target")
            path = target.lstrip("/") if target[0] == "/" else posixpath.join(base, target)
            if relation.get("TargetMode") != "External" and posixpath.normpath(path) not in parts:
                lost.append(f"{name}: {target}")
    return lost


def list_unknown_relations(parts: Parts) -> list[str]:
    return [
        f"{name}: {value}"
        for name, root in ours(parts)
        for element in root.iter(etree.Element)
        for key, value in element.attrib.items()
        if key.startswith(R) and value not in relations_of(parts, name)
    ]


def list_external_targets(parts: Parts) -> list[str]:
    names = [n for n in parts if n.endswith(".rels")]
    return [n for n in names if b'TargetMode="External"' in parts[n]]


def list_undeclared_parts(parts: Parts) -> list[str]:
    types = etree.fromstring(parts["[Content_Types].xml"])
    endings = {t.get("Extension").lower() for t in types if t.tag.endswith("Default")}
    named = [t.get("PartName").lstrip("/") for t in types if t.tag.endswith("Override")]
    rest = set(parts) - {"[Content_Types].xml"}
    undeclared = [n for n in rest if n not in named and n.rsplit(".", 1)[-1].lower() not in endings]
    twice = [n for n, count in Counter(named).items() if count > 1]
    return undeclared + twice + sorted(set(named) - rest)


def list_repeated_ids(parts: Parts) -> list[str]:
    found = []
    for name, root in ours(parts):
        ids = Counter(e.get("id") for e in root.iter(f"{P}cNvPr"))
        found += [f"{name}: {i}" for i, count in ids.items() if count > 1 or int(i) < 1]
    return found


def list_misplaced_properties(parts: Parts) -> list[str]:
    """List paragraph, run and end properties that do not stand first, first and last."""
    wrong = []
    for name, root in ours(parts):
        for paragraph in root.iter(f"{A}p"):
            tags = [child.tag for child in paragraph]
            wrong += [f"{name}: pPr"] if f"{A}pPr" in tags[1:] else []
            wrong += [f"{name}: endParaRPr"] if f"{A}endParaRPr" in tags[:-1] else []
        for run in root.iter(f"{A}r"):
            tags = [child.tag for child in run]
            wrong += [f"{name}: rPr"] if f"{A}rPr" in tags[1:] or tags[-1] != f"{A}t" else []
        for properties in root.iter(f"{A}rPr", f"{A}endParaRPr"):
            order = [RUN_ORDER.index(etree.QName(c).localname) for c in properties]
            wrong += [f"{name}: order in rPr"] if order != sorted(order) else []
    return wrong


def list_texts_without_paragraph(parts: Parts) -> list[str]:
    return [
        name
        for name, root in ours(parts)
        for body in root.iter(f"{P}txBody", f"{A}txBody")
        if body.find(f"{A}p") is None
    ]


def list_bad_paths(parts: Parts) -> list[str]:
    """List freeforms without a size, or with a point outside of it."""
    bad = []
    for name, root in ours(parts):
        for path in root.iter(f"{A}path"):
            wide, high = int(path.get("w")), int(path.get("h"))
            points = [(int(p.get("x")), int(p.get("y"))) for p in path.iter(f"{A}pt")]
            inside = all(0 <= x <= wide + 1 and 0 <= y <= high + 1 for x, y in points)
            is_begun = len(path) > 1 and path[0].tag == f"{A}moveTo"
            bad += (
                [] if wide > 0 and high > 0 and inside and is_begun else [f"{name}: {wide}x{high}"]
            )
    return bad


def list_negative_sizes(parts: Parts) -> list[str]:
    return [
        f"{name}: {dict(size.attrib)}"
        for name, root in ours(parts)
        for size in root.iter(f"{A}ext")
        if size.get("cx") is not None and min(int(size.get("cx")), int(size.get("cy"))) < 0
    ]


def list_ragged_tables(parts: Parts) -> list[str]:
    return [
        name
        for name, root in ours(parts)
        for table in root.iter(f"{A}tbl")
        for row in table.iter(f"{A}tr")
        if len(row.findall(f"{A}tc")) != len(table.findall(f"{A}tblGrid/{A}gridCol"))
    ]


def list_unknown_namespaces(parts: Parts) -> list[str]:
    spaces = {etree.QName(e).namespace for _, root in ours(parts) for e in root.iter(etree.Element)}
    return [space for space in spaces if not space.startswith(KNOWN)]


def list_false_pictures(parts: Parts) -> list[str]:
    media = {n: c for n, c in parts.items() if n.startswith("ppt/media/") and n.endswith(".png")}
    return [name for name, content in media.items() if not content.startswith(PNG)]


def list_lonely_notes(parts: Parts) -> list[str]:
    """List notes that lack their slide or their master, which a presentation has once."""
    lonely = []
    for name in [n for n in parts if n.startswith("ppt/notesSlides/notesSlide")]:
        kinds = Counter(
            r.get("Type").rsplit("/", 1)[-1] for r in relations_of(parts, name).values()
        )
        lonely += [] if kinds["slide"] == kinds["notesMaster"] == 1 else [name]
    return lonely


def list_embedded_fonts(parts: Parts) -> list[str]:
    fonts = [n for n in parts if n.startswith("ppt/fonts/")]
    return fonts + (["embeddedFontLst"] if b"embeddedFont" in parts["ppt/presentation.xml"] else [])


def list_repeated_slides(parts: Parts) -> list[str]:
    root = etree.fromstring(parts["ppt/presentation.xml"])
    ids = Counter(s.get(key) for s in root.iter(f"{P}sldId") for key in ("id", f"{R}id"))
    return [i for i, count in ids.items() if count > 1]


def list_long_names(parts: Parts) -> list[str]:
    return [
        f"{name}: {shape.get('name')[:40]}"
        for name, root in ours(parts)
        for shape in root.iter(f"{P}cNvPr")
        if len(shape.get("name")) > LONGEST_NAME or len(shape.get("descr") or "") > LONGEST_ALT
    ]


def list_unknown_table_marks(parts: Parts) -> list[str]:
    """List attributes that tables do not have, and columns or rows without a size."""
    bad = []
    for name, root in ours(parts):
        for element in root.iter(*TABLE_MARKS):
            unknown = set(element.attrib) - TABLE_MARKS[element.tag]
            sizes = [element.get(key) for key in ("w", "h") if element.get(key)]
            is_flat = any(int(size) <= 0 for size in sizes)
            bad += [f"{name}: {element.tag} {dict(element.attrib)}"] if unknown or is_flat else []
    return bad


def list_values_out_of_range(parts: Parts) -> list[str]:
    return [
        f"{name}: {element.tag} {key}={element.get(key)}"
        for name, root in ours(parts)
        for tags, key, least, most in RANGES
        for element in root.iter(*tags)
        if element.get(key) is not None and not least <= int(element.get(key)) <= most
    ]


def list_slide_ids_out_of_range(parts: Parts) -> list[str]:
    root = etree.fromstring(parts["ppt/presentation.xml"])
    return [i for s in root.iter(f"{P}sldId") if not 256 <= int(i := s.get("id")) < 2**31]


RULES: tuple[Rule, ...] = (
    list_lost_targets,
    list_unknown_relations,
    list_external_targets,
    list_undeclared_parts,
    list_repeated_ids,
    list_misplaced_properties,
    list_texts_without_paragraph,
    list_bad_paths,
    list_negative_sizes,
    list_ragged_tables,
    list_unknown_namespaces,
    list_false_pictures,
    list_lonely_notes,
    list_embedded_fonts,
    list_repeated_slides,
    list_long_names,
    list_unknown_table_marks,
    list_values_out_of_range,
    list_slide_ids_out_of_range,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__.removeprefix("list_"))
def test_nothing_is_there_that_powerpoint_would_repair(parts: Parts, rule: Rule) -> None:
    assert rule(parts) == []


def test_the_rules_see_a_fault() -> None:
    slide = (
        f'<p:sld xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}" xmlns:r="{R[1:-1]}">'
        f'<p:cNvPr id="2" name="{"n" * 300}" r:id="rId9"/><p:cNvPr id="2" name=""/><p:txBody/>'
        '<a:tblPr shade="1"/><a:gridCol w="0"/><a:ln w="-1"/>'
        '<a:p><a:r><a:t/></a:r><a:pPr/></a:p><a:path w="0" h="5"/></p:sld>'
    )
    parts = {"ppt/slides/slide1.xml": slide.encode()}
    for rule in (
        list_unknown_relations,
        list_repeated_ids,
        list_misplaced_properties,
        list_texts_without_paragraph,
        list_bad_paths,
        list_long_names,
        list_unknown_table_marks,
        list_values_out_of_range,
    ):
        assert rule(parts), rule.__name__
