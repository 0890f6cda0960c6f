// Where there is room for one thing only: map, days and list as tabs, the panel below them.
import { useLingui } from "@lingui/react";
import { useState } from "react";
import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { Days } from "./days.tsx";
import { Panel } from "./panel.tsx";
import { RegionCounts } from "./region-counts.tsx";
import { Rows } from "./rows.tsx";
import type { SituationParts } from "./situation-parts.ts";
import styles from "./situation.module.css";

/** All tabs show the same incidents. */
export function Phone({ map, parts }: { map: ReactNode; parts: SituationParts }) {
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
