// Talks in words: how a meeting was held, whether it was, who had which role, what sort of words a statement is. The same for every party.
import type { I18n } from "@lingui/core";
import type { MeetingLine, StatementLine } from "../../src/report/talk-lines.ts";

/** How a meeting was held, as the start of its title. */
export function formatName(i18n: I18n, format: MeetingLine["format"]): string {
  switch (format) {
    case "direct":
      return i18n._("talks.direct", {}, { message: "Meeting" });
    case "expert":
      return i18n._("talks.expert", {}, { message: "Technical talks" });
    case "margins":
      return i18n._("talks.margins", {}, { message: "Meeting on the margins of another event" });
    case "multilateral":
      return i18n._("talks.multilateral", {}, { message: "Meeting of several parties" });
    case "phone":
      return i18n._("talks.phone", {}, { message: "Phone call" });
    case "shuttle":
      return i18n._("talks.shuttle", {}, { message: "Shuttle talks" });
    case "video":
      return i18n._("talks.video", {}, { message: "Video call" });
    case "written":
      return i18n._("talks.written", {}, { message: "Exchange in writing" });
    default:
      return format satisfies never;
  }
}

/** Whether it was held, as far as the record knows. */
export function meetingStatus(i18n: I18n, status: MeetingLine["status"]): string {
  switch (status) {
    case "announced":
      return i18n._("talks.announced", {}, { message: "announced" });
    case "broken-off":
      return i18n._("talks.broken-off", {}, { message: "broken off" });
    case "cancelled":
      return i18n._("talks.cancelled", {}, { message: "cancelled" });
    case "denied":
      return i18n._("talks.denied", {}, { message: "denied" });
    case "held":
      return i18n._("talks.held", {}, { message: "reported as held" });
    case "postponed":
      return i18n._("talks.postponed", {}, { message: "postponed" });
    case "reported-planned":
      return i18n._("talks.planned", {}, { message: "reported as planned" });
    case "unknown":
      return i18n._("talks.status-unknown", {}, { message: "not known whether it was held" });
    default:
      return status satisfies never;
  }
}

/** A participant's role; null where it is a party to the talks, or nobody gives a role. */
export function roleName(
  i18n: I18n,
  role: MeetingLine["participants"][number]["role"],
): string | null {
  switch (role) {
    case "expert":
      return i18n._("role.expert", {}, { message: "expert" });
    case "guarantor":
      return i18n._("role.guarantor", {}, { message: "guarantor" });
    case "host":
      return i18n._("role.host", {}, { message: "host" });
    case "interpreter":
      return i18n._("role.interpreter", {}, { message: "interpreter" });
    case "mediator":
      return i18n._("role.mediator", {}, { message: "mediator" });
    case "observer":
      return i18n._("role.observer", {}, { message: "observer" });
    case "sender":
      return i18n._("role.sender", {}, { message: "sender of a mediator" });
    case "witness":
      return i18n._("role.witness", {}, { message: "witness" });
    case "party":
    case "unknown":
      return null;
    default:
      return role satisfies never;
  }
}

/** What sort of words it is: what the speaker did, never whether it is so. */
export function actName(i18n: I18n, act: StatementLine["act"]): string {
  switch (act) {
    case "announcement":
      return i18n._("act.announcement", {}, { message: "announcement" });
    case "claim":
      return i18n._("act.claim", {}, { message: "claim" });
    case "demand":
      return i18n._("act.demand", {}, { message: "demand" });
    case "denial":
      return i18n._("act.denial", {}, { message: "denial" });
    case "position":
      return i18n._("act.position", {}, { message: "position" });
    case "promise":
      return i18n._("act.promise", {}, { message: "promise" });
    case "proposal":
      return i18n._("act.proposal", {}, { message: "proposal" });
    case "report":
      return i18n._("act.report", {}, { message: "report" });
    case "threat":
      return i18n._("act.threat", {}, { message: "threat" });
    default:
      return act satisfies never;
  }
}
