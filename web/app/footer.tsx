// What every figure rests on: record, head, engine, terms, boundaries, licence, method. Printed with every page.
import { useLingui } from "@lingui/react";
import { EDITION_MARK } from "../source/edition.ts";
import type { CaseAnswer } from "../source/record-source.ts";
import { REVIEWS } from "../words/reviews.ts";
import { useLanguage } from "./language.tsx";
import styles from "./shell.module.css";

/** `card` is null before a case is chosen. */
export function Footer({ card }: { card: CaseAnswer | null }) {
  const { i18n } = useLingui();
  return (
    <footer className={styles.footer}>
      {card === null ? null : <CaseFacts card={card} />}
      <Unreviewed />
      <p>
        {i18n._(
          "footer.licence",
          {},
          {
            message:
              "Truceline is free software under Apache-2.0. Sources keep their own licences; disputed words are quoted, everything else is said in our own words.",
          },
        )}
      </p>
    </footer>
  );
}

/** Stands until a native editor has signed the catalog of the shown language (words/reviews.ts). */
function Unreviewed() {
  const { i18n } = useLingui();
  const { language } = useLanguage();
  if (REVIEWS[language] !== null) return null;
  return (
    <p data-part="unreviewed">
      {i18n._(
        "footer.unreviewed",
        {},
        {
          message:
            "This translation has not been checked by a native editor yet. Where the texts differ, the English one holds.",
        },
      )}
    </p>
  );
}

function CaseFacts({ card }: { card: CaseAnswer }) {
  const { i18n } = useLingui();
  const { incidents, sources, statements } = card.record;
  return (
    <dl>
      <div>
        <dt>{i18n._("footer.record", {}, { message: "Record" })}</dt>
        <dd>
          {i18n._(
            "footer.record.counts",
            { incidents, sources, statements },
            {
              message:
                "{incidents, plural, one {# incident} other {# incidents}}, {statements, plural, one {# statement} other {# statements}}, {sources, plural, one {# source} other {# sources}}",
            },
          )}
        </dd>
      </div>
      <div>
        <dt>{i18n._("footer.head", {}, { message: "Record head" })}</dt>
        <dd>
          {card.logHead.size === 0
            ? i18n._(
                "footer.head.none",
                {},
                { message: "none: the record is kept in files, without a log" },
              )
            : `${card.logHead.size} ${card.logHead.root}`}
        </dd>
      </div>
      {EDITION_MARK === null ? null : <Edition mark={EDITION_MARK} />}
      <div>
        <dt>{i18n._("footer.engine", {}, { message: "Engine" })}</dt>
        <dd>{card.engine}</dd>
      </div>
      <div>
        <dt>{i18n._("footer.boundaries", {}, { message: "Boundaries" })}</dt>
        <dd>
          {i18n._(
            "footer.boundaries.policy",
            { policy: card.boundaryPolicy.policy },
            {
              message: "maps follow the policy “{policy}”; lines do not imply recognition",
            },
          )}
        </dd>
      </div>
      <div>
        <dt>{i18n._("footer.method", {}, { message: "Method" })}</dt>
        <dd>
          {i18n._(
            "footer.method.text",
            {},
            {
              message:
                "Every incident is judged under every reading. A reading’s open questions stay open, an unknown fact stays unknown: “at least” counts what is a violation whatever they are, “at most” all that may be one.",
            },
          )}
        </dd>
      </div>
      <div>
        <dt>{i18n._("footer.terms", {}, { message: "Terms" })}</dt>
        <dd className="mono">
          {Object.entries(card.terms)
            .map(([id, hash]) => `${id} ${hash.replace("sha256:", "").slice(0, 12)}`)
            .join(" · ")}
        </dd>
      </div>
    </dl>
  );
}

/** Files that differ in one byte have another mark: it says which record this is as long as there is no log. */
function Edition({ mark }: { mark: string }) {
  const { i18n } = useLingui();
  return (
    <div data-part="edition">
      <dt>{i18n._("footer.edition", {}, { message: "Read-only edition" })}</dt>
      <dd>
        {i18n._(
          "footer.edition.text",
          {},
          {
            message:
              "Every answer is computed in this page from the files of the record; nothing is sent. Fingerprint of the files:",
          },
        )}{" "}
        <span className="mono">{mark.replace("sha256:", "").slice(0, 12)}</span>
      </dd>
    </div>
  );
}
