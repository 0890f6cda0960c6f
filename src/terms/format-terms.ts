// A text laid out in one way (`terms fmt`): indentation, quotes, spaces. Comments and order stay, words of a Markdown text are not
// touched, and what the text says does not change: its version id is the same before and after.
import { parseDocument } from "yaml";

/** The text formatted; null when a block cannot be read as YAML. */
export function formatTerms(text: string, file: string): string | null {
  if (!file.endsWith(".md")) return formatYaml(text);
  const blocks = [...text.matchAll(BLOCK)];
  const formatted = blocks.map(([, , yaml = ""]) => formatYaml(yaml));
  if (formatted.includes(null)) return null;
  let next = 0;
  return text.replace(
    BLOCK,
    (_, open: string, __: string, close: string) => `${open}${formatted[next++] ?? ""}${close}`,
  );
}

const BLOCK = /^(`{3,}\s*terms\s*\n)([\s\S]*?)(^`{3,}\s*)$/gm;

function formatYaml(text: string): string | null {
  const document = parseDocument(text, { version: "1.2", schema: "failsafe" });
  if (document.errors.length > 0) return null;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false, indent: 2 });
}
