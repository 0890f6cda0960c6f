// The verdict shapes as pictures for the map's symbol layer: circle layers draw no half discs, dashed rings or squares.
import type { MapColours } from "./colours.ts";
import type { MapMark } from "./map-view.ts";

/** The dot of a city: square as on the still picture, so that it does not pass for a mark. */
export const CITY = "city";

type Shape = MapMark["mark"] | typeof CITY;

/** Pixels of a sprite; drawn at half of it on the map. */
export const SPRITE_PIXELS = 32;

export const SHAPES: readonly Shape[] = [
  "violation",
  "not-covered",
  "undetermined",
  "conflict",
  "differ",
  "place",
  CITY,
];

/** One shape as pixels, in the same geometry as VerdictMark (16 units). */
export function sprite(shape: Shape, colours: MapColours): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = SPRITE_PIXELS;
  canvas.height = SPRITE_PIXELS;
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("this browser gave no 2d canvas for the marks of the map");
  pen.scale(SPRITE_PIXELS / 16, SPRITE_PIXELS / 16);
  const colour = shape === "place" || shape === CITY ? colours.ink : colours[shape];
  pen.strokeStyle = colour;
  pen.fillStyle = colour;
  pen.lineWidth = 2;
  draw(pen, shape);
  return pen.getImageData(0, 0, SPRITE_PIXELS, SPRITE_PIXELS);
}

function draw(pen: CanvasRenderingContext2D, shape: Shape): void {
  switch (shape) {
    case "violation":
      disc(pen, 6.5).fill();
      return;
    case "not-covered":
      disc(pen, 5.5).stroke();
      return;
    case "undetermined":
      pen.setLineDash([2.4, 1.8]);
      disc(pen, 5.75).stroke();
      disc(pen, 1.6).fill();
      return;
    case "conflict":
      pen.strokeRect(2.5, 2.5, 11, 11);
      pen.beginPath();
      pen.moveTo(3, 13);
      pen.lineTo(13, 3);
      pen.stroke();
      return;
    case "differ":
      disc(pen, 5.75).stroke();
      pen.beginPath();
      pen.arc(8, 8, 5.75, -Math.PI / 2, Math.PI / 2);
      pen.fill();
      return;
    case "place":
      disc(pen, 4).fill();
      return;
    case "city":
      pen.fillRect(6.5, 6.5, 3, 3);
      return;
    default:
      shape satisfies never;
  }
}

function disc(pen: CanvasRenderingContext2D, radius: number): CanvasRenderingContext2D {
  pen.beginPath();
  pen.arc(8, 8, radius, 0, 2 * Math.PI);
  return pen;
}
