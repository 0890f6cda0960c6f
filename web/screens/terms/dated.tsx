// Which text this is: its id, the day of this version, and the hash that names it.
import { useLingui } from "@lingui/react";
import type { TextLine } from "../../../src/report/terms-page.ts";
import { useCase } from "../../app/case-frame.tsx";
import styles from "./dated.module.css";

/** The whole hash where `whole` is set, its beginning elsewhere. */
export function Dated({
  text: { id, dated, version },
  whole = false,
}: {
  readonly text: Pick<TextLine, "id" | "dated" | "version">;
  readonly whole?: boolean;
}) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const hash = version.replace("sha256:", "");
  return (
    <p className={styles.dated}>
      <span className="mono">{id}</span>
      <span>
        {dated === null
          ? i18n._("terms.undated", {}, { message: "day of this version not given" })
          : i18n._("terms.dated", { day: names.day(dated) }, { message: "version of {day}" })}
      </span>
      <span className="mono" title={version}>
        {whole ? version : hash.slice(0, 12)}
      </span>
    </p>
  );
}
