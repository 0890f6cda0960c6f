// Faulty parts of the store, swapped in by `npm run check:crash -- --sabotage KIND` to show that the check can go red. Plain JavaScript,
// for the writer that is killed runs the built program.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { openLibsql } from "../../dist/store/driver.js";

/** @type {Readonly<Record<string, import("../../src/store/record-folder.ts").OpenHow["parts"]>>} */
export const FAULTY_STORES = {
  /** Commits return before their bytes are on disk. */
  "ack-before-fsync": {
    openDriver: (path) => {
      const driver = openLibsql(path);
      return {
        ...driver,
        exec: (sql) => driver.exec(sql.replace("synchronous=FULL", "synchronous=OFF")),
      };
    },
  },
  /** Files are written, their names are not. */
  "no-directory-fsync": {
    disk: {
      syncFolder: () => {},
      createFile: (path, content) => writeSynced(path, content),
      replaceFile: (path, content) => {
        writeSynced(`${path}.new`, content);
        renameSync(`${path}.new`, path);
      },
      makeFolder: (folder) => void mkdirSync(folder, { recursive: true }),
    },
  },
  /** A commit that failed is tried again: its second fsync may succeed over pages that are lost. */
  "retry-after-eio": {
    openDriver: (path) => {
      const driver = openLibsql(path);
      return { ...driver, transaction: (work) => twice(() => driver.transaction(work)) };
    },
  },
  /** Whatever was signed before, the new checkpoint takes its place. */
  "sign-without-swap": {
    openSigned: (path, disk) => ({
      text: () => readFileSync(path, "utf8"),
      requireExtends: () => {},
      swap: (_size, checkpoint) => disk.replaceFile(path, checkpoint),
    }),
  },
  /** A record that lost its end is taken for whole. */
  "cut-damaged-tail": { examine: () => null },
};

function writeSynced(path, content) {
  writeFileSync(path, content, { mode: 0o600 });
  const handle = openSync(path, "r+");
  fsyncSync(handle);
  closeSync(handle);
}

function twice(work) {
  try {
    return work();
  } catch {
    return work();
  }
}
