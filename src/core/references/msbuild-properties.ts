import { fill } from './variables.ts';

/** `$(Name)`; names know no case. A property that is not known stays as written. */
export function fillProperties(value: string, properties: ReadonlyMap<string, string>): string {
  return fill(value, name => properties.get(name.toLowerCase()), /\$\((?<name>[\w.-]+)\)/g);
}
