"""Words that tell whether something was at a place that is named near it, or elsewhere."""

from __future__ import annotations

import re
from calendar import day_abbr, day_name, month_abbr, month_name

# "A man accused of theft and set fire to his shop": what follows is not what he is accused of.
ACCUSED = r"accus\w+(?!\s+of(?:\s+\w+){1,4}\s+and\b)"
# "Protested against the killing", "on trial for the attack": that was somewhere else.
CAUSE = re.compile(
    r"\b(?:against|over|about|for|denounc\w+|condemn\w+|demand\w+|charg\w+|sentenc\w+"
    rf"|{ACCUSED}|convict\w+|trial|suspicion|commemorat\w+|remember\w*|mark\w*|anniversary|since|like|than)\b",
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
# "Said in Bara", "a court in Bara": there somebody speaks or sits, and no more. What is stormed is
# where they were.
IN_PLACE = re.compile(
    r"(?<!\btrained )(?<!\bborn )(?<!\beducated )(?<!\bexiled )"
    r"(?<!\bsaid )(?<!\btold reporters )(?<!\bcourt )(?<!\bspeaking )(?<!\bannounced )"
    r"\b(?:(?:in|at|near|around|outside|inside|across|throughout|on the outskirts of|east of"
    r"|west of|(?:north|south)[ -]?(?:east|west)? of|on|beside|below|off|along|beyond|past)\s+"
    r"(?:the\s+)?(?:\w+\s+){0,4}?(?:of\s+)?"
    r"|(?:stormed|raided|overran|invaded|besieged)\s+(?:the\s+)?|(?:as|while|when)\s+(?:they|he|she|it)\s+(?:were\s+|was\s+)?"
    r"(?:fled|fleeing|left|leaving|entered|entering|approached|crossed|crossing)\s+)$",
    re.IGNORECASE,
)
# "In Olumbi", "the village of Olumbi", "between Afungi and the coast".
NAMED_PLACE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|between|into|over|beside|close to|next to|off"
    r"|entered|overran|retook|recaptured|besieged"
    r"|(?:village|town|city|district|province|region|suburb|port|airstrip|camp|[Rr]esidents"
    r"|[Vv]illagers|[Ii]nhabitants|[Pp]eople) of)\s+(?:the\s+)?"
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
    r"\b(?:against|denounc\w+|condemn\w+|charg\w+|sentenc\w+|convict\w+|trial|suspicion"
    rf"|{ACCUSED}|commemorat\w+|anniversary|since|like|than)\b",
    re.IGNORECASE,
)
# "the Kinama neighborhood of Bara"
QUARTER_OF = re.compile(
    r"\s+(?:neighbou?rhood|district|quarter|suburb|section|sector|area|zone)\s+of\s+(?:the\s+)?"
    r"(?:[a-z-]+\s+){0,2}(?:of\s+)?"
)
# What only towns have: "Tawo street", "Kolun and Tawo streets".
IN_TOWNS = r"(?:neighbou?rhood|street|avenue|boulevard|square|plaza|quarter|suburb|hotel)s?"
OF_A_TOWN = re.compile(rf"\s+(?:and\s+(?:[\w.]+\s+){{1,3}})?{IN_TOWNS}\b", re.IGNORECASE)
# "The exclusive suburb of Tawo", but "a suburb of Bara", a town.
THE_QUARTER_OF = re.compile(
    r"\bthe\s+(?:\w+\s+){0,2}(?:neighbou?rhood|suburb|quarter)\s+of\s+$", re.IGNORECASE
)
STREET_NAME = re.compile(rf".*\b{IN_TOWNS}", re.IGNORECASE | re.DOTALL)
# "A national strike" is that of a country, wherever something was told just before.
NATIONAL = re.compile(r"\b(?:national|nationwide|nation-wide|countrywide|country-wide)\s+\w+$")
# What somebody or something came from or set out for is not where it was met.
LEFT_BEHIND = re.compile(
    r"\b(?:from|left|leaving|fled|fleeing|quit|bound for|way to"
    r"|(?:born|trained|educated|exiled) in|native of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "The wounded were taken to Bara", "buried in Bara": so is where people were brought afterwards.
BROUGHT_TO = re.compile(
    r"(?:\b(?:taken|rushed|brought|carried|airlifted|flown|evacuated|transferred|referred|moved|sent"
    r"|walked|fled|flee|fleeing|escaped?|headed|driven|withdrew|travelled|returned|evacuate|relocate"
    r"|flying|travelling|driving|sailing|heading)"
    r"\s+(?:[\w-]+\s+){0,3}?(?:to|towards?|for)\s+(?:[\w-]+\s+){0,4}?(?:(?:in|at|of)\s+)?(?:the\s+)?"
    r"|\b(?:hospitals?|clinics?|morgue|mortuary|treated|treatment|funerals?|buried|burial)"
    r"\s+(?:\w+\s+){0,3}?(?:in|at|near)\s+(?:the\s+)?)$",
    re.IGNORECASE,
)
# "Israel bombed X": a state strikes abroad.
STRIKES = re.compile(
    r"\s+(?:has\s+|had\s+|then\s+|later\s+|again\s+|also\s+)?(?:bombed|bombs|shelled|shells|struck|strikes"
    r"|hit|hits|raided|pounded|invaded|attacked|fired|launched|carried\s+out)\b"
)
SPOKEN_OR_SHOT_FROM = re.compile(
    r"\b(?:said|told (?:\w+ ){0,2}\w+|speaking|announced|spokes\w+|officials?|ministers?|ministry"
    r"|government|authorities|ambassadors?|diplomats?|analysts?|lawmakers?|court|judges?|staff|command"
    r"|kremlin)"
    r",? (?:in|from) $"
    r"|\b(?:based|headquartered|stationed|lives?) (?:in|at) $"
    r"|\b[Aa]n? (?:\w+ )?(?:officer|commander|trader|lawyer|villager|resident|priest|elder) in $"
    r"|\baccording to $"
    r"|\bfrom (?:\w+ ){0,3}(?:bases?|air ?(?:field|port|base)|positions?|headquarters|barracks) "
    r"(?:in|at|near|around|outside) $",
    re.IGNORECASE,
)
"""Where somebody speaks, or shoots from, is not where things happen."""
TOLD_AT = re.compile(
    r"\b(?:told (?:[\w']+ ){0,3}[\w']+|said|speaking|testified|(?:news|press) conference|interview"
    r"|lectur(?:e|ed|ing))(?: on \w+day)?,? (?:in|at(?! least)|from) "
    r"(?:(?:an?|the|his|her|their) [\w'-]+ (?:in|at|near|outside) )?(?:the )?$",
    re.IGNORECASE,
)
"""A town where a story is told says nothing of its country: "told reporters in Geneva"."""
