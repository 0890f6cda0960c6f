// Who asserts what: claims and counter-claims, a column a claimant, alphabetical, in order of the record. None becomes a fact.
import { useLingui } from "@lingui/react";
import { useCase } from "../../app/case-frame.tsx";
import type { IncidentAnswer } from "../../source/record-source.ts";
import { useAsOfText } from "./as-of.ts";
import styles from "./incident.module.css";

type TextClaim = IncidentAnswer["claims"][number];

/** A group a claimant. */
export function Claims({ incident }: { incident: IncidentAnswer }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const by = [...new Set(incident.claims.map((claim) => claim.by))]
    .map((id) => ({ id, name: names.party(id) }))
    .sort((a, b) => names.compare(a.name, b.name));
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">{i18n._("claims.title", {}, { message: "Who says what" })}</h2>
      {by.length === 0 ? (
        <p>
          {i18n._(
            "claims.none",
            {},
            { message: "No claim is on record; nobody is named as having done it." },
          )}
        </p>
      ) : (
        <div className={styles.claimants}>
          {by.map(({ id, name }) => (
            <div key={id}>
              <h3>{name}</h3>
              <ul>
                {incident.claims
                  .filter((claim) => claim.by === id)
                  .map((claim) => (
                    <ClaimLine key={claim.id} claim={claim} />
                  ))}
              </ul>
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

function ClaimLine({ claim }: { claim: TextClaim }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const asOfText = useAsOfText();
  const when = asOfText(claim.asOf);
  return (
    <li>
      {text()}
      <small>
        {when === null ? null : ` ${when}`} <a href={`#${claim.source}`}>{claim.source}</a>
        {claim.note === null ? null : <span lang="en"> {claim.note}</span>}
      </small>
    </li>
  );

  function text(): React.ReactNode {
    switch (claim.predicate) {
      case "attribution":
        return i18n._(
          "claim.attribution",
          { actor: names.party(claim.actor) },
          {
            message: "attributes it to {actor}",
          },
        );
      case "denial":
        return claim.of === "event"
          ? i18n._("claim.denies-event", {}, { message: "denies that it happened" })
          : i18n._("claim.denies-actor", {}, { message: "denies having done it" });
      case "no-comment":
        return i18n._("claim.no-comment", {}, { message: "has not commented" });
      case "account":
        return <span lang="en">{claim.text}</span>;
      default:
        return claim satisfies never;
    }
  }
}
