// The server on a socket. Binds to loopback unless told otherwise; stops gracefully.
import { createAdaptorServer } from "@hono/node-server";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ListenError } from "./errors.ts";

export const DEFAULT_HOST = "127.0.0.1";
export const DEFAULT_PORT = 4380;

export interface Listening {
  /** `http://127.0.0.1:4380` */
  readonly url: string;
  /** Stops accepting, lets running answers finish (at most 10 s), then resolves. */
  readonly close: () => Promise<void>;
}

/** What listens: an app made by `createApp`. */
export interface Fetcher {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

const GRACE_MS = 10_000;

/** Starts listening. Port 0 takes any free one. Throws ListenError when the port is taken or the address is not ours. */
export async function listen(
  app: Fetcher,
  { host = DEFAULT_HOST, port = DEFAULT_PORT }: { readonly host?: string; readonly port?: number },
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: (request) => app.fetch(request),
    serverOptions: { headersTimeout: 10_000, requestTimeout: 60_000, maxHeaderSize: 16_384 },
  });
  const address = await bind(server as Server, host, port);
  const shown = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return { url: `http://${shown}:${address.port}`, close: () => stop(server as Server) };
}

function bind(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) =>
      reject(new ListenError({ host, port, reason: cause.code ?? "unknown", cause })),
    );
    server.listen(port, host, () => {
      const address = server.address();
      if (address !== null && typeof address === "object") resolve(address);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
