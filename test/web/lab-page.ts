// What tests of the What-if lab share: its stage, its editor, and when its figures are those of a text.
import type { Page } from "playwright-core";
import { draftHash } from "../../src/report/lab.ts";
import { makePack } from "../../src/report/pack.ts";
import { filesOf } from "../kit/load-folder.ts";
import { caseOf, openLook, openStage, visit } from "./browser.ts";
import type { Look, LookOptions, Stage } from "./browser.ts";

export const LAB_CASE = "cases/ukraine-2025";
export const LAB = "/c/ukraine-2025/lab";
export const ENERGY_FILE = "energy.terms.md";
/** Path in the case -> text. */
export const labFiles = filesOf(LAB_CASE);
export const ENERGY = labFiles.get(`terms/${ENERGY_FILE}`) ?? "";
export const WRONG = ENERGY.replace("act: strike", "act: strke");

/** The case with the pack that the lab reads. */
export function openLabStage(): Promise<Stage> {
  const packs = new Map([["ukraine-2025", () => makePack(labFiles, "0.0.0")]]);
  return openStage([caseOf(LAB_CASE)], { packs });
}

/** A start of the lab, as source. */
export async function openLab(
  stage: Stage,
  start: string,
  options: LookOptions = {},
): Promise<Look> {
  const look = await openLook(stage, options);
  await visit(look, `${LAB}?start=${start}&as=source`, "lab");
  return look;
}

/** Where the source is typed. */
export const editor = (page: Page) => page.getByRole("textbox", { name: "own language" });

/** The text's name on screen: figures say which text they are of. */
export const hashOf = (text: string) => draftHash({ name: ENERGY_FILE, text, period: {} });

/** Waits until the figures on screen are those of that text. */
export async function shows(page: Page, text: string): Promise<void> {
  await page.waitForSelector(`article[data-hash="${hashOf(text)}"][data-older="false"]`);
}
