// On a real socket: says where it listens, refuses a taken port in words, stops when told.
import { expect, test } from "vitest";
import { ListenError } from "./errors.ts";
import { listen } from "./listen.ts";

const app = { fetch: () => new Response("here") };

test("listens on loopback and stops when told", async () => {
  const { url, close } = await listen(app, { port: 0 });
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await (await fetch(url)).text()).toBe("here");
  await close();
  await expect(fetch(url)).rejects.toThrow();
});

test("a taken port is said in words, with what to do", async () => {
  const first = await listen(app, { port: 0 });
  const port = Number(new URL(first.url).port);
  const second = listen(app, { port });
  await expect(second).rejects.toBeInstanceOf(ListenError);
  await expect(second).rejects.toMatchObject({
    port,
    reason: "EADDRINUSE",
    message: expect.stringContaining("--port"),
  });
  await first.close();
});

test("an address of another machine is said in words", async () => {
  await expect(listen(app, { host: "192.0.2.1", port: 0 })).rejects.toThrow(
    /not an address of this machine/,
  );
});
