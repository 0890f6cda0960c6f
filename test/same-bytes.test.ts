// The same record gives the same bytes in every time zone and locale of the machine, and the same verdicts in every order of its rows.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const ZONES = ["UTC", "America/St_Johns", "Asia/Kathmandu", "Pacific/Kiritimati"];
const LOCALES = ["en_US.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8"];

interface Hashes {
  readonly zone: string;
  /** A time as this zone and locale write it. */
  readonly shown: string;
  readonly whole: string;
  readonly turned: string;
}

test("a sweep has the same groups, verdicts and totals in four time zones, three locales and any order of rows", async () => {
  const all = (await Promise.all(LOCALES.map(hashesIn))).flat();
  // Each of the zones and locales is really another.
  expect(new Set(all.map(({ shown }) => shown)).size).toBe(ZONES.length * LOCALES.length);
  const [first] = all;
  expect(first?.whole).toMatch(/^[0-9a-f]{64}$/);
  for (const { whole, turned } of all)
    expect([whole, turned]).toEqual([first?.whole, first?.whole]);
}, 120_000);

async function hashesIn(locale: string): Promise<readonly Hashes[]> {
  const script = fileURLToPath(new URL("./same-bytes/run.ts", import.meta.url));
  const env = { ...process.env, LC_ALL: locale, LANG: locale };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", script, ...ZONES],
    { env },
  );
  return JSON.parse(stdout) as readonly Hashes[];
}
