// Three switches: what is counted, over which days, and the order of the cards. An order from narrow to wide exists only where it holds in every situation.
import { useLingui } from "@lingui/react";
import type { I18n } from "@lingui/core";
import type { LadderPart } from "../../../src/report/ladder.ts";
import { UNITS } from "../../../src/report/view.ts";
import type { Unit, View } from "../../../src/report/view.ts";
import { ViewLink } from "./view-link.tsx";
import styles from "./question-bar.module.css";

/** What the cards count. */
export function UnitSwitch({ view }: { view: View }) {
  const { i18n } = useLingui();
  const words: Readonly<Record<Unit | "incidents", string>> = {
    incidents: i18n._("unit.incidents", {}, { message: "incidents" }),
    casualties: i18n._("unit.casualties", {}, { message: "casualties as reported" }),
    objects: i18n._("unit.objects", {}, { message: "protected objects" }),
    days: i18n._("unit.days", {}, { message: "days with at least one" }),
  };
  return (
    <span className={styles.switch}>
      {i18n._("unit.title", {}, { message: "Counted:" })}
      {([null, ...UNITS] as const).map((unit) => (
        <ViewLink
          key={unit}
          view={{ ...view, unit }}
          isOn={view.unit === unit}
          className={styles.option}
        >
          {words[unit ?? "incidents"]}
        </ViewLink>
      ))}
    </span>
  );
}

/** The whole record, or only what may lie in a period that one of the readings shown gives. */
export function WindowSwitch({ view }: { view: View }) {
  const { i18n } = useLingui();
  const words = {
    whole: i18n._("window.whole", {}, { message: "whole record" }),
    inForce: i18n._("window.in-force", {}, { message: "in-force window" }),
  };
  return (
    <span className={styles.switch}>
      {i18n._("window.title", {}, { message: "Over:" })}
      {([null, "in-force"] as const).map((window) => (
        <ViewLink
          key={window}
          view={{ ...view, window }}
          isOn={view.window === window}
          className={styles.option}
        >
          {window === null ? words.whole : words.inForce}
        </ViewLink>
      ))}
    </span>
  );
}

/** Names, or narrow to wide; where that is no order, the reason stands in its place. */
export function OrderSwitch({ view, ladder }: { view: View; ladder: LadderPart | null }) {
  const { i18n } = useLingui();
  const order = ladder?.order ?? "whole";
  const isOn = view.sort === "width" && order === "holds";
  return (
    <span className={styles.switch} data-order={order}>
      {i18n._("order.title", {}, { message: "Order:" })}
      <ViewLink view={{ ...view, sort: null }} isOn={!isOn} className={styles.option}>
        {i18n._("order.name", {}, { message: "by name" })}
      </ViewLink>
      {order === "holds" ? (
        <ViewLink view={{ ...view, sort: "width" }} isOn={isOn} className={styles.option}>
          {i18n._("order.width", {}, { message: "narrow to wide" })}
        </ViewLink>
      ) : (
        <span>{noOrder(order, i18n)}</span>
      )}
    </span>
  );
}

function noOrder(order: Exclude<LadderPart["order"], "holds"> | "whole", i18n: I18n): string {
  switch (order) {
    case "whole":
      return i18n._(
        "order.none.whole",
        {},
        { message: "(narrow to wide only for the answers of one question)" },
      );
    case "not-nested":
      return i18n._(
        "order.none.not-nested",
        {},
        { message: "(not narrow to wide: not each answer is within the next)" },
      );
    case "release":
      return i18n._(
        "order.none.release",
        {},
        {
          message:
            "(not narrow to wide: a breach may release a side, and wider words know more breaches)",
        },
      );
    case "not-only-forbidden":
      return i18n._(
        "order.none.permit",
        {},
        { message: "(not narrow to wide: an exception asks this question too)" },
      );
    default:
      return order satisfies never;
  }
}
