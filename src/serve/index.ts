// The door of serve/: make the app, read the built page, listen.
export { createApp } from "./app.ts";
export type { AppOptions } from "./app.ts";
export { ListenError } from "./errors.ts";
export { DEFAULT_HOST, DEFAULT_PORT, listen } from "./listen.ts";
export type { Listening } from "./listen.ts";
export { siteFiles } from "./site.ts";
export { readAssets } from "./static.ts";
export { warm } from "./warm.ts";
export type { Assets } from "./static.ts";
