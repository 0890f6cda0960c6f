// The pages of texts: what is written beside what it means, questions with who holds which answer on whose word, findings in place.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { files, problems, theCase } from "../case-files.ts";
import { diffPage, sidesOf } from "../../src/report/diff-page.ts";
import { makePack } from "../../src/report/pack.ts";
import { textPage } from "../../src/report/terms-page.ts";
import { axeViolations, openLook, openStage, sidewaysScroll, visit } from "./browser.ts";
import type { Look, LookOptions, Stage } from "./browser.ts";

const TERMS = "/c/ukraine-2025/terms";
const LANGUAGES = ["en", "uk", "ru"] as const;
const energy = theCase.instruments.find(({ instrument }) => instrument.id === "energy");
if (energy === undefined) throw new Error("the case has no text energy");
const page = textPage(theCase, energy, problems);

let stage: Stage;
beforeAll(async () => {
  const { id } = theCase.settings;
  stage = await openStage([theCase], {
    problems: new Map([[id, problems]]),
    packs: new Map([[id, () => makePack(files, "0.0.0")]]),
  });
});
afterAll(() => stage.close());

async function open(path: string, ready: string, options: LookOptions = {}): Promise<Look> {
  const look = await openLook(stage, options);
  await visit(look, path, ready);
  return look;
}

describe("the list of texts", () => {
  test("names every text with how each party stands to it, in alphabetical order", async () => {
    const look = await open(TERMS, "terms");
    const titles = await look.page.locator("main h2").allInnerTexts();
    const expected = theCase.instruments.map(({ instrument }) => instrument.title);
    expect(titles).toEqual([...expected].sort(new Intl.Collator("en").compare));
    const card = look.page.locator("article", { hasText: "energy" }).first();
    expect(await card.locator("[data-party=RU]").innerText()).toMatch(/accepted since 18 March/);
    expect(await card.locator("[data-party=UA]").innerText()).toMatch(
      /accepted in principle since 19 March[^]*accepted since 25 March/,
    );
    await look.close();
  });

  test("is in the navigation and under g t", async () => {
    const look = await open("/c/ukraine-2025/price", "chooser");
    await look.page.keyboard.press("g");
    await look.page.keyboard.press("t");
    await look.page.waitForSelector('[data-ready="terms"]');
    await look.page.locator("main h2 a").first().focus();
    await look.page.keyboard.press("Enter");
    await look.page.waitForSelector('[data-ready="text"]');
    expect(await look.page.locator("header nav a[aria-current=page]").innerText()).toBe("Terms");
    await look.close();
  });
});

