// One question at a time: answers find who asked, and what nobody waits for is never begun.
import { describe, expect, test } from "vitest";
import type { WorkReply, WorkRequest } from "../work/messages.ts";
import { createWorkQueue } from "./work-queue.ts";
import type { Workhorse } from "./work-queue.ts";

/** A worker that answers when it is told to. */
function workhorse() {
  const begun: string[] = [];
  let starts = 0;
  let worker = new EventTarget();
  const start = (): Workhorse => {
    starts += 1;
    worker = new EventTarget();
    return Object.assign(worker, {
      postMessage: ({ path }: WorkRequest) => void begun.push(path),
    });
  };
  const reply = (text: string) => {
    const data: WorkReply = { kind: "text", text };
    worker.dispatchEvent(new MessageEvent("message", { data }));
  };
  const stop = (message: string) => {
    worker.dispatchEvent(Object.assign(new Event("error"), { message }));
  };
  return { queue: createWorkQueue(start), begun, reply, stop, starts: () => starts };
}

const ask = (path: string): WorkRequest => ({ pack: "pack.json", path });
const never = new AbortController().signal;

describe("questions to the worker", () => {
  test("are begun one after another, each answer for who asked it", async () => {
    const { queue, begun, reply } = workhorse();
    const [a, b] = [queue.ask(ask("/a"), never), queue.ask(ask("/b"), never)];
    expect(begun).toEqual(["/a"]);
    reply("1");
    expect(begun).toEqual(["/a", "/b"]);
    reply("2");
    expect(await Promise.all([a, b])).toEqual([
      { kind: "text", text: "1" },
      { kind: "text", text: "2" },
    ]);
  });

  test("that nobody waits for any more are left out", async () => {
    const { queue, begun, reply } = workhorse();
    const typing = new AbortController();
    const first = queue.ask(ask("/a"), typing.signal);
    const second = queue.ask(ask("/b"), typing.signal);
    const last = queue.ask(ask("/c"), never);
    typing.abort(new Error("typed on"));
    await expect(first).rejects.toThrow("typed on");
    await expect(second).rejects.toThrow("typed on");
    reply("late");
    expect(begun).toEqual(["/a", "/c"]);
    reply("3");
    expect(await last).toEqual({ kind: "text", text: "3" });
  });

  test("asked when already given up are refused at once", async () => {
    const { queue, begun } = workhorse();
    await expect(queue.ask(ask("/a"), AbortSignal.abort(new Error("gone")))).rejects.toThrow(
      "gone",
    );
    expect(begun).toEqual([]);
  });

  test("find out that the worker stopped, and the next one starts another", async () => {
    const { queue, reply, stop, starts } = workhorse();
    const failed = queue.ask(ask("/a"), never);
    stop("no such script");
    expect(await failed).toMatchObject({
      kind: "fault",
      message: expect.stringContaining("no such script"),
    });
    const next = queue.ask(ask("/b"), never);
    reply("2");
    expect(await next).toEqual({ kind: "text", text: "2" });
    expect(starts()).toBe(2);
  });
});
