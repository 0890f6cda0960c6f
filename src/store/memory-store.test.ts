// The memory engine passes the suite of every engine.
import { describe } from "vitest";
import { storeSuite } from "../../test/kit/store-suite.ts";
import { memoryStore } from "./memory-store.ts";

describe("the memory engine", () => {
  storeSuite({ open: memoryStore, again: (store) => store });
});
