"""The generic part of a division's name: "Loudoun" of "Loudoun County"."""

from __future__ import annotations

import re

# What stands for "county" or "district" in the names of divisions, in the languages that GeoNames'
# main names use most; at the end or at the beginning of the name.
_LAST = (
    "County|Parish|Borough|District|Districts|Province|Region|Governorate|Prefecture|Department|"
    "Municipality|Regency|Oblast|oblast|Raion|Rayon|rayon|Okrug|Tumani|tumani|Agency|Division|"
    "Canton|State|Shire|Woreda|Zone|Sheng|Shi|Zizhizhou|Zizhiqu|Mandal|Taluk|Tehsil|"
    "Planning Region|Megye|apskritis|Respublika|Viloyati"
)
_FIRST = (
    "County of|District of|Municipality of|District Municipality of|Regional District of|"
    "Regional Municipality of|City of|Province of|Region of|Department of|Governorate of|"
    "Emirate of|State of|Provincia di|Provincia de|Provincia del|Departamento de|Departamento del|"
    "Departamento|Municipio de|"
    "Município de|Cantón|Distrito de|Region|Région|Department|Département|"
    "Département de|Département du|Province|Commune de|Wilaya de|Wilāyat|Muḩāfaz̧at|Muhafazat|"
    "Shahrestān-e|Ostān-e|Ustān-e|Nohiyai|Landkreis|Kreis|Powiat|Województwo|Okres|Comitatul|"
    "Județul|Imārat|Liwā’|Qaḑā’|Vilayet|Rayon|Kabupaten|Kota"
)
_GENERIC = re.compile(rf"(?:^(?:{_FIRST})\s+(?P<after>.+)$)|(?:^(?P<before>.+?),?\s+(?:{_LAST})$)")
SHORTEST = 3


def bare_name(name: str) -> str | None:
    """Return a division's name without the generic word, or `None` when it has none."""
    found = _GENERIC.match(name)
    if not found:
        return None
    bare = found["after"] or found["before"]
    return bare if bare and len(bare) >= SHORTEST else None
