// The map as a still picture: on paper, without WebGL2, and until the moving one is there. Same ground, same marks and cells, same rules.
import { useMemo } from "react";
import type { Position } from "../../../src/model/place.ts";
import type { Bounds } from "../../ground/ground.ts";
import { borderLines, landRings } from "../../ground/ground.ts";
import type { Drawing } from "./drawing.ts";
import { isCircled, ringedMarks } from "./map-view.ts";
import type { MapView } from "./map-view.ts";
import { inverseMercator, mercator, metersAPixel, ringAround, roundLength } from "./projection.ts";
import { StillCells, StillMarks } from "./still-marks.tsx";
import { useDrawing } from "./use-drawing.ts";
import styles from "./map.module.css";

/** Units of the picture, wide and high; it scales to its place. */
const SIZE = [640, 400] as const;

interface StillMapProps {
  readonly view: MapView;
  /** What is drawn; the list beside the map says it in full. */
  readonly label: string;
  readonly pick: (ids: readonly string[]) => void;
}

export function StillMap({ view, label, pick }: StillMapProps) {
  const { project, degreesAUnit, window } = useMemo(() => frame(view.bounds), [view.bounds]);
  const drawing = useDrawing(view, degreesAUnit, window);
  const rings = ringedMarks(view);
  return (
    <svg
      className={styles.still}
      data-still-map={view.policy}
      data-drawing={drawing.kind}
      viewBox={`0 0 ${SIZE[0]} ${SIZE[1]}`}
      preserveAspectRatio="xMidYMid slice"
      role="img"
      aria-label={label}
    >
      <Ground view={view} project={project} />
      <path className={styles.area} d={path(view.areas.flat(), project)} />
      {drawing.kind === "cells" ? (
        <StillCells cells={drawing.cells} quantity={view.quantity ?? "place"} project={project} />
      ) : null}
      <path
        className={styles.ring}
        d={path(
          rings.map(({ at, radiusMeters }) => ringAround(at, radiusMeters)),
          project,
        )}
      />
      {rings.filter(isCircled).map(({ id, at }) => {
        const [cx, cy] = project(at);
        return <circle key={id} className={styles.ring} cx={cx} cy={cy} r={12} />;
      })}
      {drawing.kind === "marks" ? (
        <StillMarks marks={drawing.marks} project={project} pick={pick} />
      ) : null}
      <Names view={view} drawing={drawing} project={project} />
      <Scale view={view} degreesAUnit={degreesAUnit} />
    </svg>
  );
}

type Project = (position: Position) => readonly [number, number];

/** Coast and lines: drawn anew only when these change. */
function Ground({ view, project }: { view: MapView; project: Project }) {
  const { policy, isBare } = view;
  return useMemo(
    () =>
      isBare ? null : (
        <>
          <path className={styles.land} d={path(landRings(), project)} />
          {borderLines(policy).map(({ id, line }, i) => (
            <path
              key={`${id} ${i}`}
              className={styles.border}
              data-dashed={policy === "claims"}
              data-line={id}
              d={path([line], project, false)}
            />
          ))}
        </>
      ),
    [policy, isBare, project],
  );
}

/** Names whose room is not taken by a mark or by one before them. */
function Names({ view, drawing, project }: { view: MapView; drawing: Drawing; project: Project }) {
  const marks = drawing.kind === "marks" ? drawing.marks : [];
  const taken: (readonly [number, number])[] = marks.map(({ at }) => project(at));
  const shown = view.labels.flatMap(({ at, text: name }) => {
    const [x, y] = project(at);
    const isOutside = x < 8 || y < 14 || x > SIZE[0] - 90 || y > SIZE[1] - 34;
    if (isOutside || taken.some(([tx, ty]) => Math.abs(tx - x) < 90 && Math.abs(ty - y) < 16))
      return [];
    taken.push([x, y]);
    return [{ x, y, name }];
  });
  return shown.map(({ x, y, name }) => (
    <g key={name} className={styles.name}>
      <rect x={x - 1.5} y={y - 1.5} width={3} height={3} />
      <text x={x + 5} y={y + 4}>
        {name}
      </text>
    </g>
  ));
}

function Scale({ view, degreesAUnit }: { view: MapView; degreesAUnit: number }) {
  const unit = metersAPixel(degreesAUnit, (view.bounds[1] + view.bounds[3]) / 2);
  const meters = roundLength(120 * unit);
  const [x, y] = [SIZE[0] - 16, SIZE[1] - 12];
  return (
    <g className={styles.name}>
      <path className={styles.scaleLine} d={`M${x - meters / unit} ${y - 5}v5H${x}v-5`} />
      <text x={x} y={y - 8} textAnchor="end">
        {meters / 1000} km
      </text>
    </g>
  );
}

/** The picture holds all of the bounds, in the middle; `window` is all that it shows. */
function frame([west, south, east, north]: Bounds) {
  const [left, bottom] = mercator([west, south]);
  const [right, top] = mercator([east, north]);
  const degreesAUnit = Math.max((right - left) / SIZE[0], (top - bottom) / SIZE[1]);
  const [middleX, middleY] = [(left + right) / 2, (bottom + top) / 2];
  const project: Project = (position) => {
    const [x, y] = mercator(position);
    return [SIZE[0] / 2 + (x - middleX) / degreesAUnit, SIZE[1] / 2 - (y - middleY) / degreesAUnit];
  };
  const [wide, high] = [(SIZE[0] / 2) * degreesAUnit, (SIZE[1] / 2) * degreesAUnit];
  const lowest = inverseMercator([middleX - wide, middleY - high]);
  const highest = inverseMercator([middleX + wide, middleY + high]);
  const window: Bounds = [...lowest, ...highest];
  return { project, degreesAUnit, window };
}

function path(lines: readonly (readonly Position[])[], project: Project, isClosed = true): string {
  return lines
    .map((line) => `M${line.map(project).map(text).join("L")}${isClosed ? "Z" : ""}`)
    .join("");
}

function text([x, y]: readonly [number, number]): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
