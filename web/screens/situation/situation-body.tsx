// Map and days left, panel right, list below; on phones one of map, days and list at a time.
import { Suspense, lazy, useSyncExternalStore } from "react";
import { Skeleton } from "../../parts/skeleton.tsx";
import { usePrinting } from "../../parts/use-printing.ts";
import { Days } from "./days.tsx";
import { Panel } from "./panel.tsx";
import { RegionCounts } from "./region-counts.tsx";
import { Rows } from "./rows.tsx";
import type { SituationParts } from "./situation-parts.ts";
import styles from "./situation.module.css";

/** Ground and picture are a chunk of their own: figures need not wait for them. */
const Maps = lazy(() => import("./maps.tsx").then((one) => ({ default: one.Maps })));

/** Only phones need tabs. */
const Phone = lazy(() => import("./phone.tsx").then((one) => ({ default: one.Phone })));

/** All parts show the same incidents. */
export function SituationBody(parts: SituationParts) {
  const isNarrow = useNarrow();
  const isPrinting = usePrinting();
  const map = (
    <Suspense fallback={<Skeleton lines={16} />}>
      <Maps {...parts} />
    </Suspense>
  );
  if (isNarrow && !isPrinting)
    return (
      <Suspense fallback={<Skeleton lines={24} />}>
        <Phone map={map} parts={parts} />
      </Suspense>
    );
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        {map}
        <Days {...parts} />
        <Rows {...parts} />
        <RegionCounts {...parts} />
      </div>
      <Panel {...parts} />
    </div>
  );
}

const NARROW = "(max-width: 50rem)";

function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(NARROW);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => window.matchMedia(NARROW).matches,
  );
}
