// How long this process has worked: unlike a clock on the wall it does not run while others have the machine.

/** Milliseconds of processor time so far, helper threads included. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
