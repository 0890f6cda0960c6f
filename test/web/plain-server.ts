// The plainest web server there is: files of a folder, a folder's index.html, nothing else. What a read-only edition is put on.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Serves `folder` below `base` (`/`, `/y/`). Like most, it answers a folder without its slash by the address with it. */
export async function servePlain(folder: string, base: string) {
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
    const path = join(folder, decodeURIComponent(pathname.slice(base.length - 1)));
    const found = pathname.startsWith(base) ? statSync(path, { throwIfNoEntry: false }) : undefined;
    if (found?.isDirectory() === true && !pathname.endsWith("/")) {
      response.writeHead(301, { location: `${pathname}/${search}` }).end();
      return;
    }
    const file = found?.isDirectory() === true ? join(path, "index.html") : path;
    if (found === undefined || statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "text/plain" });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
