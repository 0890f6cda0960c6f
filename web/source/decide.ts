// Decisions of review, sent to the server that sent this page; an edition has none to send to.
import type { DecisionAsked } from "../../src/record/kinds/decision.ts";
import { IS_EDITION, fileAddress } from "./edition.ts";

function addressOfDeciding(caseId: string): string {
  return fileAddress(`c/${encodeURIComponent(caseId)}/decide`);
}

/** Whether decisions can be taken where this page comes from. */
export async function canDecide(caseId: string, signal: AbortSignal): Promise<boolean> {
  if (IS_EDITION) return false;
  const response = await fetch(addressOfDeciding(caseId), { signal });
  const body: unknown = await response.json().catch(() => null);
  return isRecord(body) && body["canDecide"] === true;
}

/** Resolves with every reason why it was not kept; empty when it was. */
export async function sendDecision(
  caseId: string,
  decision: DecisionAsked,
): Promise<readonly string[]> {
  const response = await fetch(addressOfDeciding(caseId), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(decision),
  }).catch(() => null);
  if (response === null)
    return ["the server did not answer; nothing was kept as far as this page knows"];
  if (response.ok) return [];
  const body: unknown = await response.json().catch(() => null);
  const errors = isRecord(body) && Array.isArray(body["errors"]) ? body["errors"] : [];
  const messages = errors.filter(isRecord).map((one) => String(one["message"]));
  const detail = isRecord(body) ? String(body["detail"]) : `the server answered ${response.status}`;
  return messages.length > 0 ? messages : [detail];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
