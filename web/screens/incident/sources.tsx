// Every source cited on the page: outlet, its side, day, address. Side is a stake, never a score.
import { useLingui } from "@lingui/react";
import { useCase } from "../../app/case-frame.tsx";
import type { IncidentAnswer } from "../../source/record-source.ts";
import styles from "./incident.module.css";

/** In the order of the answer. Addresses open only when pressed; nothing is fetched from them. */
export function Sources({ incident }: { incident: IncidentAnswer }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{i18n._("sources.title", {}, { message: "Sources" })}</h2>
      <ul className={styles.sources}>
        {incident.sources.map(({ id, title, outlet, outletSide, url, published }) => (
          <li key={id} id={id} tabIndex={-1}>
            <span className="mono">{id}</span>{" "}
            {url !== null && isWebAddress(url) ? (
              <a href={url} rel="noreferrer noopener" lang="en">
                {title}
              </a>
            ) : (
              <span lang="en">{title}</span>
            )}
            <small>
              {" "}
              {outlet},{" "}
              {i18n._(
                "source.side",
                { side: outletSide === "other" ? otherSide() : names.party(outletSide) },
                {
                  message: "side: {side}",
                },
              )}
              ,{" "}
              {published === null
                ? i18n._("source.undated", {}, { message: "day of publication unknown" })
                : names.day(published)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );

  function otherSide(): string {
    return i18n._("source.other", {}, { message: "neither" });
  }
}

/** Records hold text from strangers: only web addresses become links. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
