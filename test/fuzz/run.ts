// `npm run check:fuzz [-- N SEED]`: N damaged files (100,000 where none is given) from a seed, which is printed so that it can be repeated.
import { fuzz } from "./fuzz.ts";

const [count = "100000", given] = process.argv.slice(2);
const seed = given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
const start = performance.now();
const { documents, valid, judged, codes, slowest, faults } = fuzz({
  documents: Number(count),
  seed,
  mostMs: 10_000,
});
const seconds = ((performance.now() - start) / 1_000).toFixed(1);
const told = [...codes].map(([code, times]) => `${code} ${times}`).join(", ");
process.stdout.write(
  `${documents} damaged files from seed ${seed} in ${seconds} s: ${valid} still valid, ${judged} of these linted and judged\n` +
    `codes, with the number of files that gave them: ${told}\n` +
    `slowest: ${Math.round(slowest.ms)} ms, ${slowest.what}\n` +
    `${faults.length} faults\n${faults.join("\n")}\n`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
