// One set-up at a time: a folder that only one process can make, with the owner's process id inside.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

const POLL_MS = 200;
const SAY_EVERY_MS = 10_000;

/** Waits until the lock at `path` is ours; returns the function that gives it back. `say` hears why we wait. */
export async function acquireLock(path, say) {
  let saidAt = -Infinity;
  for (;;) {
    if (take(path)) return release(path);
    const owner = ownerOf(path);
    if (owner !== null && !isAlive(owner)) {
      dropStale(path, owner);
      continue;
    }
    if (performance.now() - saidAt > SAY_EVERY_MS) {
      say(
        `another set-up is at work${owner === null ? "" : ` (process ${owner})`}; waiting for it`,
      );
      saidAt = performance.now();
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

// The folder is prepared under a name of our own and moved into place: a lock is never seen without its owner.
// Renaming onto a folder that is not empty fails, so only one process wins.
function take(path) {
  const mine = `${path}.${process.pid}`;
  rmSync(mine, { recursive: true, force: true });
  mkdirSync(mine);
  writeFileSync(`${mine}/owner`, String(process.pid));
  try {
    renameSync(mine, path);
    return true;
  } catch {
    rmSync(mine, { recursive: true, force: true });
    return false;
  }
}

function release(path) {
  const give = () => {
    if (ownerOf(path) === process.pid) rmSync(path, { recursive: true, force: true });
  };
  process.once("exit", give);
  return () => {
    process.off("exit", give);
    give();
  };
}

function ownerOf(path) {
  try {
    return Number(readFileSync(`${path}/owner`, "utf8"));
  } catch {
    return null;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

// Moved aside before it is deleted, so that of several who find it stale only one can, and a lock that was taken
// anew in between is put back.
function dropStale(path, staleOwner) {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (ownerOf(aside) === staleOwner) rmSync(aside, { recursive: true, force: true });
  else renameSync(aside, path);
}
