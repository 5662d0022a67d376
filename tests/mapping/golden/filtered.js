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
 "look": "dark",
 "ground": "own",
 "overlays": [],
 "tint": {
  "title": "Events by country",
  "classes": [
   {
    "from": 1,
    "to": 1
   }
  ],
  "countries": {
   "TJ": 0
  },
  "provinces": {},
  "left_out": null
 },
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
   "quiet": true,
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
   "quiet": true,
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
   "quiet": true,
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
   "quiet": true,
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
   "quiet": true,
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
   "quiet": true,
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
   "quiet": true,
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
   "quiet": true,
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
   "quiet": true,
   "rough": false,
   "shape": null
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
   "quiet": true,
   "rough": false,
   "shape": null
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
   "quiet": true,
   "rough": false,
   "shape": null
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
