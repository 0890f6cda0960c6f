// A server beside which the shell writes to the record: what was written counts from the next answer on, above all a redaction.
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordedExample } from "./house/recorded-example.ts";
import { truceline } from "./house/test-shell.ts";

const program = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

let base = "";
let folder = "";
let server: ChildProcess;
let url = "";

beforeAll(async () => {
  ({ base, folder } = await recordedExample("serve-record"));
  const child = spawn(process.execPath, [program, "serve", folder, "--port", "0", "--json"]);
  server = child;
  const first = await new Promise<Buffer>((resolve) => child.stdout.once("data", resolve));
  ({ url } = JSON.parse(first.toString()));
});
afterAll(() => {
  server.kill("SIGKILL");
  rmSync(base, { recursive: true, force: true });
});

const PATHS = [
  "i/inc-1.json",
  "incidents.json",
  "incidents.geojson",
  "pack.json",
  "i/inc-1/history.json",
];

const bodies = async (): Promise<readonly string[]> =>
  Promise.all(
    PATHS.map(async (path) => {
      const response = await fetch(`${url}/c/example/${path}`);
      return `${path} ${response.status} ${await response.text()}`;
    }),
  );

test("a value that is redacted in the shell is in no answer from then on, without a restart", async () => {
  const before = await bodies();
  expect(before.filter((one) => one.includes("Highfield")).length).toBeGreaterThan(2);
  const two = ["--as", "ann", "--as", "bea"];
  const redacted = await truceline([
    ...["redact", folder, "inc-1", "place", "--ground", "names a home"],
    ...two,
  ]);
  expect([redacted.code, redacted.err]).toEqual([0, ""]);
  const after = await bodies();
  expect(after.filter((one) => one.includes("Highfield"))).toEqual([]);
  expect(after.map((one) => one.split(" ")[1])).toEqual(before.map((one) => one.split(" ")[1]));
});
