import type { Manifest } from '../../model.ts';
import { golangPurl } from '../../purl/index.ts';
import { isPath } from '../../references/index.ts';
import { ManifestBuilder, type Piece } from '../manifest.ts';

interface Word extends Piece {
  readonly value: string;
}

interface Statement {
  readonly verb: string;
  readonly words: readonly Word[];
  readonly indirect: boolean;
}

/** Reads go.mod and go.work. https://go.dev/ref/mod#go-mod-file */
export function parseGoMod(text: string, type: string): Manifest {
  const manifest = new ManifestBuilder(text);
  const statements = [...readStatements(text)];
  const replaced = replacements(statements);
  const modules = statements.filter(({ verb }) => verb === 'require').map(({ words }) => words[0]?.value ?? '');
  for (const [module, target] of replaced) manifest.define(`replace:${module}`, target);
  for (const { verb, words, indirect } of statements) {
    const [first, second] = words;
    if (!first) continue;
    if (verb === 'require') addModule(manifest, first, second, indirect ? 'require // indirect' : 'require', replaced);
    else if (verb === 'replace') addReplacement(manifest, words);
    else if (verb === 'tool') addTool(manifest, first, modules);
  }
  return manifest.build(type, 'golang');
}

function addModule(
  manifest: ManifestBuilder,
  name: Word,
  version: Word | undefined,
  place: string,
  replaced: ReadonlyMap<string, string>,
): void {
  const resolved = replaced.get(name.value) ?? replaced.get(`${name.value} ${version?.value}`);
  manifest.add(name, version, {
    purl: golangPurl(name.value),
    place,
    origin: resolved !== undefined && isPath(resolved) ? 'path' : 'registry',
    resolved,
  });
}

/** The right side is what is built: a dependency, unless it is a folder. */
function addReplacement(manifest: ManifestBuilder, words: readonly Word[]): void {
  const arrow = words.findIndex(({ value }) => value === '=>');
  const [target, version] = words.slice(arrow + 1);
  if (arrow < 0 || !target || isPath(target.value)) return;
  manifest.add(target, version, { purl: golangPurl(target.value), place: 'replace' });
}

/** A tool is a package; its module is the longest required path in front of it. */
function addTool(manifest: ManifestBuilder, tool: Word, modules: readonly string[]): void {
  const owners = modules.filter(name => tool.value === name || tool.value.startsWith(`${name}/`));
  const owner = owners.reduce((longest, name) => (name.length > longest.length ? name : longest), '');
  manifest.add(tool, undefined, { purl: golangPurl(owner || tool.value), place: 'tool', scope: 'development' });
}

/** What a module, or one version of it (`module version`), is replaced with. */
function replacements(statements: readonly Statement[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { verb, words } of statements) {
    const arrow = words.findIndex(({ value }) => value === '=>');
    if (verb !== 'replace' || arrow < 1) continue;
    const values = words.map(({ value }) => value);
    found.set(values.slice(0, arrow).join(' '), values.slice(arrow + 1).join(' '));
  }
  return found;
}

/** One statement for each line, also for those in `verb ( ... )`. */
function* readStatements(text: string): Generator<Statement> {
  let block = '';
  for (let start = text.charCodeAt(0) === 0xfeff ? 1 : 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const comment = text.indexOf('//', start);
    const stop = comment >= 0 && comment < end ? commentStart(text, start, comment, end) : end;
    const words = readWords(text, start, stop);
    const indirect = stop < end && /^\/\/\s*indirect\b/.test(text.slice(stop, Math.min(end, stop + 40)));
    start = end + 1;
    if (words.length === 0) continue;
    if (words[0]?.value === ')') block = '';
    else if (words[1]?.value === '(' && words.length === 2) block = words[0]?.value ?? '';
    else if (isVerb(words[0]?.value)) {
      // A verb inside a block: its bracket is still to be typed.
      block = '';
      yield { verb: words[0]?.value ?? '', words: words.slice(1), indirect };
    } else if (block) yield { verb: block, words, indirect };
  }
}

/** A comment starts behind white space or at the start of a line; `https://` is none. */
function commentStart(text: string, start: number, comment: number, end: number): number {
  for (let at = comment; at >= 0 && at < end; at = text.indexOf('//', at + 2)) {
    if (at === start || isSpace(text.charCodeAt(at - 1))) return at;
  }
  return end;
}

function isVerb(value: string | undefined): boolean {
  return (
    value !== undefined &&
    /^(?:module|go|toolchain|godebug|require|replace|exclude|retract|use|tool|ignore)$/.test(value)
  );
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d;
}

function readWords(text: string, start: number, end: number): readonly Word[] {
  const words: Word[] = [];
  for (let at = start; at < end; ) {
    if (isSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    let stop = at;
    while (stop < end && !isSpace(text.charCodeAt(stop))) stop++;
    words.push(word(text, at, stop));
    at = stop;
  }
  return words;
}

function word(text: string, start: number, end: number): Word {
  const first = text[start];
  const quoted = (first === '"' || first === '`') && end - start > 1;
  const from = quoted ? start + 1 : start;
  const to = quoted && text[end - 1] === first ? end - 1 : end;
  return { value: text.slice(from, to), start: from, end: to };
}
