"""Words that put a name in an area that the text names beside it."""

import re

# Between a name and the area that the text puts it in: ", a village in ".
PUT_IN = re.compile(
    r"(?!\s+(?:and|or|but)\b)"
    r"(?:(?:\s+[a-z]+)?,\s+(?:which|that)\s+(?:is|was|lies)(?:\s+[a-z]+){0,5}?)?"
    r"(?:\s+[a-z-]+){0,2}\s*,?\s*(?:(?:an?|the)\s+(?:[\w’'-]+\s+){0,6}?)?"
    r"(?:in|at|within|inside|(?:part|quarter|suburb|ward|sector|neighbou?rhood|outskirts)\s+of)"
    r"\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}?(?:of\s+)?"
)
BESIDE = re.compile(r"(?:\s+[a-z]+)?\s*,\s*(?:the\s+)?")
NEAR = re.compile(
    r"\s*,?\s+(?:on\s+the\s+(?:road|highway)\s+(?:from|to)|near|outside|close\s+to|just\s+outside|(?:north|south|east|west)[a-z-]*\s+of)\s+"
)
# "In Bara and the nearby village of X".
NEARBY = re.compile(r"\bnearby\s+(?:\w+\s+){0,2}(?:of\s+)?$")
# "In Arland's Moray state when a drone hit the wedding of a family in X".
IN_AREA = re.compile(r"\bin\s+(?:the\s+)?(?:[A-Z][\w-]+[’']s\s+)?(?:[a-z-]+\s+){0,2}$")
WHEN = re.compile(r"(?:\s+(?:state|province|region|district))?\s+when\s+(?:[^\s.,;:]+\s+){1,9}")
# "In Moray state over a well near the village of X".
INSIDE = re.compile(
    r"(?:\s+(?:state|province|region|district|territory))?"
    r"(?:\s+(?!(?:and|or|but|while|from|to|towards?|than)\b)[^\s.,;:]+){1,9}"
    r"\s+(?:in|at|near|around|outside)\s+(?:the\s+)?(?:(?:\w+\s+)?(?:village|town|hamlet)\s+of\s+)?"
)
# "In X, Bara and Kolun" is a list.
LISTED = re.compile(r"(?:,\s+[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)*,?\s+(?:and|or)\s+(?:[A-Z]|in\b)")
OWNED = re.compile(r"[’']s\s+(?:[a-z-]+\s+){0,2}")
# "the southern Lebanese town of X".
BY_PEOPLE = re.compile(r"\s+(?:[a-z-]+\s+){1,3}of\s+(?:the\s+)?")
FRONTED = re.compile(
    r"(?:\w+,\s+)?(?:In|Across|Inside|Around)\s+(?:the\s+)?(?:[a-z-]+\s+){0,4}(?:of\s+)?"
)
AFTER_FRONTED = re.compile(r"(?:[’']s)?(?:\s+[a-z]+){0,2},")
# "X, an Arlandic village".
OF_PEOPLE = re.compile(r",\s+an?\s+(?:[a-z-]+\s+){0,2}")
KIND_OF_PLACE = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}(?:village|town|hamlet|city|port|island|suburb|settlement|district)\b"
)
ARRIVED = re.compile(r"\b(?:arrived|came|sent|flown|brought|landed)\s+from\s+(?:the\s+)?$")
# "The worst since 1993, when soldiers died in X": elsewhere, and long ago.
COMPARED = re.compile(r"\bsince\s[^.;]{2,30},\s+when\s[^.;]*$")
