// One static file of tiles, read by Range requests. A request that the line dropped (a server being
// started anew, a computer waking up) is asked once more; only a second failure is told.
const ASK_AGAIN_AFTER_MS = 400;

export function openTiles(url) {
  const { FetchSource, PMTiles } = window.pmtiles;
  const asked = new FetchSource(`${url}`);
  const getBytes = (...range) => asked.getBytes(...range).catch((error) => askAgain(error, range));
  const askAgain = async (error, range) => {
    if (!(error instanceof TypeError)) throw error; // an answer that is no, or the tile is not wanted any more
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_AFTER_MS));
    return asked.getBytes(...range);
  };
  return new PMTiles({ getKey: () => asked.getKey(), getBytes });
}
