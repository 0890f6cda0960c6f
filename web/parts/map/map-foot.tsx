// Under every map: which lines it draws and that they recognise nothing, who claims what, and where the ground comes from.
import { useLingui } from "@lingui/react";
import { useId } from "react";
import { BOUNDARY_POLICIES } from "../../../src/report/view.ts";
import type { BoundaryPolicy } from "../../../src/report/view.ts";
import { borderLines } from "../../ground/ground.ts";
import type { BorderLine } from "../../ground/ground.ts";
import type { MapView } from "./map-view.ts";
import styles from "./map.module.css";

interface MapFootProps {
  readonly view: MapView;
  readonly choose: (policy: BoundaryPolicy) => void;
}

/** The choice is part of the address, so that a link shows the same lines. */
export function MapFoot({ view, choose }: MapFootProps) {
  const { i18n } = useLingui();
  const id = useId();
  const names: Readonly<Record<BoundaryPolicy, string>> = {
    none: i18n._("boundary.none", {}, { message: "no boundary is drawn" }),
    recognised: i18n._("boundary.recognised", {}, { message: "as internationally recognised" }),
    claims: i18n._("boundary.claims", {}, { message: "every claimed line, all drawn alike" }),
  };
  return (
    <figcaption className={styles.foot}>
      <fieldset className={styles.policies}>
        <legend>{i18n._("map.lines", {}, { message: "Boundaries on the map" })}</legend>
        {BOUNDARY_POLICIES.map((policy) => (
          <label key={policy} data-on={policy === view.policy}>
            <input
              type="radio"
              name={id}
              value={policy}
              checked={policy === view.policy}
              onChange={() => choose(policy)}
            />
            {names[policy]}
          </label>
        ))}
      </fieldset>
      <p>
        {i18n._("map.no-recognition", {}, { message: "Lines do not imply recognition." })}{" "}
        {view.isBare
          ? i18n._(
              "map.bare",
              {},
              { message: "No coast or line is kept for this part of the world." },
            )
          : i18n._(
              "map.ground",
              {},
              {
                message:
                  "Coast and lines: Natural Earth (public domain), between Ukraine and Russia geoBoundaries (CC BY 4.0), simplified to about 1 km. Names of cities: GeoNames (CC BY 4.0). No line is drawn at sea.",
              },
            )}
      </p>
      {view.policy === "claims" && !view.isBare ? <Claims /> : null}
    </figcaption>
  );
}

/** Each claim once: claimant, since when, and whose outline is drawn. */
function Claims() {
  const { i18n } = useLingui();
  const claimants: Readonly<Record<string, string>> = {
    Abkhazia: i18n._("map.claimant.abkhazia", {}, { message: "Abkhazia" }),
    Kosovo: i18n._("map.claimant.kosovo", {}, { message: "Kosovo" }),
    Russia: i18n._("map.claimant.russia", {}, { message: "Russia" }),
    "South Ossetia": i18n._("map.claimant.south-ossetia", {}, { message: "South Ossetia" }),
    Transnistria: i18n._("map.claimant.transnistria", {}, { message: "Transnistria" }),
  };
  return (
    <ul>
      {claims().map(({ claimant, since, source }) => (
        <li key={`${claimant} ${since}`}>
          {i18n._(
            "map.claim",
            { who: claimants[claimant ?? ""] ?? claimant, since, source },
            { message: "claimed by {who} since {since}; outline: {source}" },
          )}
        </li>
      ))}
      <li>
        {i18n._(
          "map.claim.states",
          {},
          { message: "all other lines: claimed by the states on both sides" },
        )}
      </li>
    </ul>
  );
}

function claims(): readonly BorderLine[] {
  const all = borderLines("claims").filter(({ claimant }) => claimant !== null);
  const once = new Map(all.map((line) => [`${line.claimant} ${line.since}`, line]));
  return [...once.keys()].sort().flatMap((key) => once.get(key) ?? []);
}
