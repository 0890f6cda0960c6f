// The worker that checks a log while its page stays quick: fetches every file of it from where the page came from, and nothing else.
import type { VerifyReply, VerifyRequest } from "./verify-messages.ts";
import { verifyRecord } from "./verify-record.ts";

addEventListener("message", ({ data }: MessageEvent<VerifyRequest>) => {
  void run(data)
    .catch((cause: unknown): VerifyReply => ({ kind: "fault", message: String(cause) }))
    .then((reply) => postMessage(reply));
});

async function run({ log, vkey, held }: VerifyRequest): Promise<VerifyReply> {
  const outcome = await verifyRecord({
    file: async (path) => {
      const response = await fetch(new URL(path, log));
      if (!response.ok) throw new Error(`"${path}" of the log did not come: ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    verify: verifyEd25519,
    vkey,
    held,
    progress: (done, all) => postMessage({ kind: "progress", done, all } satisfies VerifyReply),
  });
  return { kind: "checked", outcome };
}

/** WebCrypto's, where the browser has the algorithm and the page is a secure one; else null: not checked. */
async function verifyEd25519(
  key: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean | null> {
  const { subtle } = globalThis.crypto;
  if (subtle === undefined) return null;
  const imported = await subtle
    .importKey("raw", Uint8Array.from(key), "Ed25519", false, ["verify"])
    .catch(() => null);
  if (imported === null) return null;
  return subtle.verify("Ed25519", imported, Uint8Array.from(signature), Uint8Array.from(message));
}
