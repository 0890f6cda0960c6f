// How long the pages take in a real browser, and a jump in a list of 100,000 incidents. Budgets: WEB 14.
import type { Page } from "playwright-core";
import { caseOf, openLook, openStage } from "../test/web/browser.ts";
import type { Stage } from "../test/web/browser.ts";
import type { SampledBench, Samples } from "./bench.ts";
import { manyIncidents } from "./many-incidents.ts";

const REAL = "/c/ukraine-2025";
const FOUR = "energy/RU,energy/UA,energy/US-18-march,energy/US-25-march";
const PAGES = [
  { name: "case home", path: REAL, ready: "case-home" },
  { name: "price", path: `${REAL}/price?r=${FOUR}&hold=on-breach:bound`, ready: "price" },
  { name: "incidents", path: `${REAL}/incidents?r=energy/RU,energy/UA`, ready: "incidents" },
  { name: "incident", path: `${REAL}/i/inc-077`, ready: "incident" },
] as const;
const ROUNDS = 7;
const MANY = 100_000;
const JUMPS = 20;
const JUMP = `a jump in ${MANY} incidents`;

/** Each page in a fresh browser profile: nothing is cached. */
export const bench: SampledBench = {
  name: "web",
  what: "first paint and interactive in a fresh profile over localhost; a jump until the row is drawn",
  baseline: { name: "price: first paint" },
  sample,
  must: {
    "price: first paint": 600,
    "price: interactive": 1000,
    [JUMP]: 50,
  },
};

async function sample(): Promise<Samples> {
  const theCase = caseOf("cases/ukraine-2025");
  const stage = await openStage([theCase]);
  const times = new Map<string, number[]>();
  for (let round = -1; round < ROUNDS; round++) {
    for (const page of PAGES) {
      const { paint, ready } = await opened(stage, page);
      if (round < 0) continue;
      add(times, `${page.name}: first paint`, paint);
      add(times, `${page.name}: interactive`, ready);
    }
  }
  const browser = stage.browser.version();
  await stage.close();
  times.set(JUMP, await jumps(await openStage([manyIncidents(theCase, MANY)])));
  return { times, versions: { chromium: browser } };
}

function add(times: Map<string, number[]>, name: string, time: number): void {
  times.set(name, [...(times.get(name) ?? []), time]);
}

/** Milliseconds from the click to the first paint, and until the screen says that it is ready. */
async function opened(stage: Stage, { path, ready }: (typeof PAGES)[number]) {
  const look = await openLook(stage);
  await look.page.goto(path);
  const readyAt = await look.page.waitForFunction(
    (name) => (document.querySelector(`[data-ready="${name}"]`) === null ? 0 : performance.now()),
    ready,
    { polling: "raf" },
  );
  const paint = await look.page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
  );
  const at = await readyAt.jsonValue();
  await look.close();
  return { paint, ready: at };
}

async function jumps(stage: Stage): Promise<number[]> {
  const look = await openLook(stage);
  await look.page.goto(`${REAL}/incidents?sort=id`, { timeout: 0 });
  await look.page.waitForSelector('[data-ready="incidents"]', { state: "attached", timeout: 0 });
  const times: number[] = [];
  for (let jump = 0; jump <= JUMPS; jump++) {
    const time = await timeJump(look.page, ((jump * 7) % (JUMPS + 1)) / (JUMPS + 1));
    if (jump > 0) times.push(time);
  }
  await stage.close();
  return times;
}

/** Scrolls to a share of the list's height; ends with the frame in which rows stand in the window. */
function timeJump(page: Page, share: number): Promise<number> {
  // No named function inside: the runner would wrap it in one of its own, which the page does not have.
  return page.evaluate(async (part) => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const startedAt = performance.now();
    window.scrollTo(0, document.documentElement.scrollHeight * part);
    for (;;) {
      const boxes = [...document.querySelectorAll("tr[data-index]")].map((row) =>
        row.getBoundingClientRect(),
      );
      if (boxes.some(({ top, bottom }) => bottom > 0 && top < window.innerHeight)) break;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return performance.now() - startedAt;
  }, share);
}
