// Map and days left, panel right, list below; on phones one of map, days and list at a time.
import { useLingui } from "@lingui/react";
import { Suspense, lazy, useState, useSyncExternalStore } from "react";
import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
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

/** All parts show the same incidents. */
export function SituationBody(parts: SituationParts) {
  const isNarrow = useNarrow();
  const isPrinting = usePrinting();
  const map = (
    <Suspense fallback={<Skeleton lines={16} />}>
      <Maps {...parts} />
    </Suspense>
  );
  if (isNarrow && !isPrinting) return <Phone map={map} parts={parts} />;
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

function Phone({ map, parts }: { map: ReactNode; parts: SituationParts }) {
  const { i18n } = useLingui();
  const [shown, setShown] = useState<string>("map");
  return (
    <div className={styles.phone}>
      <Tabs selectedKey={shown} onSelectionChange={(key) => setShown(String(key))}>
        <TabList
          className={styles.tabs ?? ""}
          aria-label={i18n._("situation.tabs", {}, { message: "Show as" })}
        >
          <Tab id="map">{i18n._("situation.tab.map", {}, { message: "Map" })}</Tab>
          <Tab id="days">{i18n._("brush.days", {}, { message: "Days" })}</Tab>
          <Tab id="list">{i18n._("situation.tab.list", {}, { message: "List" })}</Tab>
        </TabList>
        <TabPanel id="map">{map}</TabPanel>
        <TabPanel id="days">
          <Days {...parts} />
        </TabPanel>
        <TabPanel id="list">
          <Rows {...parts} />
          <RegionCounts {...parts} />
        </TabPanel>
      </Tabs>
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
