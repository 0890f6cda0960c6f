// The built web app from memory: a map of exact names made at start, so that no URL ever becomes a path on disk.
import { createHash, randomBytes } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { contentPolicy } from "./security.ts";

export interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Names that hold a hash of their content never change. */
  readonly immutable: boolean;
  readonly etag: string;
}

/** Assets by URL path (`/assets/index-abc.js`); the page itself is at `/index.html`. */
export type Assets = ReadonlyMap<string, Asset>;

/** Where the page's build leaves room for the nonce of one answer. */
export const NONCE_PLACE = "__CSP_NONCE__";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  woff2: "font/woff2",
  txt: "text/plain; charset=utf-8",
};

/** Reads a built app (`dist/web`) whole. Files of unknown type and the build's own manifest are left out. Throws when the folder is missing. */
export function readAssets(folder: string): Assets {
  const assets = new Map<string, Asset>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[entry.name.slice(entry.name.lastIndexOf(".") + 1)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const name = `/${relative(folder, path).split(sep).join("/")}`;
    assets.set(name, makeAsset(readFileSync(path), type, name.startsWith("/assets/")));
  }
  return assets;
}

/** An asset from its bytes. */
export function makeAsset(content: Uint8Array, type: string, immutable: boolean): Asset {
  const bytes = Uint8Array.from(content);
  const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"`;
  return { bytes, type, immutable, etag };
}

/** A file of the app, or 304. */
export function assetResponse(asset: Asset, ifNoneMatch: string | undefined): Response {
  const headers = {
    etag: asset.etag,
    "cache-control": asset.immutable ? "public, max-age=31536000, immutable" : "no-cache",
  };
  if (ifNoneMatch === asset.etag) return new Response(null, { status: 304, headers });
  return new Response(asset.bytes, { headers: { ...headers, "content-type": asset.type } });
}

/** The page's text with its addresses led by `up` (`/`, `../../`): the build leaves them relative (`./assets/...`). */
export function pageAt(page: Asset, up: string): string {
  return new TextDecoder().decode(page.bytes).replaceAll(/(?<=(?:src|href)=")\.\//g, up);
}

/** The app's page with a nonce of its own in policy and text. `status` 404 for addresses that are no page: the app says so. */
export function pageResponse(page: Asset, status: 200 | 404): Response {
  const nonce = randomBytes(18).toString("base64url");
  const html = pageAt(page, "/").replaceAll(NONCE_PLACE, nonce);
  return new Response(html, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": contentPolicy(nonce),
    },
  });
}
