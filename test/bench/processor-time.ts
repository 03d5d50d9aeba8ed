/** Processor time that this process has used so far, all its threads together, ms: other work on the machine is not in it. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
