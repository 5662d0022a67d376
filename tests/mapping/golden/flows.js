var feature_group_feature_group_0 = L.featureGroup(
                {
}
            );

if (window.feature_group) window.feature_group.length = 0; Briefing.update(
{
 "briefing": "flows",
 "bare": false,
 "presenting": false,
 "total": 0,
 "frame": [
  [36.55, 68.35],
  [41.2995, 72.7985]
 ],
 "focus": [],
 "provinces": [
  "Kunduz"
 ],
 "borders": "de facto",
 "look": "light",
 "ground": "own",
 "overlays": [],
 "tint": null,
 "flows": [
  {
   "id": "F1",
   "event": null,
   "kind": "troop movement",
   "status": "reported",
   "title": "marched",
   "say": "Troop movement, reported, from Dushanbe via Rasht Valley to Khorugh",
   "stops": [
    {
     "id": "gn:1221874",
     "lat": 38.5598,
     "lon": 68.787,
     "edge": null
    },
    {
     "id": "region:rasht-valley",
     "lat": 38.95,
     "lon": 70.6,
     "edge": {
      "type": "Polygon",
      "coordinates": [
       [
        [69.9, 38.75],
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
     "id": "gn:1221328",
     "lat": 37.4897,
     "lon": 71.5531,
     "edge": null
    }
   ],
   "quote": [
    [
     "Two battalions ",
     false,
     false,
     false
    ],
    [
     "marched",
     true,
     false,
     false
    ],
    [
     " from ",
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
     " by way of the ",
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
     " to ",
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
     ".",
     false,
     false,
     false
    ]
   ],
   "facts": [
    [
     "From",
     "Dushanbe (in or near the town, exact site not stated)"
    ],
    [
     "Via",
     "Rasht Valley (an area, not a point)"
    ],
    [
     "To",
     "Khorugh (in or near the town, exact site not stated)"
    ],
    [
     "What",
     "Two"
    ],
    [
     "Who",
     null
    ],
    [
     "When",
     null
    ],
    [
     "Status",
     "Reported"
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
   "id": "F2",
   "event": null,
   "kind": "trafficking route",
   "status": "claimed",
   "title": "is carried",
   "say": "Trafficking route, claimed, from Kunduz to Osh",
   "stops": [
    {
     "id": "province:AF-KDZ",
     "lat": 36.8,
     "lon": 68.7,
     "edge": {
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
     "id": "gn:1527534",
     "lat": 40.5283,
     "lon": 72.7985,
     "edge": null
    }
   ],
   "quote": [
    [
     "Poppy sap ",
     false,
     false,
     false
    ],
    [
     "is carried",
     true,
     false,
     false
    ],
    [
     " from ",
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
     " to ",
     false,
     false,
     false
    ],
    [
     "Osh",
     false,
     true,
     false
    ],
    [
     ", it is said.",
     false,
     false,
     false
    ]
   ],
   "facts": [
    [
     "From",
     "Kunduz (somewhere in the province)"
    ],
    [
     "To",
     "Osh (in or near the town, exact site not stated)"
    ],
    [
     "What",
     "Poppy"
    ],
    [
     "Who",
     null
    ],
    [
     "When",
     null
    ],
    [
     "Status",
     "Claimed"
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
   "id": "F3",
   "event": null,
   "kind": "trafficking route",
   "status": "reported",
   "title": "go",
   "say": "Trafficking route, reported, from Kunduz to Osh",
   "stops": [
    {
     "id": "province:AF-KDZ",
     "lat": 36.8,
     "lon": 68.7,
     "edge": {
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
     "id": "gn:1527534",
     "lat": 40.5283,
     "lon": 72.7985,
     "edge": null
    }
   ],
   "quote": [
    [
     "Pills ",
     false,
     false,
     false
    ],
    [
     "go",
     true,
     false,
     false
    ],
    [
     " from ",
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
     " to ",
     false,
     false,
     false
    ],
    [
     "Osh",
     false,
     true,
     false
    ],
    [
     " as well.",
     false,
     false,
     false
    ]
   ],
   "facts": [
    [
     "From",
     "Kunduz (somewhere in the province)"
    ],
    [
     "To",
     "Osh (in or near the town, exact site not stated)"
    ],
    [
     "What",
     "Pills"
    ],
    [
     "Who",
     null
    ],
    [
     "When",
     null
    ],
    [
     "Status",
     "Reported"
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
   "id": "F4",
   "event": null,
   "kind": "movement of people",
   "status": "reported",
   "title": "fled",
   "say": "Movement of people, reported, from Isfara to Khujand",
   "stops": [
    {
     "id": "gn:1514876",
     "lat": 40.1265,
     "lon": 70.6253,
     "edge": null
    },
    {
     "id": "gn:1514879",
     "lat": 40.2826,
     "lon": 69.6222,
     "edge": null
    }
   ],
   "quote": [
    [
     "Families ",
     false,
     false,
     false
    ],
    [
     "fled",
     true,
     false,
     false
    ],
    [
     " from ",
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
     " to ",
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
     ".",
     false,
     false,
     false
    ]
   ],
   "facts": [
    [
     "From",
     "Isfara (in or near the town, exact site not stated)"
    ],
    [
     "To",
     "Khujand (in or near the town, exact site not stated)"
    ],
    [
     "What",
     "Families"
    ],
    [
     "Who",
     null
    ],
    [
     "When",
     null
    ],
    [
     "Status",
     "Reported"
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
   "id": "F5",
   "event": null,
   "kind": "supply route",
   "status": "planned",
   "title": "is to come",
   "say": "Supply route, planned, from Uzbekistan to Dushanbe",
   "stops": [
    {
     "id": "country:UZ",
     "lat": 41.7,
     "lon": 63.9,
     "edge": {
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
     "id": "gn:1221874",
     "lat": 38.5598,
     "lon": 68.787,
     "edge": null
    }
   ],
   "quote": [
    [
     "Fuel ",
     false,
     false,
     false
    ],
    [
     "is to come",
     true,
     false,
     false
    ],
    [
     " from ",
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
     " to ",
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
     ".",
     false,
     false,
     false
    ]
   ],
   "facts": [
    [
     "From",
     "Uzbekistan (country only, no place within it named)"
    ],
    [
     "To",
     "Dushanbe (in or near the town, exact site not stated)"
    ],
    [
     "What",
     "Fuel"
    ],
    [
     "Who",
     null
    ],
    [
     "When",
     null
    ],
    [
     "Status",
     "Planned"
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
 "events": [],
 "places": [
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
   "quiet": true,
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
