// Where a draft may start: a text of the case, one reading of it, or a blank clause. None is preselected.
import { useLingui } from "@lingui/react";
import { Link, getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { TEMPLATES } from "../../../src/terms/templates.ts";
import { useCase } from "../../app/case-frame.tsx";
import { templateName } from "./form/template-words.ts";
import styles from "./lab.module.css";

const route = getRouteApi("/c/$case/lab");

/** Links; each start is an address. */
export function StartChooser() {
  const { i18n } = useLingui();
  const { card, names } = useCase();
  return (
    <section className={styles.starts} aria-labelledby="starts" data-ready="lab-start">
      <h2 id="starts">{i18n._("lab.start", {}, { message: "Start from" })}</h2>
      {card.instruments.map((instrument) => (
        <div key={instrument.id}>
          <StartLink start={instrument.id}>
            <span lang="en">{instrument.title}</span>
          </StartLink>
          <ul className={styles.readings}>
            {card.readings
              .filter((reading) => reading.instrument === instrument.id)
              .map(({ id, holder }) => (
                <li key={id}>
                  <StartLink start={id}>
                    {holder === null
                      ? i18n._("card.nobody", {}, { message: "Held by nobody" })
                      : names.party(holder)}{" "}
                    <span className="mono">{id}</span>
                  </StartLink>
                </li>
              ))}
          </ul>
        </div>
      ))}
      <div>
        <StartLink start="blank">
          {i18n._("lab.start.blank", {}, { message: "A blank clause" })}
        </StartLink>
        <ul className={styles.templates}>
          {TEMPLATES.map((template) => (
            <li key={template}>
              <StartLink start={`blank/${template}`}>{templateName(i18n, template)}</StartLink>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function StartLink({ start, children }: { start: string; children: ReactNode }) {
  const params = route.useParams();
  return (
    <Link to="/c/$case/lab" params={params} search={{ start }} className={styles.start}>
      {children}
    </Link>
  );
}
