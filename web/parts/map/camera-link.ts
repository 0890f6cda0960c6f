// Maps that move together: where one is moved by a person, the others follow.
import type { Map as LibreMap } from "maplibre-gl";

/** One for each set of maps. */
export interface CameraLink {
  /** Gives back how to leave. */
  readonly join: (map: LibreMap) => () => void;
}

/** No map is in it yet. */
export function createCameraLink(): CameraLink {
  const maps = new Set<LibreMap>();
  let isFollowing = false;
  return {
    join: (map) => {
      const [first] = maps;
      maps.add(map);
      if (first !== undefined) map.jumpTo({ center: first.getCenter(), zoom: first.getZoom() });
      const lead = () => {
        // The others' own moves, made here, lead nobody.
        if (isFollowing) return;
        isFollowing = true;
        const [center, zoom] = [map.getCenter(), map.getZoom()];
        for (const other of maps) if (other !== map) other.jumpTo({ center, zoom });
        isFollowing = false;
      };
      map.on("move", lead);
      return () => {
        map.off("move", lead);
        maps.delete(map);
      };
    },
  };
}
