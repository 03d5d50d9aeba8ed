import type { Manifest } from '../model.ts';
import type { ManifestFormat } from './manifest.ts';
import { packageJson } from './package-json/index.ts';
import { createPathMatcher } from './path-matcher.ts';

/** Every format, the more special patterns first: the first match counts. */
export const formats: readonly ManifestFormat[] = [packageJson];

const matching = createPathMatcher(formats);

/** The format of a `/`-separated path, by its name alone; see `ManifestFormat.accepts` for those that the text decides. */
export function formatOf(path: string): ManifestFormat | undefined {
  return matching(path)[0];
}

/** Reads a manifest. `undefined` where path or text say that it is none. Never throws. */
export function readManifest(path: string, text: string): Manifest | undefined {
  const format = matching(path).find(candidate => candidate.accepts?.(text) ?? true);
  return format?.parse(text);
}
