// The map, or two of them that move together, a reading of the pair each; and what is done with what they show.
import { useLingui } from "@lingui/react";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { FormEvent } from "react";
import type { MapBox } from "../../../src/report/view.ts";
import { parseView } from "../../../src/report/view.ts";
import { searchOf } from "../../app/url.ts";
import { PointingLink } from "../../parts/pointing-link.tsx";
import type { Bounds } from "../../ground/ground.ts";
import { createCameraLink } from "../../parts/map/camera-link.ts";
import { Legend } from "./legend.tsx";
import { SituationLink } from "./situation-link.tsx";
import { SituationMap } from "./situation-map.tsx";
import type { NamedReading, SituationParts } from "./situation-parts.ts";
import styles from "./situation.module.css";

const route = getRouteApi("/c/$case/situation");

/** Above the maps how a pair is compared, below them the chosen incident and the part of the map to narrow to. */
export function Maps(parts: SituationParts) {
  const { view, chosen } = parts;
  const [camera] = useState(createCameraLink);
  const [window, setWindow] = useState<Bounds | null>(null);
  const { shown, each } = useMemo(() => {
    const isShown = ({ reading }: NamedReading) => view.pair?.includes(reading) ?? true;
    const named = chosen.filter(isShown);
    return {
      shown: named.map(({ reading }) => reading).toSorted(),
      each: named.map(({ reading, short }) => ({ readings: [reading], short })),
    };
  }, [chosen, view.pair]);
  return (
    <div className={styles.maps}>
      <Compare {...parts} />
      {view.maps === "two" && each.length === 2 ? (
        <div className={styles.two}>
          {each.map(({ readings, short }) => (
            <section key={short} aria-label={short} data-map-of={readings[0]}>
              <h2>{short}</h2>
              <SituationMap
                {...parts}
                readings={readings}
                name={short}
                slot={`draw ${short}`}
                camera={camera}
                seen={setWindow}
              />
            </section>
          ))}
        </div>
      ) : (
        <SituationMap {...parts} readings={shown} slot="draw" seen={setWindow} />
      )}
      <Legend readings={shown} page={parts.page} />
      <Chosen {...parts} />
      <Extent view={view} window={window} />
    </div>
  );
}

/** Which two readings, and how: one map, a map each, or only what they answer differently. */
function Compare({ view, chosen }: SituationParts) {
  const { i18n } = useLingui();
  const pairs = chosen.flatMap((a, at) => chosen.slice(at + 1).map((b) => [a, b] as const));
  if (pairs.length === 0 || pairs.length > MOST_PAIRS) return null;
  const words = {
    two: i18n._("situation.maps.two", {}, { message: "a map each" }),
    differ: i18n._("situation.maps.differ", {}, { message: "only what they answer differently" }),
  };
  return (
    <details className={styles.compare} open={view.pair !== null}>
      <summary>{i18n._("situation.compare", {}, { message: "Compare two readings" })}</summary>
      <ul>
        {pairs.map(([a, b]) => {
          const pair = pairOf(a, b);
          const isPair = view.pair?.join() === pair.join();
          return (
            <li key={pair.join()}>
              <span>
                {a.short} · {b.short}
              </span>
              {(["two", "differ"] as const).map((maps) => {
                const isOn = isPair && view.maps === maps;
                const next = isOn ? { pair: null, maps: null } : { pair, maps };
                return (
                  <SituationLink
                    key={maps}
                    view={{ ...view, ...next }}
                    isOn={isOn}
                    className={styles.button}
                  >
                    {words[maps]}
                  </SituationLink>
                );
              })}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** Four readings give six pairs. */
const MOST_PAIRS = 6;

function pairOf(a: NamedReading, b: NamedReading): readonly [string, string] {
  return a.reading < b.reading ? [a.reading, b.reading] : [b.reading, a.reading];
}

/** The chosen incident in words, so that a press on the map says something. */
function Chosen({ count, view, pointed }: SituationParts) {
  const { i18n } = useLingui();
  return (
    <p className={styles.note} aria-live="polite" data-chosen={count.chosen?.id}>
      {count.chosen === null ? (
        i18n._(
          "where.choose",
          {},
          {
            message: "A press on a mark chooses its incident; a number is of several in one place.",
          },
        )
      ) : (
        <>
          {i18n._("where.chosen", {}, { message: "Chosen:" })}{" "}
          <PointingLink row={count.chosen} view={view} pointed={pointed} />
        </>
      )}
    </p>
  );
}

/** What the map shows narrows nothing until it is asked to; typed edges are the same without a pointer. */
function Extent({ view, window }: Pick<SituationParts, "view"> & { window: Bounds | null }) {
  const { i18n } = useLingui();
  const navigate = route.useNavigate();
  const [problem, setProblem] = useState<string | null>(null);
  const go = (bbox: MapBox) =>
    void navigate({ search: searchOf({ ...view, bbox }), resetScroll: false });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const text = EDGES.map((edge) => fieldOf(fields, edge)).join(",");
    const { view: typed, problems } = parseView([["bbox", text]]);
    setProblem(problems[0]?.message ?? null);
    if (typed.bbox !== null) go(typed.bbox);
  };
  const names = {
    west: i18n._("extent.west", {}, { message: "West" }),
    south: i18n._("extent.south", {}, { message: "South" }),
    east: i18n._("extent.east", {}, { message: "East" }),
    north: i18n._("extent.north", {}, { message: "North" }),
  };
  return (
    <div className={styles.extent}>
      {window === null ? null : (
        <button type="button" className={styles.button} onClick={() => go(rounded(window))}>
          {i18n._("extent.use", {}, { message: "Use what is visible" })}
        </button>
      )}
      <details>
        <summary>{i18n._("extent.typed", {}, { message: "Part of the map by its edges" })}</summary>
        <form key={view.bbox?.join()} onSubmit={submit} className={styles.edges}>
          {EDGES.map((edge, at) => (
            <label key={edge}>
              {names[edge]}
              <input
                name={edge}
                inputMode="decimal"
                required
                defaultValue={view.bbox?.[at] ?? ""}
                size={7}
              />
            </label>
          ))}
          <button type="submit" className={styles.button}>
            {i18n._("list.show", {}, { message: "Show" })}
          </button>
          {problem === null ? null : <p role="alert">{problem}</p>}
        </form>
      </details>
    </div>
  );
}

const EDGES = ["west", "south", "east", "north"] as const;

function fieldOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === "string" ? value.trim() : "";
}

/** To about 100 m: an address stays readable. */
function rounded([west, south, east, north]: Bounds): MapBox {
  const to = (value: number, least: number, most: number) =>
    Math.min(most, Math.max(least, Math.round(value * 1000) / 1000));
  return [to(west, -180, 180), to(south, -90, 90), to(east, -180, 180), to(north, -90, 90)];
}
