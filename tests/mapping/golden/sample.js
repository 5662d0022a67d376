var feature_group_feature_group_0 = L.featureGroup(
                {
}
            );

if (window.feature_group) window.feature_group.length = 0; Briefing.update(
{
 "briefing": "sample",
 "bare": false,
 "presenting": false,
 "total": 15,
 "frame": [
  [36.55, 68.35],
  [41.05, 74.1]
 ],
 "focus": [
  "TJ",
  "AF",
  "KG",
  "UZ"
 ],
 "provinces": [
  "Kunduz"
 ],
 "borders": "de facto",
 "look": "light",
 "ground": "own",
 "overlays": [],
 "tint": null,
 "flows": [],
 "events": [
  {
   "id": "E1",
   "n": 1,
   "type": "Battles",
   "sub": "Armed clash",
   "status": "disputed",
   "title": "fought an armed band",
   "say": "fought an armed band. Battles, disputed, 3 May 2024, Rasht Valley",
   "when": "3 May 2024",
   "from": 19846,
   "to": 19846,
   "at": [
    "region:rasht-valley"
   ],
   "quote": [
    [
     "Soldiers ",
     false,
     false,
     false
    ],
    [
     "fought an armed band",
     true,
     false,
     false
    ],
    [
     " in the ",
     false,
     false,
     false
    ],
    [
     "Rasht Valley",
     false,
     true,
     false
    ],
    [
     " on 3 May.",
     false,
     false,
     false
    ]
   ],
   "facts": [
    [
     "When",
     "3 May 2024"
    ],
    [
     "Where",
     "Rasht Valley (an area, not a point)"
    ],
    [
     "Exactness",
     "Drawn by hand, rough"
    ],
    [
     "Status",
     "Disputed"
    ],
    [
     "Claims",
     "officials: five dead"
    ],
    [
     "",
     "a local paper: nine dead"
    ],
    [
     "Killed",
     "5 to 9"
    ],
    [
     "Injured",
     null
    ],
    [
     "Source",
     "Sample Wire, 9 May 2024"
    ],
    [
     "Grading",
     "F6, not yet judged"
    ]
   ]
  },
  {
   "id": "E2",
   "n": 2,
   "type": "Strategic developments",
   "sub": "Other",
   "status": "planned",
   "title": "sweeps",
   "say": "sweeps. Strategic developments, planned, date not stated, Rasht Valley",
   "when": null,
   "from": null,
   "to": null,
   "at": [
    "region:rasht-valley"
   ],
   "quote": [
    [
     "More ",
     false,
     false,
     false
    ],
    [
     "sweeps",
     true,
     false,
     false
    ],
    [
     " of the ",
     false,
     false,
     false
    ],
    [
     "Rasht Valley",
     false,
     true,
     false
    ],
    [
     " will follow, the ministry said.",
     false,
     false,
     false
    ]
   ],
   "facts": [
    [
     "When",
     null
    ],
    [
     "Where",
     "Rasht Valley (an area, not a point)"
    ],
    [
     "Exactness",
     "Drawn by hand, rough"
    ],
    [
     "Status",
     "Planned, according to the ministry"
    ],
    [
     "Killed",
     null
    ],
    [
     "Injured",
     null
    ],
    [
     "Source",
     "Sample Wire, 9 May 2024"
    ],
    [
     "Grading",
     "F6, not yet judged"
    ]
   ]
  },
  {
   "id": "E3",
   "n": 3,
   "type": "Strategic developments",
   "sub": "Arrests",
   "status": "reported",
   "title": "arrested four men",
   "say": "arrested four men. Strategic developments, reported, 4 May 2024, in or near Dushanbe",
   "when": "4 May 2024",
   "from": 19847,
   "to": 19847,
   "at": [
    "gn:1221874"
   ],
   "quote": [
    [
     "In ",
     false,
     false,
     false
    ],
    [
     "Dushanbe",
     false,
     true,
     false
    ],
    [
     " the police ",
     false,
     false,
     false
    ],
    [
     "arrested four men",
     true,
     false,
     false
    ],
    [
     " on 4 May.",
     false,
     false,
     false
    ]
   ],
   "facts": [
    [
     "When",
     "4 May 2024"
    ],
    [
     "Where",
     "Dushanbe (in or near the town, exact site not stated)"
    ],
    [
     "Status",
     "Reported"
    ],
    [
     "Killed",
     null
    ],
    [
     "Injured",
     null
    ],
    [
     "Source",
     "Sample Wire, 9 May 2024"
    ],
    [
     "Grading",
     "F6, not yet judged"
    ]
   ]
  },
  {
   "id": "E4",
   "n": 4,
   "type": "Explosions/Remote violence",
   "sub": "Grenade",
   "status": "claimed",
   "title": "grenade went off",
   "say": "grenade went off. Explosions/Remote violence, claimed, 4 May 2024, in or near Dushanbe",
   "when": "4 May 2024",
   "from": 19847,
   "to": 19847,
   "at": [
    "gn:1221874"
   ],
   "quote": [
    [
     "A ",
     false,
     false,
     false
    ],
    [
     "grenade went off",
     true,
     false,
     false
    ],
    [
     " outside a ",
     false,
     false,
     false
    ],
    [
     "Dushanbe",
     false,
     true,
     false
    ],
    [
     " market the same evening, a group calling itself the Dawn Front said, and it claimed the act as its own.",
     false,
     false,
     false
    ]
   ],
   "facts": [
    [
     "When",
     "4 May 2024"
    ],
    [
     "Where",
     "Dushanbe (in or near the town, exact site not stated)"
    ],
    [
     "Status",
     "Claimed by the Dawn Front"
    ],
    [
     "Killed",
     null
    ],
    [
     "Injured",
     null
    ],
    [
     "Source",
     "Sample Wire, 9 May 2024"
    ],
    [
     "Grading",
     "F6, not yet judged"
    ]
   ]
  },
  {
   "id": "E5",
   "n": 5,
   "type": "Explosions/Remote violence",
   "sub": "Remote explosive/landmine/IED",
   "status": "disputed",
   "title": "bus blew up",
   "say": "bus blew up. Explosions/Remote violence, disputed, date not stated, in or near Khujand",
   "when": null,
   "from": null,
   "to": null,
   "at": [
    "gn:1514879"
   ],
   "quote": [
    [
     "A ",
     false,
     false,
     false
    ],
    [
     "bus blew up",
     true,
     false,
     false
    ],
    [
     " near ",
     false,
     false,
     false
    ],
    [
     "Khujand",
     false,
     true,
     false
    ],
    [
     "; the mayor spoke of a gas bottle, his deputy of a bomb.",
     false,
     false,
     false
    ]
   ],
   "facts": [
    [
     "When",
     null
    ],
    [
     "Where",
     "Khujand (in or near the town, exact site not stated)"
    ],
    [
     "Status",
     "Disputed"
    ],
    [
     "Claims",
     "the mayor: a gas bottle"
    ],
    [
     "",
     "his deputy: a bomb"
    ],
    [
     "Killed",
     null
    ],
    [
     "Injured",
     null
    ],
    [
     "Source",
     "Sample Wire, 9 May 2024"
    ],
    [
     "Grading",
     "F6, not yet judged"
    ]
   ]
  },
  {
   "id": "E6",
   "n": 6,
   "type": "Violence against civilians",
   "sub": "Abduction/forced disappearance",
   "status": "claimed",
   "title": "were taken",
   "say": "were taken. Violence against civilians, claimed, date not stated, in or near Isfara",
   "when": null,
   "from": null,
   "to": null,
   "at": [
    "gn:1514876"
   ],
   "quote": [
    [
     "Two farmers ",
     false,
     false,
     false
    ],
    [
     "were taken",
     true,
     false,
     false
    ],
    [
     " from a field outside ",
     false,
     false,
     false
    ],
    [
     "Isfara",
     false,
     true,
     false
    ],
    [
     ", their families say.",
     false,
     false,
     false
    ]
   ],
   "facts": [
    [
     "When",
     null
    ],
    [
     "Where",
     "Isfara (in or near the town, exact site not stated)"
    ],
    [
     "Status",
     "Claimed by their families"
    ],
    [
     "Killed",
     null
    ],
    [
     "Injured",
     null
    ],
    [
     "Source",
     "Sample Wire, 9 May 2024"
    ],
    [
     "Grading",
     "F6, not yet judged"
    ]
   ]
  },
  {
   "id": "E7",
   "n": 7,
   "type": "Protests",
   "sub": "Peaceful protest",
   "status": "reported",
   "title": "marched quietly",
   "say": "marched quietly. Protests, reported, 6 May 2024, in or near Khorugh",
   "when": "6 May 2024",
   "from": 19849,
   "to": 19849,
   "at": [
    "gn:1221328"
   ],
   "quote": [
    [
     "About forty people ",
     false,
     false,
     false
    ],
    [
     "marched quietly",
     true,
     false,
     false
    ],
    [
     " through ",
     false,
     false,
     false
    ],
    [
     "Khorugh",
     false,
     true,
     false
    ],
    [
     " on 6 May.",
     false,
     false,
     false
    ]
   ],
   "facts": [
    [
     "When",
     "6 May 2024"
    ],
    [
     "Where",
     "Khorugh (in or near the town, exact site not stated)"
    ],
    [
     "Status",
     "Reported"
    ],
    [
     "Killed",
     null
    ],
    [
     "Injured",
     null
    ],
    [
     "Source",
     "Sample Wire, 9 May 2024"
    ],
    [
     "Grading",
     "F6, not yet judged"
    ]
   ]
  },
  {
   "id": "E8",
   "n": 8,
   "type": "Riots",
   "sub": "Mob violence",
   "status": "reported",
   "title": "burned three shops",
   "say": "burned three shops. Riots, reported, April 2024, southern Kyrgyzstan",
   "when": "April 2024",
   "from": 19814,
   "to": 19843,
   "at": [
    "part:country:KG:south"
   ],
   "quote": [
    [
     "A crowd ",
     false,
     false,
     false
    ],
    [
     "burned three shops",
     true,
     false,
     false
    ],
    [
     " in ",
     false,
     false,
     false
    ],
    [
     "southern Kyrgyzstan",
     false,
     true,
     false
    ],
    [
     " in April.",
     false,
     false,
     false
    ]
   ],
   "facts": [
    [
     "When",
     "April 2024"
    ],
    [
     "Where",
     "southern Kyrgyzstan (an area, not a point)"
    ],
    [
     "Exactness",
     "No fixed edge: the southern third of the country"
    ],
    [
     "Status",
     "Reported"
    ],
    [
     "Killed",
     null
    ],
    [
     "Injured",
     null
    ],
    [
     "Source",
     "Sample Wire, 9 May 2024"
    ],
    [
     "Grading",
     "F6, not yet judged"
    ]
   ]
  },
  {
   "id": "E9",
   "n": 9,
   "type": "Strategic developments",
   "sub": "Change to group/activity",
   "status": "speculated",
   "title": "may be gathering",
   "say": "may be gathering. Strategic developments, speculated, date not stated, Fergana Valley",
   "when": null,
   "from": null,
   "to": null,
   "at": [
    "region:fergana-valley"
   ],
   "quote": [
    [
     "A cell ",
     false,
     false,
     false
    ],
    [
     "may be gathering",
     true,
     false,
     false
    ],
    [
     " in the ",
     false,
     false,
     false
    ],
    [
     "Fergana Valley",
     false,
     true,
     false
    ],
    [
     ", analysts think.",
     false,
     false,
     false
    ]
   ],
   "facts": [
    [
     "When",
     null
    ],
    [
     "Where",
     "Fergana Valley (an area, not a point)"
    ],
    [
     "Status",
     "Speculated, according to analysts"
    ],
    [
     "Killed",
     null
    ],
    [
     "Injured",
     null
    ],
    [
     "Source",
     "Sample Wire, 9 May 2024"
    ],
    [
     "Grading",
     "F6, not yet judged"
    ]
   ]
  },
  {
   "id": "E10",
   "n": 10,
   "type": "Explosions/Remote violence",
   "sub": "Air/drone strike",
   "status": "reported",
   "title": "struck a camp",
   "say": "struck a camp. Explosions/Remote violence, reported, date not stated, Kunduz",
   "when": null,
   "from": null,
   "to": null,
   "at": [
    "province:AF-KDZ"
   ],
   "quote": [
    [
     "An aircraft ",
     false,
     false,
     false
    ],
    [
     "struck a camp",
     true,
     false,
     false
    ],
    [
     " in ",
     false,
     false,
     false
    ],
    [
     "Kunduz",
     false,
     true,
     false
    ],
    [
     " province, killing at least twelve fighters.",
     false,
     false,
     false
    ]
   ],
   "facts": [
    [
     "When",
     null
    ],
    [
     "Where",
     "Kunduz (somewhere in the province)"
    ],
    [
     "Status",
     "Reported"
    ],
    [
     "Killed",
     "at least 12"
    ],
    [
     "Injured",
     null
    ],
    [
     "Source",
     "Sample Wire, 9 May 2024"
    ],
    [
     "Grading",
     "F6, not yet judged"
    ]
   ]
  },
  {
   "id": "E11",
   "n": 11,
   "type": "Strategic developments",
   "sub": "Other",
   "status": "planned",
   "title": "Guards are to be doubled",
   "say": "Guards are to be doubled. Strategic developments, planned, June 2024, Tajik-Afghan border",
   "when": "June 2024",
   "from": 19875,
   "to": 19904,
   "at": [
    "border:AF-TJ"
   ],
   "quote": [
    [
     "Guards are to be doubled",
     true,
     false,
     false
    ],
    [
     " along the ",
     false,
     false,
     false
    ],
    [
     "Tajik-Afghan border",
     false,
     true,
     false
    ],
    [
     " next month.",
     false,
     false,
     false
    ]
   ],
   "facts": [
    [
     "When",
     "June 2024"
    ],
    [
     "Where",
     "Tajik-Afghan border (along the border, not a point)"
    ],
    [
     "Status",
     "Planned"
    ],
    [
     "Killed",
     null
    ],
    [
     "Injured",
     null
    ],
    [
     "Source",
     "Sample Wire, 9 May 2024"
    ],
    [
     "Grading",
     "F6, not yet judged"
    ]
   ]
  },
  {
   "id": "E12",
   "n": 12,
   "type": "Battles",
   "sub": "Armed clash",
   "status": "hypothetical",
   "title": "fighting could return",
   "say": "fighting could return. Battles, hypothetical, date not stated, Tajikistan",
   "when": null,
   "from": null,
   "to": null,
   "at": [
    "country:TJ"
   ],
   "quote": [
    [
     "If the talks fail, ",
     false,
     false,
     false
    ],
    [
     "fighting could return",
     true,
     false,
     false
    ],
    [
     " to ",
     false,
     false,
     false
    ],
    [
     "Tajikistan",
     false,
     true,
     false
    ],
    [
     ".",
     false,
     false,
     false
    ]
   ],
   "facts": [
    [
     "When",
     null
    ],
    [
     "Where",
     "Tajikistan (country only, no place within it named)"
    ],
    [
     "Status",
     "Hypothetical"
    ],
    [
     "Killed",
     null
    ],
    [
     "Injured",
     null
    ],
    [
     "Source",
     "Sample Wire, 9 May 2024"
    ],
    [
     "Grading",
     "F6, not yet judged"
    ]
   ]
  },
  {
   "id": "E13",
   "n": 13,
   "type": "Violence against civilians",
   "sub": "Attack",
   "status": "speculated",
   "title": "perhaps beaten",
   "say": "perhaps beaten. Violence against civilians, speculated, date not stated, Uzbekistan",
   "when": null,
   "from": null,
   "to": null,
   "at": [
    "country:UZ"
   ],
   "quote": [
    [
     "A shepherd was ",
     false,
     false,
     false
    ],
    [
     "perhaps beaten",
     true,
     false,
     false
    ],
    [
     " in ",
     false,
     false,
     false
    ],
    [
     "Uzbekistan",
     false,
     true,
     false
    ],
    [
     ".",
     false,
     false,
     false
    ]
   ],
   "facts": [
    [
     "When",
     null
    ],
    [
     "Where",
     "Uzbekistan (country only, no place within it named)"
    ],
    [
     "Status",
     "Speculated"
    ],
    [
     "Killed",
     null
    ],
    [
     "Injured",
     null
    ],
    [
     "Source",
     "Sample Wire, 9 May 2024"
    ],
    [
     "Grading",
     "F6, not yet judged"
    ]
   ]
  },
  {
   "id": "E14",
   "n": 14,
   "type": "Strategic developments",
   "sub": "Agreement",
   "status": "planned",
   "title": "sign a pact",
   "say": "sign a pact. Strategic developments, planned, June 2024, Central Asia",
   "when": "June 2024",
   "from": 19875,
   "to": 19904,
   "at": [
    "region:central-asia"
   ],
   "quote": [
    [
     "The states of ",
     false,
     false,
     false
    ],
    [
     "Central Asia",
     false,
     true,
     false
    ],
    [
     " plan to ",
     false,
     false,
     false
    ],
    [
     "sign a pact",
     true,
     false,
     false
    ],
    [
     " in June.",
     false,
     false,
     false
    ]
   ],
   "facts": [
    [
     "When",
     "June 2024"
    ],
    [
     "Where",
     "Central Asia (several countries, no place named)"
    ],
    [
     "Status",
     "Planned"
    ],
    [
     "Killed",
     null
    ],
    [
     "Injured",
     null
    ],
    [
     "Source",
     "Sample Wire, 9 May 2024"
    ],
    [
     "Grading",
     "F6, not yet judged"
    ]
   ]
  }
 ],
 "places": [
  {
   "id": "region:rasht-valley",
   "name": "Rasht Valley",
   "lat": 38.95,
   "lon": 70.6,
   "form": "region",
   "reach": null,
   "lead": "An area, not a point",
   "note": "Drawn by hand, rough",
   "countries": [
    "TJ"
   ],
   "quiet": false,
   "rough": false,
   "shape": {
    "type": "Polygon",
    "coordinates": [
     [
      [69.9, 38.75],
      [70.4, 38.95],
      [71.2, 39.25],
      [71.5, 39.2],
      [70.6, 38.8],
      [70.0, 38.6],
      [69.9, 38.75]
     ]
    ]
   }
  },
  {
   "id": "gn:1221874",
   "name": "Dushanbe",
   "lat": 38.5598,
   "lon": 68.787,
   "form": "city area",
   "reach": 2.0,
   "lead": "In or near the town, not at a point",
   "note": null,
   "countries": [
    "TJ"
   ],
   "quiet": false,
   "rough": false,
   "shape": null
  },
  {
   "id": "gn:1514879",
   "name": "Khujand",
   "lat": 40.2826,
   "lon": 69.6222,
   "form": "city area",
   "reach": 2.0,
   "lead": "In or near the town, not at a point",
   "note": null,
   "countries": [
    "TJ"
   ],
   "quiet": false,
   "rough": false,
   "shape": null
  },
  {
   "id": "gn:1514876",
   "name": "Isfara",
   "lat": 40.1265,
   "lon": 70.6253,
   "form": "city area",
   "reach": 2.0,
   "lead": "In or near the town, not at a point",
   "note": null,
   "countries": [
    "TJ"
   ],
   "quiet": false,
   "rough": false,
   "shape": null
  },
  {
   "id": "gn:1221328",
   "name": "Khorugh",
   "lat": 37.4897,
   "lon": 71.5531,
   "form": "city area",
   "reach": 2.0,
   "lead": "In or near the town, not at a point",
   "note": null,
   "countries": [
    "TJ"
   ],
   "quiet": false,
   "rough": false,
   "shape": null
  },
  {
   "id": "part:country:KG:south",
   "name": "southern Kyrgyzstan",
   "lat": 40.2,
   "lon": 73.4,
   "form": "region",
   "reach": null,
   "lead": "An area, not a point",
   "note": "No fixed edge: the southern third of the country",
   "countries": [
    "KG"
   ],
   "quiet": false,
   "rough": true,
   "shape": {
    "type": "Polygon",
    "coordinates": [
     [
      [69.6, 39.6],
      [71.0, 39.5],
      [73.6, 39.5],
      [74.8, 40.5],
      [73.2, 41.2],
      [72.5, 40.3],
      [70.5, 39.9],
      [69.6, 39.6]
     ]
    ]
   }
  },
  {
   "id": "region:fergana-valley",
   "name": "Fergana Valley",
   "lat": 40.7,
   "lon": 71.6,
   "form": "region",
   "reach": null,
   "lead": "An area, not a point",
   "note": null,
   "countries": [
    "UZ",
    "KG",
    "TJ"
   ],
   "quiet": false,
   "rough": false,
   "shape": {
    "type": "Polygon",
    "coordinates": [
     [
      [69.6, 40.2],
      [70.5, 40.9],
      [71.5, 41.4],
      [72.6, 41.1],
      [73.2, 40.7],
      [72.3, 40.2],
      [70.8, 40.1],
      [69.6, 40.2]
     ]
    ]
   }
  },
  {
   "id": "province:AF-KDZ",
   "name": "Kunduz",
   "lat": 36.8,
   "lon": 68.7,
   "form": "province",
   "reach": null,
   "lead": "A province, not a point",
   "note": null,
   "countries": [
    "AF"
   ],
   "quiet": false,
   "rough": false,
   "shape": {
    "type": "Polygon",
    "coordinates": [
     [
      [68.0, 36.6],
      [68.2, 37.1],
      [69.2, 37.2],
      [69.3, 36.6],
      [68.7, 36.3],
      [68.0, 36.6]
     ]
    ]
   }
  },
  {
   "id": "border:AF-TJ",
   "name": "Tajik-Afghan border",
   "lat": 37.6,
   "lon": 69.6,
   "form": "line",
   "reach": null,
   "lead": "A border line, not a point",
   "note": null,
   "countries": [
    "AF",
    "TJ"
   ],
   "quiet": false,
   "rough": false,
   "shape": {
    "type": "LineString",
    "coordinates": [
     [67.8, 37.2],
     [68.8, 37.3],
     [69.5, 37.6],
     [70.3, 38.4],
     [71.3, 38.0],
     [71.6, 36.7],
     [74.8, 37.3]
    ]
   }
  },
  {
   "id": "country:TJ",
   "name": "Tajikistan",
   "lat": 38.6,
   "lon": 71.2,
   "form": "country",
   "reach": null,
   "lead": "Country only: the text names no place within it",
   "note": null,
   "countries": [
    "TJ"
   ],
   "quiet": false,
   "rough": false,
   "shape": {
    "type": "Polygon",
    "coordinates": [
     [
      [67.4, 37.2],
      [69.5, 37.5],
      [71.5, 36.7],
      [75.1, 37.4],
      [73.7, 39.4],
      [69.3, 39.6],
      [70.7, 41.0],
      [68.1, 40.1],
      [67.4, 38.9],
      [67.4, 37.2]
     ]
    ]
   }
  },
  {
   "id": "country:UZ",
   "name": "Uzbekistan",
   "lat": 41.7,
   "lon": 63.9,
   "form": "country",
   "reach": null,
   "lead": "Country only: the text names no place within it",
   "note": null,
   "countries": [
    "UZ"
   ],
   "quiet": false,
   "rough": false,
   "shape": {
    "type": "Polygon",
    "coordinates": [
     [
      [56.0, 41.3],
      [56.0, 45.3],
      [61.0, 44.4],
      [66.7, 41.2],
      [73.1, 40.8],
      [67.7, 37.2],
      [56.0, 41.3]
     ]
    ]
   }
  },
  {
   "id": "region:central-asia",
   "name": "Central Asia",
   "lat": 42.2,
   "lon": 67.5,
   "form": "multi-country",
   "reach": null,
   "lead": "Several countries: the text names no place within them",
   "note": null,
   "countries": [
    "KZ",
    "KG",
    "TJ",
    "TM",
    "UZ"
   ],
   "quiet": false,
   "rough": false,
   "shape": {
    "type": "Polygon",
    "coordinates": [
     [
      [67.4, 37.2],
      [67.4, 37.305],
      [56.0, 41.3],
      [56.0, 45.3],
      [61.0, 44.4],
      [66.7, 41.2],
      [69.3, 41.038],
      [69.3, 43.2],
      [80.2, 43.2],
      [80.2, 39.2],
      [73.84, 39.2],
      [75.1, 37.4],
      [71.5, 36.7],
      [69.5, 37.5],
      [67.782, 37.255],
      [67.7, 37.2],
      [67.613, 37.23],
      [67.4, 37.2]
     ]
    ]
   }
  },
  {
   "id": "gn:1512569",
   "name": "Tashkent",
   "lat": 41.2995,
   "lon": 69.2401,
   "form": "city area",
   "reach": 2.0,
   "lead": "In or near the town, not at a point",
   "note": null,
   "countries": [
    "UZ"
   ],
   "quiet": true,
   "rough": false,
   "shape": null
  },
  {
   "id": "gn:1527534",
   "name": "Osh",
   "lat": 40.5283,
   "lon": 72.7985,
   "form": "city area",
   "reach": 2.0,
   "lead": "In or near the town, not at a point",
   "note": null,
   "countries": [
    "KG"
   ],
   "quiet": true,
   "rough": false,
   "shape": null
  }
 ],
 "towns": [
  "Dushanbe",
  "Isfara",
  "Khorugh",
  "Khujand",
  "Osh",
  "Tashkent"
 ],
 "crowd": null,
 "card": null,
 "list": null
}
);

            feature_group_feature_group_0.addTo(map_div);

map_div.addLayer(feature_group_feature_group_0);
window.feature_group = window.feature_group || [];
window.feature_group.push(feature_group_feature_group_0);
