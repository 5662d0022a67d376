var feature_group_feature_group_0 = L.featureGroup(
                {
}
            );

if (window.feature_group) window.feature_group.length = 0; Briefing.update(
{
 "briefing": "hostile",
 "bare": false,
 "presenting": false,
 "total": 1,
 "frame": [
  [37.9375, 69.4125],
  [39.9375, 71.8875]
 ],
 "focus": [
  "TJ"
 ],
 "provinces": [],
 "borders": "de facto",
 "look": "light",
 "ground": "own",
 "overlays": [],
 "tint": null,
 "flows": [],
 "events": [
  {
   "id": "<img src=x onerror=hacked()></script><script>hacked()</script>`${hacked()}`{{ hacked }}{% hacked %}\u2028'\"\\&lt;",
   "n": 1,
   "type": "Battles",
   "sub": "<img src=x onerror=hacked()></script><script>hacked()</script>`${hacked()}`{{ hacked }}{% hacked %}\u2028'\"\\&lt;",
   "status": "claimed",
   "title": "<img src=x onerror=hacked()></script><script>hacked()</script>`${hacked()}`{{ hacked }}{% hacked %}\u2028'\"\\&lt;",
   "say": "<img src=x onerror=hacked()></script><script>hacked()</script>`${hacked()}`{{ hacked }}{% hacked %}\u2028'\"\\&lt;. Battles, claimed, <img src=x onerror=hacked()></script><script>hacked()</script>`${hacked()}`{{ hacked }}{% hacked %}\u2028'\"\\&lt;, <img src=x onerror=hacked()></script><script>hacked()</script>`${hacked()}`{{ hacked }}{% hacked %}\u2028'\"\\&lt;",
   "when": "<img src=x onerror=hacked()></script><script>hacked()</script>`${hacked()}`{{ hacked }}{% hacked %}\u2028'\"\\&lt;",
   "from": 19846,
   "to": 19846,
   "at": [
    "region:rasht-valley"
   ],
   "quote": [
    [
     "A ",
     false,
     false,
     false
    ],
    [
     "<img src=x onerror=hacked()></script><script>hacked()</script>`${hacked()}`{{ hacked }}{% hacked %}\u2028'\"\\&lt;",
     true,
     false,
     false
    ],
    [
     " fight in ",
     false,
     false,
     false
    ],
    [
     "<img src=x onerror=hacked()></script><script>hacked()</script>`${hacked()}`{{ hacked }}{% hacked %}\u2028'\"\\&lt;",
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
     "<img src=x onerror=hacked()></script><script>hacked()</script>`${hacked()}`{{ hacked }}{% hacked %}\u2028'\"\\&lt;"
    ],
    [
     "Where",
     "<img src=x onerror=hacked()></script><script>hacked()</script>`${hacked()}`{{ hacked }}{% hacked %}\u2028'\"\\&lt; (an area, not a point)"
    ],
    [
     "Exactness",
     "<img src=x onerror=hacked()></script><script>hacked()</script>`${hacked()}`{{ hacked }}{% hacked %}\u2028'\"\\&lt;"
    ],
    [
     "Status",
     "Claimed by <img src=x onerror=hacked()></script><script>hacked()</script>`${hacked()}`{{ hacked }}{% hacked %}\u2028'\"\\&lt;"
    ],
    [
     "Claims",
     "<img src=x onerror=hacked()></script><script>hacked()</script>`${hacked()}`{{ hacked }}{% hacked %}\u2028'\"\\&lt;: <img src=x onerror=hacked()></script><script>hacked()</script>`${hacked()}`{{ hacked }}{% hacked %}\u2028'\"\\&lt;"
    ],
    [
     "Killed",
     "<img src=x onerror=hacked()></script><script>hacked()</script>`${hacked()}`{{ hacked }}{% hacked %}\u2028'\"\\&lt;"
    ],
    [
     "Injured",
     null
    ],
    [
     "Source",
     "<img src=x onerror=hacked()></script><script>hacked()</script>`${hacked()}`{{ hacked }}{% hacked %}\u2028'\"\\&lt;, 9 May 2024"
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
   "name": "<img src=x onerror=hacked()></script><script>hacked()</script>`${hacked()}`{{ hacked }}{% hacked %}\u2028'\"\\&lt;",
   "lat": 38.95,
   "lon": 70.6,
   "form": "region",
   "reach": null,
   "lead": "An area, not a point",
   "note": "<img src=x onerror=hacked()></script><script>hacked()</script>`${hacked()}`{{ hacked }}{% hacked %}\u2028'\"\\&lt;",
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
  }
 ],
 "towns": [],
 "crowd": null,
 "card": null,
 "list": null
}
);

            feature_group_feature_group_0.addTo(map_div);

map_div.addLayer(feature_group_feature_group_0);
window.feature_group = window.feature_group || [];
window.feature_group.push(feature_group_feature_group_0);
