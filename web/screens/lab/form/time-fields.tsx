// Lengths and points in time as fields. What is half typed changes nothing.
import { useLingui } from "@lingui/react";
import { useState } from "react";
import type { Plain, Duration, PeriodStart, TimePoint } from "../../../../src/terms/ast.ts";
import { durationToPlain, timePointToPlain } from "../../../../src/terms/clause-to-plain.ts";
import { isPlainMap } from "../../../../src/terms/plain.ts";
import { useCase } from "../../../app/case-frame.tsx";
import { useFormContext } from "./form-context.tsx";

interface LengthFieldProps {
  readonly label: string;
  readonly value: Duration;
  readonly change: (value: string) => void;
}

const HOUR = 3_600_000;

/** Days of the calendar, or hours that pass. */
export function LengthField({ label, value, change }: LengthFieldProps) {
  const { i18n } = useLingui();
  const isDays = value.kind === "days";
  const number = isDays ? value.days : value.milliseconds / HOUR;
  const set = (count: number, unit: string) => {
    if (Number.isInteger(count) && count > 0 && count < 1_000_000)
      change(unit === "days" ? `P${count}D` : `PT${count}H`);
  };
  return (
    <>
      <NumberInput
        key={durationToPlain(value)}
        label={label}
        number={number}
        set={(count) => set(count, isDays ? "days" : "hours")}
      />{" "}
      <select
        aria-label={i18n._("form.unit", { of: label }, { message: "{of}: counted in" })}
        value={isDays ? "days" : "hours"}
        onChange={(event) => set(Math.ceil(number), event.target.value)}
      >
        <option value="days">{i18n._("form.days", {}, { message: "calendar days" })}</option>
        <option value="hours">{i18n._("form.hours", {}, { message: "hours" })}</option>
      </select>
    </>
  );
}

interface NumberInputProps {
  readonly label: string;
  readonly number: number;
  readonly set: (number: number) => void;
}

function NumberInput({ label, number, set }: NumberInputProps) {
  const [typed, setTyped] = useState(String(number));
  return (
    <input
      type="number"
      min={1}
      aria-label={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => set(Number(typed))}
      onKeyDown={(event) => {
        if (event.key === "Enter") set(Number(typed));
      }}
    />
  );
}

interface PointFieldProps {
  readonly label: string;
  readonly value: PeriodStart;
  /** May it wait for an event instead. */
  readonly mayWait: boolean;
  readonly change: (value: Plain) => void;
}

/** A day, a clock time, or an event. */
export function PointField({ label, value, mayWait, change }: PointFieldProps) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const { form } = useFormContext();
  const { instrument, ground } = form;
  const events = [...instrument.events.keys()];
  const setKind = (kind: string) => {
    const [day, tz] = [dayOf(value) ?? ground.day, zoneOf(value) ?? ground.zone];
    if (kind === "event") change({ event: events[0] ?? "" });
    else change(kind === "on" ? { on: day, tz } : { at: `${day}T00:00`, tz });
  };
  return (
    <>
      <select
        aria-label={i18n._("form.point", { of: label }, { message: "{of}: how it is said" })}
        value={value.kind}
        onChange={(event) => setKind(event.target.value)}
      >
        <option value="on">{i18n._("form.point.day", {}, { message: "a day" })}</option>
        <option value="at">{i18n._("form.point.clock", {}, { message: "a clock time" })}</option>
        {mayWait && (events.length > 0 || value.kind === "event") ? (
          <option value="event">{i18n._("form.point.event", {}, { message: "an event" })}</option>
        ) : null}
      </select>{" "}
      {value.kind === "event" ? (
        <select
          aria-label={label}
          value={value.event}
          onChange={(event) => change({ event: event.target.value })}
        >
          {[...new Set([value.event, ...events])].map((id) => (
            <option key={id} value={id}>
              {instrument.events.get(id)?.says ?? names.says(instrument.id, id)}
            </option>
          ))}
        </select>
      ) : (
        <WallField label={label} value={value} change={change} />
      )}
    </>
  );
}

interface WallFieldProps {
  readonly label: string;
  readonly value: TimePoint;
  readonly change: (value: Plain) => void;
}

function WallField({ label, value, change }: WallFieldProps) {
  const { i18n } = useLingui();
  const { card } = useCase();
  const { form } = useFormContext();
  const { timeZones } = form.instrument;
  const tz = zoneOf(value);
  const own = typeof tz === "string" ? [tz] : [];
  const zones = [...new Set([...own, ...timeZones, ...card.timeZones, "UTC"])].sort();
  const choices = timeZones.length > 0 ? [...new Set([...zones, "unknown"])] : zones;
  const wall = value.kind === "on" ? value.day : value.wall;
  return (
    <>
      <input
        type={value.kind === "on" ? "date" : "datetime-local"}
        aria-label={label}
        value={wall}
        onChange={({ target }) => {
          if (target.value !== "") change({ [value.kind]: target.value, tz: tz ?? "UTC" });
        }}
      />{" "}
      <select
        aria-label={i18n._("form.zone", { of: label }, { message: "{of}: time zone" })}
        value={typeof tz === "string" ? tz : "several"}
        onChange={(event) => change({ [value.kind]: wall, tz: event.target.value })}
      >
        {typeof tz === "string" ? null : (
          <option value="several" disabled>
            {i18n._("form.zone.several", {}, { message: "one of several" })}
          </option>
        )}
        {choices.map((zone) => (
          <option key={zone} value={zone}>
            {zone === "unknown"
              ? i18n._("zone.unknown", {}, { message: "time zone not said" })
              : zone}
          </option>
        ))}
      </select>
    </>
  );
}

function dayOf(value: PeriodStart): string | null {
  if (value.kind === "event") return null;
  return value.kind === "on" ? value.day : value.wall.slice(0, 10);
}

/** As the file says it; null for an event. */
function zoneOf(value: PeriodStart): Plain {
  const plain = value.kind === "event" ? null : timePointToPlain(value);
  return plain !== null && isPlainMap(plain) ? (plain["tz"] ?? null) : null;
}
