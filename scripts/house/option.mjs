// What a check was given on its command line.

/**
 * The word after an option; "" where none follows, undefined without the option.
 * @param {readonly string[]} args
 * @param {string} name
 * @returns {string | undefined}
 */
export function optionIn(args, name) {
  const at = args.indexOf(name);
  return at < 0 ? undefined : (args[at + 1] ?? "");
}