describe("the page of one text", () => {
  test.each(LANGUAGES)("says every part of it in plain sentences, in %s", async (language) => {
    const look = await open(`${TERMS}/energy`, "text", { language });
    const parts = look.page.locator("main [data-part]");
    expect(
      await parts.evaluateAll((all) => all.map((one) => one.getAttribute("data-part"))),
    ).toEqual(page.articles.flatMap((article) => article.parts));
    const shown = flat(await look.page.locator("main").innerText());
    const said = page.prose[language].filter(({ id }) => /^(?:clauses|readings)\//.test(id));
    expect(said.length).toBeGreaterThan(20);
    expect(said.filter(({ text }) => !shown.includes(flat(text)))).toEqual([]);
    expect(await axeViolations(look)).toEqual([]);
    await look.close();
  });

  test("shows each quotation of the file beside the parts made from it", async () => {
    const look = await open(`${TERMS}/energy`, "text");
    const article = look.page.locator('[data-article~="questions/scope"]');
    expect(flat(await article.locator("blockquote").innerText())).toContain(
      "The two sides refrain from strikes on each other's energy.",
    );
    const answers = article.locator('[data-part="questions/scope"] [data-answer]');
    const given = page.questions.find(({ question }) => question === "scope")?.answers ?? [];
    expect(
      await answers.evaluateAll((all) => all.map((one) => one.getAttribute("data-answer"))),
    ).toEqual(given.map(({ id }) => id));
    for (const { id, held } of given) {
      const text = await article.locator(`[data-answer="${id}"]`).innerText();
      for (const { quote, gist, source } of held) {
        expect(text).toContain(quote ?? gist);
        expect(text).toContain(source);
      }
    }
    await look.close();
  });

  test("leads from a holder's words to the publication they are from", async () => {
    const look = await open(`${TERMS}/energy`, "text");
    await look.page.locator('[data-answer="kremlin-list"] a', { hasText: "src-195" }).click();
    expect(await look.page.locator("[id=src-195]:target").innerText()).toContain(
      theCase.sources.get("src-195")?.title ?? "?",
    );
    await look.close();
  });

  test("has a column a reading, and spells out what a reading leaves open", async () => {
    const look = await open(`${TERMS}/energy`, "text");
    const rows = look.page.locator("section[aria-labelledby=readings] tbody tr");
    for (const row of await rows.all()) {
      const question = await row.getAttribute("data-question");
      for (const { reading, answers } of page.readings) {
        const found = answers.find((one) => one.question === question);
        const cell = await row.locator(`[data-reading="${reading}"]`).innerText();
        if (found?.state === "open") expect(cell).toMatch(/^not said \(\d+ possible\)$/);
        else expect(cell).toContain(found?.answers.map(({ id }) => id).join(", "));
      }
    }
    expect(await rows.count()).toBe(page.questions.length);
    await look.close();
  });

  test("shows every finding once, at the part it is about, and what its code means", async () => {
    const look = await open(`${TERMS}/energy`, "text");
    expect(page.findings.length).toBeGreaterThan(5);
    const count = look.page.locator("[data-findings]");
    expect(await count.getAttribute("data-findings")).toBe(String(page.findings.length));
    expect(await look.page.locator("main [data-severity]").count()).toBe(page.findings.length);
    const within = page.findings.find(({ code }) => code === "T308");
    const part = look.page.locator(
      `[data-part="${within?.part?.split("/").slice(0, 2).join("/")}"]`,
    );
    const folded = await part.locator("details:not([open]) summary").count();
    if (folded === 1) await part.locator("summary").press("Enter");
    expect(await part.locator("details").innerText()).toContain(within?.message);
    await part.getByRole("button", { name: "What T308 means" }).first().press("Enter");
    await part.getByText("T308: ").waitFor();
    await look.close();
  });

  test("gives the file itself to keep, byte for byte", async () => {
    const look = await open(`${TERMS}/energy`, "text");
    const coming = look.page.waitForEvent("download");
    await look.page.getByRole("button", { name: "Keep energy.terms.md" }).press("Enter");
    const download = await coming;
    expect(download.suggestedFilename()).toBe("energy.terms.md");
    const chunks: Uint8Array[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Uint8Array);
    expect(Buffer.concat(chunks).toString("utf8")).toBe(energy.text);
    await look.close();
  });

  test("prints every sentence unfolded, with ids and the content hash", async () => {
    const look = await open(`${TERMS}/energy`, "text");
    await look.page.emulateMedia({ media: "print" });
    await look.page.waitForFunction(
      () => document.querySelectorAll("main details:not([open])").length === 0,
    );
    const text = await look.page.locator("main").innerText();
    expect(text).toContain(energy.version);
    for (const id of energy.instrument.clauses.keys()) expect(text).toContain(id);
    await look.close();
  });

  test.each([
    { width: 320, height: 640 },
    { width: 390, height: 844, theme: "dark" },
    { width: 1280, height: 800, theme: "dark" },
  ] as const)("fits %o and passes axe", async (options) => {
    const look = await open(`${TERMS}/energy`, "text", options);
    expect(await sidewaysScroll(look)).toBe(0);
    expect(await axeViolations(look)).toEqual([]);
    expect([look.complaints, look.foreign]).toEqual([[], []]);
    await look.close();
  });

  test("that no case has is not found", async () => {
    const look = await open(`${TERMS}/nothing`, "not-found");
    await look.close();
  });
});

describe("two wordings compared", () => {
  const ANSWERS = "a=energy/scope%3Denergy-infrastructure&b=energy/scope%3Dkremlin-list";

  test("are chosen without a pointer, and the address keeps them", async () => {
    const look = await open(`${TERMS}/energy`, "text");
    expect(await look.page.locator("[data-compared]").count()).toBe(0);
    await look.page.getByLabel("First").selectOption("energy/RU");
    await look.page.getByLabel("Second").selectOption("energy/UA");
    await look.page.locator('[data-compared="energy/RU energy/UA"]').waitFor();
    expect(new URL(look.page.url()).search).toBe("?a=energy/RU&b=energy/UA");
    const price = look.page.getByRole("link", { name: "What the difference comes to on record" });
    expect(await price.getAttribute("href")).toContain("/price?r=energy/RU,energy/UA");
    await look.close();
  });

  test("may be two versions of the text, which have no price on record", async () => {
    const look = await open(`${TERMS}/energy`, "text");
    await look.page.getByLabel("First").selectOption("energy@2025-03-18");
    await look.page.getByLabel("Second").selectOption("energy");
    const compared = look.page.locator('[data-compared="energy@2025-03-18 energy"]');
    await compared.waitFor();
    expect(await compared.textContent()).toContain("kremlin-list");
    const price = look.page.getByRole("link", { name: "What the difference comes to on record" });
    expect(await price.count()).toBe(0);
    await look.close();
  });

  test.each(LANGUAGES)(
    "show every part and every direction that differs, in %s",
    async (language) => {
      const look = await open(`${TERMS}/energy?${ANSWERS}`, "text", { language });
      await look.page.locator("[data-compared]").waitFor();
      const changes = look.page.locator("[data-change]");
      const [before, after] = ["energy-infrastructure", "kremlin-list"].flatMap((id) =>
        sidesOf(theCase).filter(({ name }) => name === `energy/scope=${id}`),
      );
      if (before === undefined || after === undefined) throw new Error("no such answers");
      const diff = diffPage(theCase, before, after);
      expect(
        await changes.evaluateAll((all) => all.map((one) => one.getAttribute("data-change"))),
      ).toEqual([
        ...diff.parts.filter(({ differs }) => differs).map(({ part }) => part),
        ...(diff.meaning?.directions ?? []).map(({ from, to }) => `${from} ${to}`),
      ]);
      const ins = look.page.locator("section[aria-labelledby=diff-words] ins");
      expect(await ins.count()).toBe(diff.parts[2]?.names?.added.length);
      expect(await axeViolations(look)).toEqual([]);
      await look.close();
    },
  );

  test("are walked through with n and p", async () => {
    const look = await open(`${TERMS}/energy?${ANSWERS}`, "text");
    await look.page.locator("[data-compared]").waitFor();
    const lit = () => look.page.evaluate(() => document.activeElement?.getAttribute("data-change"));
    const seen: unknown[] = [];
    for (const key of ["n", "n", "n", "p"]) {
      await look.page.keyboard.press(key);
      seen.push(await lit());
    }
    expect(seen).toEqual([
      "targets",
      "violation not-covered",
      "violation undetermined",
      "violation not-covered",
    ]);
    await look.close();
  });

  test("that the case does not have are named as such", async () => {
    const look = await open(`${TERMS}/energy?a=energy/RU&b=energy/UX`, "error");
    expect(await look.page.locator("[role=alert]").innerText()).toContain("energy/UA");
    await look.close();
  });

  test.each([
    { width: 320, height: 640 },
    { width: 390, height: 844, theme: "dark" },
  ] as const)("fit %o and pass axe", async (options) => {
    const look = await open(`${TERMS}/energy?${ANSWERS}`, "text", options);
    await look.page.locator("[data-compared]").waitFor();
    expect(await sidewaysScroll(look)).toBe(0);
    expect(await axeViolations(look)).toEqual([]);
    await look.close();
  });
});

describe("the draft of a text", () => {
  const DRAFT = `${TERMS}/energy?edit=1&as=source`;
  const WRONG = energy.text.replace("act: strike", "act: strke");
  const editor = (look: Look) => look.page.locator("textarea");
  const type = async (look: Look, text: string) => {
    await editor(look).fill(text);
    await look.page.locator("[data-checked=true]").waitFor();
  };
  const saving = (look: Look) => look.page.getByRole("button", { name: "Save as a file" });

  test("opens with the text of the case, its findings, its version and its sentences", async () => {
    const look = await open(DRAFT, "draft");
    expect(await editor(look).inputValue()).toBe(energy.text);
    const codes = await look.page
      .locator("section[aria-labelledby=problems] .mono")
      .allInnerTexts();
    expect(codes.sort()).toEqual(page.findings.map(({ code }) => code).sort());
    const sentences = look.page.locator("[data-sentence]");
    expect(await sentences.count()).toBe(page.prose.en.length);
    expect(await look.page.locator("section[aria-labelledby=reading]").innerText()).toContain(
      energy.version,
    );
    expect(await axeViolations(look)).toEqual([]);
    await look.close();
  });

  test("with a mistake cannot be saved, says where and what was meant, and keeps the last reading", async () => {
    const look = await open(DRAFT, "draft");
    expect(await saving(look).isEnabled()).toBe(true);
    await type(look, WRONG);
    expect(await saving(look).isDisabled()).toBe(true);
    const line = WRONG.split("\n").findIndex((one) => one.includes("strke")) + 1;
    const problem = look.page.locator("[data-severity=error]");
    expect(await problem.innerText()).toMatch(
      new RegExp(`line ${line}, column \\d+ error T201 .*did you mean "strike"`),
    );
    expect(await look.page.locator("[data-edits-ago]").getAttribute("data-edits-ago")).toBe("1");
    expect(await look.page.locator("[data-older=true] [data-sentence]").count()).toBe(
      page.prose.en.length,
    );
    expect(await axeViolations(look)).toEqual([]);
    await look.close();
  });

  test("is left by Esc and Tab, and F8 goes to the next problem", async () => {
    const look = await open(DRAFT, "draft");
    await type(look, WRONG);
    await editor(look).press("F8");
    const picked = await editor(look).evaluate((one) => {
      const { value, selectionStart, selectionEnd } = one as HTMLTextAreaElement;
      return value.slice(selectionStart, selectionEnd);
    });
    expect(picked).toBe("strke");
    await look.page.keyboard.press("Tab");
    expect(await look.page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
    await look.page.keyboard.press("Escape");
    await look.page.keyboard.press("Tab");
    expect(await look.page.evaluate(() => document.activeElement?.tagName)).not.toBe("TEXTAREA");
    await look.close();
  });

  test("is still there after the page was closed, until it is taken back", async () => {
    const look = await open(DRAFT, "draft");
    await type(look, WRONG);
    await visit(look, DRAFT, "draft");
    expect(await editor(look).inputValue()).toBe(WRONG);
    await look.page.getByRole("button", { name: "Back to the text of the case" }).press("Enter");
    expect(await editor(look).inputValue()).toBe(energy.text);
    await look.page.locator("[data-checked=true]").waitFor();
    await visit(look, DRAFT, "draft");
    expect(await editor(look).inputValue()).toBe(energy.text);
    await look.close();
  });

  test("is saved as it stands, and nothing is asked of anybody while it is written", async () => {
    const look = await open(DRAFT, "draft");
    const asked: string[] = [];
    look.page.on("request", (request) => asked.push(request.url()));
    const text = energy.text.replace("P30D", "P20D");
    await type(look, text);
    const coming = look.page.waitForEvent("download");
    await saving(look).press("Enter");
    const chunks: Uint8Array[] = [];
    for await (const chunk of await (await coming).createReadStream())
      chunks.push(chunk as Uint8Array);
    expect(Buffer.concat(chunks).toString("utf8")).toBe(text);
    expect(asked.filter((url) => !url.startsWith("blob:"))).toEqual([]);
    await look.close();
  });

  test.each([
    { width: 320, height: 640, language: "uk" },
    { width: 390, height: 844, theme: "dark", language: "ru" },
  ] as const)("fits %o and passes axe", async (options) => {
    const look = await open(DRAFT, "draft", options);
    expect(await sidewaysScroll(look)).toBe(0);
    expect(await axeViolations(look)).toEqual([]);
    expect([look.complaints, look.foreign]).toEqual([[], []]);
    await look.close();
  });
});

/** Line breaks and runs of spaces are one space. */
function flat(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
