import { type ParseError, parse as parseJsonc } from 'jsonc-parser';
import { parse as parseToml } from 'smol-toml';
import * as z from 'zod';
import { formatExpression, joinExpressions, parseExpression } from '../expression.ts';
import { noAssertion, noLicense, proprietaryId } from '../identifiers.ts';
import { mentionsIn } from '../identify/names.ts';

/** What a manifest says of the license of the package that it describes. */
export interface ManifestLicense {
  /** SPDX expression; `NONE` for a private package that says nothing; `NOASSERTION` where only `file` tells. */
  readonly expression: string;
  /** The license file that it points to. */
  readonly file?: string;
  /** Read from free text, not from an expression. */
  readonly guess: boolean;
}

const readers: readonly (readonly [RegExp, (text: string) => ManifestLicense | undefined])[] = [
  [/^package\.json$/i, fromPackageJson],
  [/^composer\.json$/i, fromComposerJson],
  [/^pyproject\.toml$/i, fromPyproject],
  [/^Cargo\.toml$/i, fromCargo],
  [/^REUSE\.toml$/i, fromReuse],
  [/^pom\.xml$/i, fromPom],
  [/\.(csproj|nuspec|fsproj|vbproj)$/i, fromMicrosoft],
  [/\.gemspec$/i, text => fromAssignments(text, /\.licenses?\s*=\s*(.{1,200})/)],
  [/^setup\.cfg$/i, text => stated(/^\s*license\s*=\s*(.{1,200})$/m.exec(text)?.[1])],
];

/** The license that a manifest states; `undefined` when the file is no manifest, cannot be read or says nothing. */
export function manifestLicense(path: string, text: string): ManifestLicense | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return readers.find(([pattern]) => pattern.test(name))?.[1](text);
}

const NpmLicense = z.union([z.string(), z.object({ type: z.string() })]);
const PackageJson = z.object({
  license: NpmLicense.optional().catch(undefined),
  licenses: z.array(NpmLicense).optional().catch(undefined),
  private: z.boolean().optional().catch(undefined),
});

function fromPackageJson(text: string): ManifestLicense | undefined {
  const found = PackageJson.safeParse(readJson(text));
  if (!found.success) return undefined;
  const { license, licenses, private: isPrivate } = found.data;
  const names = [...(license ? [license] : []), ...(licenses ?? [])].map(one =>
    typeof one === 'string' ? one : one.type,
  );
  if (names.length === 0) return isPrivate ? { expression: noLicense, guess: true } : undefined;
  return choiceOf(names);
}

const ComposerJson = z.object({ license: z.union([z.string().transform(one => [one]), z.array(z.string())]) });

function fromComposerJson(text: string): ManifestLicense | undefined {
  const found = ComposerJson.safeParse(readJson(text));
  return found.success ? choiceOf(found.data.license) : undefined;
}

const Pyproject = z.object({
  project: z.object({
    license: z
      .union([z.string(), z.object({ text: z.string().optional(), file: z.string().optional() })])
      .optional()
      .catch(undefined),
    classifiers: z.array(z.string()).optional().catch(undefined),
  }),
});
const Poetry = z.object({ tool: z.object({ poetry: z.object({ license: z.string() }) }) });

function fromPyproject(text: string): ManifestLicense | undefined {
  const table = readToml(text);
  const found = Pyproject.safeParse(table);
  const poetry = Poetry.safeParse(table);
  if (!found.success) return poetry.success ? stated(poetry.data.tool.poetry.license) : undefined;
  const { license, classifiers } = found.data.project;
  if (typeof license === 'string') return stated(license);
  if (license?.file !== undefined) return pointing(license.file);
  if (license?.text !== undefined) return stated(license.text);
  const classified = (classifiers ?? [])
    .filter(one => one.startsWith('License ::'))
    .map(one => one.split('::').at(-1)?.trim() ?? '');
  return classified.length > 0 ? stated(classified.join(' ')) : undefined;
}

const Cargo = z.object({ package: z.object({ license: z.unknown(), 'license-file': z.unknown() }).partial() });

