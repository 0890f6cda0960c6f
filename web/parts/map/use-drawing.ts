// Marks or cells of the still picture: made here, or by whoever the view says draws them.
import { useEffect, useMemo, useState } from "react";
import type { Bounds } from "../../ground/ground.ts";
import { drawingOf } from "./density.ts";
import type { Drawing } from "./drawing.ts";
import type { MapView } from "./map-view.ts";

const NOTHING_YET: Drawing = { kind: "marks", marks: [] };

/** The drawing of a view in that window; nothing until it has come. */
export function useDrawing(
  { marks, draw }: MapView,
  degreesAPixel: number,
  window: Bounds,
): Drawing {
  const own = useMemo(
    () => (draw === undefined ? drawingOf(marks, { degreesAPixel, window }) : null),
    [marks, draw, degreesAPixel, window],
  );
  const [drawn, setDrawn] = useState<Drawing>(NOTHING_YET);
  useEffect(() => {
    if (draw === undefined) return undefined;
    let isGone = false;
    void draw({ degreesAPixel, window, before: "marks" }).then((next) => {
      if (next !== null && !isGone) setDrawn(next);
    });
    return () => {
      isGone = true;
    };
  }, [draw, degreesAPixel, window]);
  return own ?? drawn;
}
