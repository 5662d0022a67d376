var feature_group_feature_group_0 = L.featureGroup(
                {
}
            );

if (window.feature_group) window.feature_group.length = 0; Briefing.update(
{
 "briefing": "sample",
 "bare": true,
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
 "events": [],
 "places": [],
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
