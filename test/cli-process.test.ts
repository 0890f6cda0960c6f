// The built program as a process: the only test of main.ts, which alone reads arguments, environment and signals.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const program = `${root}dist/cli/main.js`;

describe("the built program", () => {
  test("prints the version of the package", async () => {
    const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
    expect(await run(["--version"])).toMatchObject({ code: 0, out: `${version}\n`, err: "" });
  });

  test("ends with the command's exit code, results on stdout, the rest on stderr", async () => {
    const wrong = await run(["assess", "cases/exampel"]);
    expect(wrong).toMatchObject({ code: 3, out: "" });
    expect(wrong.err).toContain(`did you mean "cases/example"?`);
  });

  test("uses no styling when its output is not a terminal, and as many columns as it is told", async () => {
    const wide = await run(["assess", "cases/example"], { COLUMNS: "120" });
    expect(wide.out).toContain("Left open");
    expect(wide.out).not.toContain("\u001b");
    expect((await run(["assess", "cases/example"])).out).not.toContain("Left open");
  });

  test("ends quietly when its reader has seen enough", async () => {
    const child = spawn(process.execPath, [program, "explain", "cases/example", "inc-4"], {
      cwd: root,
    });
    child.stdout.destroy();
    const complaints: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => complaints.push(chunk));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(Buffer.concat(complaints).toString()).toBe("");
    expect(code).toBe(0);
  });

  test("serves until it is told to end, then ends well", async () => {
    const child = spawn(
      process.execPath,
      [program, "serve", "cases/example", "--port", "0", "--json"],
      {
        cwd: root,
      },
    );
    const first = await new Promise<Buffer>((resolve) => child.stdout.once("data", resolve));
    const { url, cases } = JSON.parse(first.toString());
    const answer = await fetch(`${url}/c/${cases[0]}/case.json`);
    expect(answer.status).toBe(200);
    child.kill("SIGTERM");
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
  });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: root,
    env: { PATH: process.env["PATH"], ...env },
  });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve) => {
    child.on("close", (code) => {
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() });
    });
  });
}
