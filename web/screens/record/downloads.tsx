// Files to take away: the lists as data, the case whole, and the log for whoever checks it elsewhere. Only those that are there.
import { useLingui } from "@lingui/react";
import { useCase } from "../../app/case-frame.tsx";
import { IS_EDITION, fileAddress } from "../../source/edition.ts";
import type { RecordAnswer } from "../../source/record-source.ts";
import styles from "./record.module.css";

const LISTS = [
  "incidents.csv",
  "incidents.geojson",
  "incidents.json",
  "readings.csv",
  "talks/meetings.json",
  "talks/statements.json",
  "terms.json",
  "record.json",
] as const;

/** Addresses below the case. */
export function Downloads({ record }: { record: RecordAnswer }) {
  const { i18n } = useLingui();
  const { card } = useCase();
  const file = (path: string) => fileAddress(`c/${encodeURIComponent(card.id)}/${path}`);
  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads">{i18n._("downloads.title", {}, { message: "Files to take away" })}</h2>
      <dl className={styles.pairs} data-part="downloads">
        <div>
          <dt>{i18n._("downloads.lists", {}, { message: "Lists" })}</dt>
          <dd className={styles.files}>
            {LISTS.map((one) => (
              <a key={one} href={file(one)} download>
                {one}
              </a>
            ))}
          </dd>
        </div>
        <div>
          <dt>{i18n._("downloads.whole", {}, { message: "The case whole" })}</dt>
          <dd>
            <a href={file("pack.json")} download>
              pack.json
            </a>
          </dd>
        </div>
        {record.isSeeds ? null : (
          <div>
            <dt>{i18n._("downloads.log", {}, { message: "The log (C2SP tlog-tiles)" })}</dt>
            <dd className={styles.files}>
              {["checkpoint", "vkey"].map((one) => (
                <a key={one} href={file(`log/${one}`)}>
                  log/{one}
                </a>
              ))}
              <span className="mono">log/tile/…</span>
            </dd>
          </div>
        )}
        {IS_EDITION ? null : (
          <div>
            <dt>{i18n._("downloads.api", {}, { message: "Every address, described" })}</dt>
            <dd>
              <a href={fileAddress("api")}>/api (OpenAPI)</a>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
