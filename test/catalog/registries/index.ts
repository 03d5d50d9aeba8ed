/** What each registry's own client says of a package: whether it is there, its version, license and repository. */
import type { RegistryAnswer } from './answer.ts';
import { askCargo } from './cargo.ts';
import { askGo } from './golang.ts';
import { askMaven } from './maven.ts';
import { askNpm } from './npm.ts';
import { askPypi } from './pypi.ts';

export type { Found, RegistryAnswer } from './answer.ts';
export { readPackageLicense } from './license-text.ts';

const registries: Readonly<Record<string, (name: string) => Promise<RegistryAnswer>>> = {
  npm: askNpm,
  pypi: askPypi,
  maven: askMaven,
  golang: askGo,
  cargo: askCargo,
};

/** Ecosystems that {@link askRegistry} can ask. */
export const askable: readonly string[] = Object.keys(registries);

/** Asks one registry for one package, through its ordinary client. Never rejects. */
export async function askRegistry(ecosystem: string, name: string): Promise<RegistryAnswer> {
  const ask = registries[ecosystem];
  return ask ? ask(name) : { kind: 'no-answer', detail: `no client for ${ecosystem}` };
}
