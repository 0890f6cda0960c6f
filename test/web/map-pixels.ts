// Which colours a map has on screen, read from its pixels.
import type { JSHandle } from "playwright-core";
import type { Look } from "./browser.ts";

/** The map as the screen shows it, on a canvas whose pixels can be read. */
export async function mapPixels({ page }: Look): Promise<JSHandle<ImageData>> {
  const picture = await page.locator("[data-map]").screenshot();
  return page.evaluateHandle(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width;
    canvas.height = image.height;
    const pen = canvas.getContext("2d");
    if (pen === null) throw new Error("a canvas cannot be drawn on");
    pen.drawImage(image, 0, 0);
    return pen.getImageData(0, 0, image.width, image.height);
  }, picture.toString("base64"));
}

/** Hues of the coloured pixels of the map; ground and ink have next to no colour. */
export async function hues(look: Look): Promise<readonly number[]> {
  const pixels = await mapPixels(look);
  return pixels.evaluate(({ data }) => {
    const found: number[] = [];
    for (let i = 0; i < data.length; i += 4) {
      const [r, g, b] = [data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0];
      const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
      if (most - least < 40) continue;
      const sector =
        most === r
          ? (g - b) / (most - least)
          : most === g
            ? 2 + (b - r) / (most - least)
            : 4 + (r - g) / (most - least);
      found.push((sector * 60 + 360) % 360);
    }
    return found;
  });
}

/** Hues in none of the bands (degrees). */
export function outside(
  all: readonly number[],
  bands: readonly (readonly [number, number])[],
): number {
  return all.filter((hue) => bands.every(([from, to]) => hue < from || hue > to)).length;
}
