// Marks and cells of the still picture, as the moving map draws them.
import type { Position } from "../../../src/model/place.ts";
import { VerdictShape } from "../verdict-mark.tsx";
import { cellText, drawOrder } from "./density.ts";
import type { Cell, PlaceMark } from "./drawing.ts";
import type { MapMark } from "./map-view.ts";
import styles from "./map.module.css";

type Project = (position: Position) => readonly [number, number];

interface StillMarksProps {
  readonly marks: readonly PlaceMark[];
  readonly project: Project;
  /** For the pointer alone: the list beside the map is the way by keyboard. */
  readonly pick: (ids: readonly string[]) => void;
}

/** One a place, numbered where it has several incidents. */
export function StillMarks({ marks, project, pick }: StillMarksProps) {
  return marks
    .toSorted((a, b) => drawOrder(a.id) - drawOrder(b.id))
    .map(({ id, ids, at, mark }) => {
      const [x, y] = project(at);
      return (
        <g
          key={id}
          className={styles.stillMark}
          data-ids={ids.join(" ")}
          transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
          onClick={() => pick(ids)}
        >
          <circle className={styles.reach} r={10} />
          {mark === "place" ? (
            <circle className={styles.point} r={4} />
          ) : (
            <g transform="translate(-8 -8)">
              <VerdictShape mark={mark} />
            </g>
          )}
          {ids.length === 1 ? null : (
            <text className={styles.number} x={8} y={-3}>
              {ids.length}
            </text>
          )}
        </g>
      );
    });
}

interface StillCellsProps {
  readonly cells: readonly Cell[];
  readonly quantity: MapMark["mark"];
  readonly project: Project;
}

/** Inner disc at least, outer ring at most. */
export function StillCells({ cells, quantity, project }: StillCellsProps) {
  return cells.map((cell) => {
    const [cx, cy] = project(cell.at);
    return (
      <g
        key={cell.key}
        className={styles.cell}
        data-quantity={quantity}
        data-at-least={cell.atLeast}
        data-at-most={cell.atMost}
      >
        <circle className={styles.cellMost} cx={cx} cy={cy} r={cell.mostRadius} />
        {cell.atLeast === 0 ? null : (
          <circle className={styles.cellLeast} cx={cx} cy={cy} r={cell.leastRadius} />
        )}
        <text className={styles.number} x={cx} y={cy + 4} textAnchor="middle">
          {cellText(cell)}
        </text>
      </g>
    );
  });
}
