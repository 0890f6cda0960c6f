// What each finding means: the openings of docs/lint, in the bundle of a page that asks for one.
const pages = import.meta.glob<string>("../../../docs/lint/T*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The text between the page's title and its first example, as one line; the code where it has no page. */
export function lintPage(code: string): string {
  const page = pages[`../../../docs/lint/${code}.md`] ?? code;
  const [opening = ""] = page.split(/^## /m);
  return opening.replace(/^# /, "").replaceAll("`", "").replaceAll(/\s+/g, " ").trim();
}
