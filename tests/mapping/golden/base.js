var map_div = L.map(
                "map_div",
                {
                    center: [34.0, 66.0],
                    crs: L.CRS.EPSG3857,
                    ...{
  "zoom": 4,
  "zoomControl": false,
  "preferCanvas": false,
  "minZoom": 2,
  "maxZoom": 11,
  "attributionControl": true,
}

                }
            );
            L.control.zoom( { position: "topleft" } ).addTo(map_div);




Briefing.init(map_div);
var drawnItems = [];
