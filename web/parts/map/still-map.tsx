// The map as a still picture: on paper, without WebGL2, and until the moving one is there. Same ground, same rules.
import type { Position } from "../../../src/model/place.ts";
import type { Bounds } from "../../ground/ground.ts";
import { borderLines, landRings } from "../../ground/ground.ts";
import { pointMarks, selectedMark } from "./map-view.ts";
import type { MapView } from "./map-view.ts";
import { mercator, metersAPixel, ringAround, roundLength } from "./projection.ts";
import styles from "./map.module.css";

/** Units of the picture, wide and high; it scales to its place. */
const SIZE = [640, 400] as const;

/** `label` says what is drawn; the list beside the map says it in full. */
export function StillMap({ view, label }: { view: MapView; label: string }) {
  const { project, degreesAUnit } = frame(view.bounds);
  const path = (lines: readonly (readonly Position[])[], close: boolean): string =>
    lines.map((line) => `M${line.map(project).map(text).join("L")}${close ? "Z" : ""}`).join("");
  const selected = selectedMark(view);
  const ring = selected === null ? [] : [ringAround(selected.at, selected.radiusMeters)];
  return (
    <svg
      className={styles.still}
      data-still-map={view.policy}
      viewBox={`0 0 ${SIZE[0]} ${SIZE[1]}`}
      preserveAspectRatio="xMidYMid slice"
      role="img"
      aria-label={label}
    >
      {view.isBare ? null : (
        <>
          <path className={styles.land} d={path(landRings(), true)} />
          {borderLines(view.policy).map(({ id, line }, i) => (
            <path
              key={`${id} ${i}`}
              className={styles.border}
              data-dashed={view.policy === "claims"}
              data-line={id}
              d={path([line], false)}
            />
          ))}
        </>
      )}
      <path className={styles.area} d={path(view.areas.flat(), true)} />
      <path className={styles.ring} d={path(ring, true)} />
      {pointMarks(view).map(({ id, at }) => {
        const [cx, cy] = project(at);
        return <circle key={id} className={styles.point} cx={cx} cy={cy} r={4} />;
      })}
      <Names view={view} project={project} />
      <Scale view={view} degreesAUnit={degreesAUnit} />
    </svg>
  );
}

type Project = (position: Position) => readonly [number, number];

/** Names whose room is not taken by one before them. */
function Names({ view, project }: { view: MapView; project: Project }) {
  const taken: (readonly [number, number])[] = pointMarks(view).map(({ at }) => project(at));
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

/** The picture holds all of the bounds, in the middle. */
function frame([west, south, east, north]: Bounds): {
  readonly project: Project;
  readonly degreesAUnit: number;
} {
  const [left, bottom] = mercator([west, south]);
  const [right, top] = mercator([east, north]);
  const degreesAUnit = Math.max((right - left) / SIZE[0], (top - bottom) / SIZE[1]);
  const [middleX, middleY] = [(left + right) / 2, (bottom + top) / 2];
  const project: Project = (position) => {
    const [x, y] = mercator(position);
    return [SIZE[0] / 2 + (x - middleX) / degreesAUnit, SIZE[1] / 2 - (y - middleY) / degreesAUnit];
  };
  return { project, degreesAUnit };
}

function text([x, y]: readonly [number, number]): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
