// The app's page as a file of a read-only edition: the policy in the page itself, addresses relative, no nonce.
import { createHash } from "node:crypto";
import { pagePolicy } from "./security.ts";
import { NONCE_PLACE, pageAt } from "./static.ts";
import type { Asset } from "./static.ts";

// A nonce that everybody can read protects nothing, so a page without a server names the inline styles by what they are.
// They are React Aria's (usePress and, on iOS only, usePreventScroll); a changed one is a complaint in test/web/site.slow.test.ts.
const INLINE_STYLES: readonly string[] = [
  `@layer {
  [data-react-aria-pressable] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}`,
  `@layer {
  * {
    overscroll-behavior: contain;
  }
}`,
];

export interface SitePageOptions {
  /** From the page's folder to that of the app: `../../`, empty for the app's own. */
  readonly up: string;
  /** `sha256:...` of the pack that the page answers from; empty where it shows no case. */
  readonly mark: string;
}

/** The page of every screen. Same inputs, same text. */
export function sitePage(page: Asset, { up, mark }: SitePageOptions): string {
  const policy = metaPolicy(INLINE_STYLES.map(hashSource));
  return pageAt(page, up === "" ? "./" : up)
    .replace(/\s*<meta property="csp-nonce"[^>]*>/, "")
    .replaceAll(` nonce="${NONCE_PLACE}"`, "")
    .replace(/<meta charset="[^"]*"[^>]*>/, (charset) => `${charset}\n    ${policy}`)
    .replace("</head>", `  <meta name="truceline-edition" content="${mark}" />\n  </head>`);
}

/** A page without script that leads on to `to`, as the server does where it serves one case. */
export function leadPage(to: string, title: string): string {
  const href = escapeHtml(to);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    ${metaPolicy([])}
    <meta http-equiv="refresh" content="0; url=${href}" />
    <title>${escapeHtml(title)}</title>
  </head>
  <body>
    <p><a href="${href}">${escapeHtml(title)}</a></p>
  </body>
</html>
`;
}

function metaPolicy(styles: readonly string[]): string {
  return `<meta http-equiv="Content-Security-Policy" content="${pagePolicy(styles).join("; ")}" />`;
}

function hashSource(style: string): string {
  return `'sha256-${createHash("sha256").update(style).digest("base64")}'`;
}

function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = { "&": "amp", "<": "lt", ">": "gt", '"': "quot" };
  return text.replaceAll(/[&<>"]/g, (sign) => `&${names[sign] ?? ""};`);
}