function fromCargo(text: string): ManifestLicense | undefined {
  const found = Cargo.safeParse(readToml(text));
  if (!found.success) return undefined;
  const { license, 'license-file': file } = found.data.package;
  // Before SPDX expressions, Cargo wrote `MIT/Apache-2.0` for a choice.
  if (typeof license === 'string') return stated(license.replace(/\s*\/\s*/g, ' OR '));
  return typeof file === 'string' ? pointing(file) : undefined;
}

const Reuse = z.object({
  annotations: z.array(
    z.object({ path: z.unknown(), 'SPDX-License-Identifier': z.union([z.string(), z.array(z.string())]) }),
  ),
});

/** The annotation for all files speaks for the work. */
function fromReuse(text: string): ManifestLicense | undefined {
  const found = Reuse.safeParse(readToml(text));
  if (!found.success) return undefined;
  const whole = found.data.annotations.filter(({ path }) =>
    [path].flat().some(one => one === '**' || one === '*' || one === './**'),
  );
  const ids = whole.flatMap(one => one['SPDX-License-Identifier']);
  const parsed = ids.map(id => parseExpression(id)).filter(one => one !== undefined);
  return parsed.length > 0 ? { expression: formatExpression(joinExpressions('and', parsed)), guess: false } : undefined;
}

function fromPom(text: string): ManifestLicense | undefined {
  const block = /<licenses>([\s\S]{0,5000}?)<\/licenses>/i.exec(text.replace(/<!--[\s\S]*?-->/g, ''))?.[1] ?? '';
  const names = [...block.matchAll(/<name>\s*([^<]{1,200}?)\s*<\/name>/gi)].map(match => match[1] ?? '');
  // Several licenses in a POM are usually a choice, but nothing says so.
  const found = names.length > 0 ? choiceOf(names) : undefined;
  return found && names.length > 1 ? { ...found, guess: true } : found;
}

function fromMicrosoft(text: string): ManifestLicense | undefined {
  const expression =
    /<PackageLicenseExpression>\s*([^<]{1,300}?)\s*<|<license\s+type="expression">\s*([^<]{1,300}?)\s*</i.exec(text);
  const file = /<PackageLicenseFile>\s*([^<]{1,300}?)\s*<|<license\s+type="file">\s*([^<]{1,300}?)\s*</i.exec(text);
  if (expression) return stated(expression[1] ?? expression[2]);
  return file ? pointing(file[1] ?? file[2] ?? '') : undefined;
}

function fromAssignments(text: string, pattern: RegExp): ManifestLicense | undefined {
  const names = [...(pattern.exec(text)?.[1] ?? '').matchAll(/["']([^"']{1,100})["']/g)].map(match => match[1] ?? '');
  return names.length > 0 ? choiceOf(names) : undefined;
}

function choiceOf(names: readonly string[]): ManifestLicense | undefined {
  const read = names.map(stated).filter(one => one !== undefined);
  const [first] = read;
  if (!first || read.length === 1) return first;
  const parsed = read.map(({ expression }) => parseExpression(expression)).filter(one => one !== undefined);
  return { expression: formatExpression(joinExpressions('or', parsed)), guess: read.some(({ guess }) => guess) };
}

/** A license by its expression; else by what it is called, as a guess. */
function stated(written: string | undefined): ManifestLicense | undefined {
  const text = written?.trim() ?? '';
  if (text === '') return undefined;
  const file = /^see licen[cs]e in\s+<?([^>]+?)>?$/i.exec(text)?.[1];
  if (file !== undefined) return pointing(file);
  const parsed = parseExpression(text);
  if (parsed) return { expression: formatExpression(parsed), guess: false };
  if (/proprietary|all rights reserved|other\/proprietary/i.test(text))
    return { expression: proprietaryId, guess: true };
  const named = [...new Set(mentionsIn(text).map(({ id }) => id))]
    .map(id => parseExpression(id))
    .filter(one => one !== undefined);
  return named.length === 1 && named[0] ? { expression: formatExpression(named[0]), guess: true } : undefined;
}

function pointing(file: string): ManifestLicense {
  return { expression: noAssertion, file, guess: false };
}

function readJson(text: string): unknown {
  const errors: ParseError[] = [];
  return parseJsonc(text, errors, { allowTrailingComma: true });
}

function readToml(text: string): unknown {
  try {
    return parseToml(text);
  } catch {
    return undefined; // Half-typed files are normal: then it says nothing.
  }
}
