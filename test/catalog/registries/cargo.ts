import { readdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { RegistryAnswer } from './answer.ts';
import { askClient } from './client.ts';

/** `cargo info` unpacks the crate into its own cache. */
export function askCargo(name: string): Promise<RegistryAnswer> {
  return askClient('cargo', ['info', name], /could not find/, async text => {
    const field = (key: string) => new RegExp(`^${key}: (.+)$`, 'm').exec(text)?.[1];
    const version = field('version')?.split(' ')[0];
    const folder = await unpackedFolder(`${name}-${version}`);
    const links = [field('homepage'), field('documentation')].flatMap(link => link ?? []);
    return { kind: 'found', version, license: field('license'), repository: field('repository'), links, folder };
  });
}

/** The client keeps the crates of each index in a folder of its own. */
async function unpackedFolder(name: string): Promise<string | undefined> {
  const sources = path.join(os.homedir(), '.cargo/registry/src');
  for (const index of await readdir(sources).catch(() => [])) {
    if ((await readdir(path.join(sources, index))).includes(name)) return path.join(sources, index, name);
  }
  return undefined;
}
