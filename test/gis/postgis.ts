// A PostgreSQL of its own with PostGIS, for as long as a check or a bench runs: a folder of its own, a socket nobody else knows, a limit on
// the time of a statement. Debian has it as `postgresql-15-postgis-3`.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { join } from "node:path";

const HOME = "/usr/lib/postgresql";
const PACKAGES = "apt-get install postgresql postgresql-15-postgis-3";
const STATEMENT_MS = 1_800_000;
const USER = "truceline";

/** Says what to install. */
export class NoPostGisError extends Error {
  override readonly name = "NoPostGisError";
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Stop it when nothing more is asked. */
export class PostGis {
  readonly #folder: string;
  readonly #bin: string;
  readonly #server: ChildProcess;

  private constructor(folder: string, bin: string, server: ChildProcess) {
    this.#folder = folder;
    this.#bin = bin;
    this.#server = server;
  }

  /** Throws a NoPostGisError where it is not installed. */
  static async start(): Promise<PostGis> {
    const bin = binaries();
    const folder = mkdtempSync("/tmp/truceline-gis-");
    const owner = ownerOf();
    if (owner !== null) chownSync(folder, owner.uid, owner.gid);
    const as = owner ?? {};
    const cluster = join(folder, "data");
    const init = [
      "-D",
      cluster,
      "-U",
      USER,
      "-A",
      "trust",
      "-E",
      "UTF8",
      "--locale=C",
      "--no-sync",
    ];
    execFileSync(join(bin, "initdb"), init, { ...as, cwd: folder, stdio: "ignore" });
    const settings = [
      "listen_addresses=",
      `unix_socket_directories=${folder}`,
      `statement_timeout=${STATEMENT_MS}`,
      "fsync=off",
      "shared_buffers=512MB",
      "work_mem=64MB",
    ].flatMap((one) => ["-c", one]);
    const server = spawn(join(bin, "postgres"), ["-D", cluster, ...settings], {
      ...as,
      cwd: folder,
      stdio: "ignore",
    });
    const started = new PostGis(folder, bin, server);
    await started.#ready();
    started.run("CREATE EXTENSION postgis");
    return started;
  }

  async #ready(): Promise<void> {
    for (let tries = 0; tries < 300; tries++) {
      const asked = spawnSync(join(this.#bin, "pg_isready"), ["-h", this.#folder]);
      if (asked.status === 0) return;
      await setTimeout(100);
    }
    await this.stop();
    throw new Error("PostgreSQL did not start within 30 s");
  }

  /** Runs a statement; `input` is what a COPY FROM STDIN reads. Its output, rows by line and columns by tab. */
  run(sql: string, input = ""): string {
    const flags = ["-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1"];
    const where = ["-h", this.#folder, "-U", USER, "-d", "postgres"];
    return execFileSync(join(this.#bin, "psql"), [...flags, ...where, "-c", sql], {
      input,
      encoding: "utf8",
      maxBuffer: 2 ** 30,
    });
  }

  /** Rows of numbers. */
  *numbers(sql: string): Generator<readonly number[]> {
    for (const line of this.run(sql).split("\n"))
      if (line !== "") yield line.split("\t").map(Number);
  }

  version(): string {
    return this.run(
      "SELECT 'PostgreSQL ' || current_setting('server_version') || ', PostGIS ' || postgis_lib_version()",
    ).trim();
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#server.once("exit", resolve));
    if (this.#server.exitCode === null) {
      this.#server.kill("SIGINT");
      await ended;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Of the newest version that has PostGIS. */
function binaries(): string {
  const versions = existsSync(HOME) ? readdirSync(HOME).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions.find(
    (version) =>
      existsSync(join(HOME, version, "bin/initdb")) &&
      existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`),
  );
  if (found === undefined) throw new NoPostGisError(`PostGIS is not installed: ${PACKAGES}`);
  return join(HOME, found, "bin");
}

/** PostgreSQL does not run as root: then its own user starts it. */
function ownerOf(): Owner | null {
  if (process.getuid?.() !== 0) return null;
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((one) => one.startsWith("postgres:"));
  const [, , uid, gid] = line?.split(":") ?? [];
  if (uid === undefined || gid === undefined)
    throw new NoPostGisError("there is no user postgres to start it");
  return { uid: Number(uid), gid: Number(gid) };
}
