/** A package.json with moment, for which there is a suggestion, and so many other names that nobody knows. */
export function manifestOf(dependencies: number): string {
  const names = Array.from({ length: dependencies }, (_, at) => [`package-${at}`, '^1.0.0']);
  return `${JSON.stringify({ name: 'typed', dependencies: { moment: '^2.29.4', ...Object.fromEntries(names) } }, null, 2)}\n`;
}
