"""Words that tell whether something was at a place that is named near it, or elsewhere."""

from __future__ import annotations

import re
from calendar import day_abbr, day_name, month_abbr, month_name

# "Protested against the killing", "on trial for the attack": that was somewhere else.
CAUSE = re.compile(
    r"\b(?:against|over|about|for|denounc\w+|condemn\w+|demand\w+|accus\w+|charg\w+|sentenc\w+"
    r"|convict\w+|trial|suspicion|commemorat\w+|remember\w*|mark\w*|anniversary|since|like|than)\b",
    re.IGNORECASE,
)
SOMEWHERE_ELSE = re.compile(
    r"\W*(?:meanwhile|separately|elsewhere|in (?:another|a separate|other)|another)\b",
    re.IGNORECASE,
)
MEANWHILE = re.compile(r"\b(?:after|when|while|as|during|before)\b", re.IGNORECASE)
# A "there" that was not understood means a place, but not which; "there was" means none.
ELSEWHERE_WORDS = re.compile(
    r"\b(?:there(?! (?:is|are|was|were|has|have|had|will|would|may|might|could|can|be))|elsewhere"
    r"|abroad|overseas|in exile)\b",
    re.IGNORECASE,
)
# "Said in Bara", "a court in Bara": there somebody speaks or sits, and no more.
IN_PLACE = re.compile(
    r"(?<!\bsaid )(?<!\btold reporters )(?<!\bcourt )(?<!\bspeaking )(?<!\bannounced )"
    r"\b(?:(?:in|at|near|around|outside|inside|across|throughout|on the outskirts of|east of"
    r"|west of|north of|south of|on|beside|below|off|along|beyond|past)\s+(?:the\s+)?"
    r"(?:\w+\s+){0,4}?(?:of\s+)?|(?:as|while|when)\s+(?:they|he|she|it)\s+(?:were\s+|was\s+)?"
    r"(?:fled|fleeing|left|leaving|entered|entering|approached|crossed|crossing)\s+)$",
    re.IGNORECASE,
)
# "In Olumbi", "the village of Olumbi", "between Afungi and the coast".
NAMED_PLACE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|between|into|over|beside|close to|next to|off"
    r"|entered|overran|retook|recaptured|besieged"
    r"|(?:village|town|city|district|province|region|suburb|port|airstrip|camp|residents"
    r"|villagers|inhabitants) of)\s+(?:the\s+)?"
    r"([A-Z][\w'’-]+)"
)
CALENDAR = frozenset(month_name) | frozenset(month_abbr) | frozenset(day_name) | frozenset(day_abbr)
BEARING = re.compile(
    r"\b(?:km|kilomet(?:er|re)s?|miles?)\s[\w\s-]{0,20}(?:of|from)\s$"
    r"|,\s(?:an?\s(?:town|village|city|suburb)\s)?"
    r"(?:(?:north|south)(?:[ -]?(?:east|west))?|east|west)\sof\s$"
    r"|,\s(?:high\s)?(?:above|overlooking|near|upstream\sof|downstream\sof|uphill\sfrom)\s$",
    re.IGNORECASE,
)
# Those who live there tell of what happened at home: "Residents of Bara say soldiers shot ...".
LOCALS = re.compile(
    r"\b(?:residents?|villagers?|inhabitants?|townspeople|townsfolk|elders?|locals)\s+(?:of|in|from)"
    r"\s+(?:the\s+)?(?:\w+\s+of\s+)?$",
    re.IGNORECASE,
)
# "Took the town and kept it for a year": "for" and "over" tell no cause there.
CAUSE_OF_FIGHT = re.compile(
    r"\b(?:against|denounc\w+|condemn\w+|accus\w+|charg\w+|sentenc\w+|convict\w+|trial|suspicion"
    r"|commemorat\w+|anniversary|since|like|than)\b",
    re.IGNORECASE,
)
# "the Kinama neighborhood of Bara"
QUARTER_OF = re.compile(
    r"\s+(?:neighbou?rhood|district|quarter|suburb|section|sector|area|zone)\s+of\s+(?:the\s+)?"
    r"(?:[a-z-]+\s+){0,2}(?:of\s+)?"
)
# What only towns have: "Tawo street", "Kolun and Tawo streets".
IN_TOWNS = r"(?:neighbou?rhood|street|avenue|boulevard|quarter|suburb|hotel)s?"
OF_A_TOWN = re.compile(rf"\s+(?:and\s+(?:[\w.]+\s+){{1,3}})?{IN_TOWNS}\b", re.IGNORECASE)
STREET_NAME = re.compile(rf".*\b{IN_TOWNS}", re.IGNORECASE | re.DOTALL)
# "A national strike" is that of a country, wherever something was told just before.
NATIONAL = re.compile(r"\b(?:national|nationwide|nation-wide|countrywide|country-wide)\s+\w+$")
# What somebody or something came from or set out for is not where it was met.
LEFT_BEHIND = re.compile(
    r"\b(?:from|left|leaving|fled|fleeing|quit|bound for|way to|born in|native of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "Israel bombed X": a state strikes abroad.
STRIKES = re.compile(
    r"\s+(?:has\s+|had\s+|then\s+|later\s+|again\s+|also\s+)?(?:bombed|bombs|shelled|shells|struck|strikes"
    r"|hit|hits|raided|pounded|invaded|attacked|fired|launched|carried\s+out)\b"
)
