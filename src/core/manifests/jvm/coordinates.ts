import type { Piece } from '../manifest.ts';

/** `group:artifact:version`, by places in the text. The name is `group:artifact`. */
export interface MavenCoordinates {
  readonly group: string;
  readonly artifact: string;
  readonly name: Piece;
  readonly version: Piece | undefined;
}

/** Group and artifact, possibly with variables; then a version, a classifier, `@` and a file type. */
const notation = /^([\w.\-${}]+):([\w.\-${}]+)(?::([^:@\s]*))?(?::[^:@\s]*)?(?:@\w+)?$/;

/** Reads the short notation of Gradle and of many others; `undefined` for any other text. */
export function readMavenCoordinates(text: string, { start, end }: Piece): MavenCoordinates | undefined {
  const written = text.slice(start, end);
  if (written.length > 500) return undefined;
  const [, group, artifact, version] = notation.exec(written) ?? [];
  if (!group || !artifact) return undefined;
  const nameEnd = start + group.length + 1 + artifact.length;
  return {
    group,
    artifact,
    name: { start, end: nameEnd },
    version: version ? { start: nameEnd + 1, end: nameEnd + 1 + version.length } : undefined,
  };
}
