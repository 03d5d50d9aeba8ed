import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What a registry would say of a package, by the names that `npm view` has for it: `version`, `dist.unpackedSize`, ... */
export type PackageFields = Readonly<Record<string, unknown>>;

/**
 * Puts a program called `npm` into a folder that answers `npm view --json -- NAME FIELD...` as npm does: the value of one
 * field alone, an object of several. Gives the environment in which it is the first npm that is found.
 */
export async function standInNpm(
  folder: string,
  packages: Readonly<Record<string, PackageFields>>,
): Promise<Readonly<Record<string, string>>> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'npm');
  await writeFile(file, `#!${process.execPath}\nconst packages = ${JSON.stringify(packages)};\n${program}`);
  await chmod(file, 0o755);
  // As if started from a terminal: otherwise VS Code asks a login shell, which may put another npm first.
  return { PATH: `${folder}${path.delimiter}${process.env.PATH ?? ''}`, VSCODE_CLI: '1' };
}

const program = `
const [command, ...rest] = process.argv.slice(2);
const [name, ...fields] = rest.filter(each => !each.startsWith('--'));
const known = packages[name];
if (command !== 'view' || known === undefined) {
  console.error('npm error code E404');
  process.exit(1);
}
const said = Object.fromEntries(fields.filter(field => field in known).map(field => [field, known[field]]));
console.log(JSON.stringify(fields.length === 1 ? said[fields[0]] : said, null, 2));
`;
