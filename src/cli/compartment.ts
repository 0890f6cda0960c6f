// `truceline compartment`: a part of the record that only the holders of a key read; made, and opened to others, by two persons.
import { Command } from "commander";
import { grant, grantsOf, makeCompartment } from "../store/compartment.ts";
import type { Grant, GrantAsked } from "../store/compartment.ts";
import { compartmentKeyPath } from "../store/keyring.ts";
import { jsonOption } from "./options.ts";
import {
  keysOption,
  orStop,
  personsOf,
  personsOption,
  readingFrom,
  recordFolder,
  storeOption,
  tellRefused,
} from "./record-options.ts";
import type { RecordFlags } from "./record-options.ts";
import type { Shell } from "./shell.ts";
import { wrongUsage } from "./stop.ts";

interface CompartmentFlags extends RecordFlags {
  readonly as?: readonly string[];
  readonly to?: readonly string[];
  readonly until?: string;
  readonly reason?: string;
  readonly json?: boolean;
}

const ACTIONS = ["list", "make", "grant"] as const;

export function compartmentCommand(shell: Shell): Command {
  return new Command("compartment")
    .description(
      "a part of the record that only the holders of its key read: make it, let others in",
    )
    .argument("<case>", "the case folder")
    .argument("[action]", `${ACTIONS.join(", ")} (default: list)`, "list")
    .argument("[name]", "of make and grant: small letters, digits, hyphens")
    .option("--to <person...>", "with grant: who may read it from now on")
    .option("--until <day>", "with grant: the last day of it")
    .option("--reason <text>", "why; it is sealed in the compartment")
    .addOption(personsOption())
    .addOption(keysOption())
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLE)
    .action((folder: string, action: string, name: string | undefined, flags: CompartmentFlags) =>
      compartment(shell, { folder, action, name }, flags),
    );
}

const EXAMPLE = `
Example:
  truceline compartment cases/example make talks --keys ~/keys --reason "private talks" --as ann --as bea
  truceline compartment cases/example grant talks --to cem --keys ~/keys --reason "takes part" --as ann --as bea`;

interface Asked {
  readonly folder: string;
  readonly action: string;
  readonly name: string | undefined;
}

async function compartment(
  shell: Shell,
  { folder, action, name }: Asked,
  flags: CompartmentFlags,
): Promise<void> {
  const { keys } = flags;
  if (keys === undefined)
    throw wrongUsage(
      "--keys names the folder with the keys of compartments, outside of the record",
    );
  if (action === "list") return list(shell, folder, flags);
  if (action !== "make" && action !== "grant")
    throw wrongUsage(`unknown action "${action}"; expected one of ${ACTIONS.join(", ")}`);
  if (name === undefined) throw wrongUsage(`\`compartment ${action}\` names a compartment`);
  const asked = askedOf(name, action, flags);
  const record = recordFolder(folder, flags);
  const { value, problems } = await orStop(() =>
    action === "make" ? makeCompartment(record, keys, asked) : grant(record, keys, asked),
  );
  if (value === null) return tellRefused(shell, "nothing was kept", problems);
  const key = compartmentKeyPath(keys, name);
  const { first, head } = value;
  shell.terminal.out(
    flags.json === true
      ? `${JSON.stringify({ compartment: name, to: asked.to, key, index: first, size: head.size })}\n`
      : `${name}: open to ${asked.to.join(", ")}; entry ${first} of ${head.size}\nkey        ${key}\n` +
          "Whoever holds a copy of the key reads what is sealed in it; without the key it is lost for good.\n",
  );
}

/** Whoever makes a compartment holds it; the reason is never read by others. */
function askedOf(
  compartment: string,
  action: "make" | "grant",
  { as, to, until, reason }: CompartmentFlags,
): GrantAsked {
  if (reason === undefined) throw wrongUsage(`\`compartment ${action}\` takes --reason`);
  if (action === "grant" && to === undefined) throw wrongUsage("`compartment grant` takes --to");
  const { actor, secondPerson } = personsOf(as);
  const makers = [actor, ...(secondPerson === null ? [] : [secondPerson])];
  return { compartment, to: to ?? makers, until: until ?? null, actor, secondPerson, reason };
}

async function list({ terminal }: Shell, folder: string, flags: CompartmentFlags): Promise<void> {
  const found = await readingFrom(folder, flags, (open) =>
    [...open.here.compartments].sort().map((name) => ({ name, grants: grantsOf(open, name) })),
  );
  if (flags.json === true) terminal.out(`${JSON.stringify(found, null, 2)}\n`);
  else
    terminal.out(found.map(({ name, grants }) => `${name}\n${grants.map(line).join("")}`).join(""));
}

function line({ entry, to, until, by, recordedAt }: Grant): string {
  const end = until === null ? "" : ` until ${until}`;
  return `  ${new Date(recordedAt).toISOString()}  ${to.join(", ")}${end}, by ${by.join(" and ")}  ${entry}\n`;
}
