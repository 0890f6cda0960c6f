// The head of a text: title, version, who is bound, how each party stands to it, and the ways on.
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { EMPTY_VIEW } from "../../../src/report/view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { searchOf } from "../../app/url.ts";
import { handFile } from "../../parts/hand-file.ts";
import { TwinLink } from "../../parts/twin-link.tsx";
import type { TextAnswer } from "../../source/record-source.ts";
import { Dated } from "./dated.tsx";
import { FindingCount } from "./findings.tsx";
import { Status } from "./status.tsx";
import styles from "./text.module.css";

/** The page's own heading and what stands under it. */
export function TextHead({ text }: { text: TextAnswer }) {
  const { i18n } = useLingui();
  const { card, names } = useCase();
  const sorted = (ids: readonly string[]) => names.list(ids.map(names.party).sort(names.compare));
  return (
    <header className={styles.head}>
      <p className={styles.up}>
        <Link to="/c/$case/terms" params={{ case: card.id }}>
          {i18n._("screen.terms", {}, { message: "Terms" })}
        </Link>
      </p>
      <h1 lang="en">{text.title}</h1>
      <Dated text={text} whole />
      <p className={styles.quiet}>
        {i18n._(
          "terms.bound",
          { parties: sorted(text.parties) },
          { message: "Would bind: {parties}" },
        )}
        {text.others.length === 0
          ? null
          : ` · ${i18n._(
              "terms.others",
              { parties: sorted(text.others) },
              { message: "may hold answers, is bound by nothing: {parties}" },
            )}`}
      </p>
      <Status text={text} />
      <p className={styles.ways}>
        {text.readings.length === 0 ? null : (
          <Link
            to="/c/$case/price"
            params={{ case: card.id }}
            search={searchOf({ ...EMPTY_VIEW, readings: [text.id] })}
            className={styles.button}
          >
            {i18n._("terms.to-price", {}, { message: "What each reading covers" })}
          </Link>
        )}
        <Link
          to="/c/$case/terms/$instrument"
          params={{ case: card.id, instrument: text.id }}
          search={{ edit: "1" }}
          className={styles.button}
        >
          {i18n._("terms.edit", {}, { message: "Edit a draft of it" })}
        </Link>
        <Link
          to="/c/$case/lab"
          params={{ case: card.id }}
          search={{ start: text.id }}
          className={styles.button}
        >
          {i18n._("terms.to-lab", {}, { message: "Try other words in the lab" })}
        </Link>
        <button type="button" className={styles.button} onClick={() => keep(text)}>
          {i18n._("terms.keep", { file: text.file }, { message: "Keep {file}" })}
        </button>
        <TwinLink caseId={card.id} file={`terms/${text.id}.json`} query="" of={text.title} />
        <FindingCount findings={text.findings} />
      </p>
    </header>
  );
}

function keep({ text, file }: TextAnswer): void {
  handFile(new Blob([text], { type: "text/plain;charset=utf-8" }), file);
}
