import type { Manifest } from '../../model.ts';
import { ManifestBuilder } from '../manifest.ts';
import { addPythonList } from '../python/requirement.ts';
import { nodeAt } from '../syntax/node.ts';
import { readToml } from '../syntax/toml.ts';

const opening = /^\uFEFF?# \/\/\/ script[ \t]*\r?$/m;

/** Does a Python file start with requirements of its own? https://peps.python.org/pep-0723/ */
export function hasScriptHeader(text: string): boolean {
  return text.includes('# /// script') && opening.test(text);
}

export function parseScriptHeader(text: string): Manifest {
  const manifest = new ManifestBuilder(text);
  const { roots, problems } = readToml(headerOf(text));
  addPythonList(manifest, text, nodeAt(roots[0], 'dependencies'), { place: 'script.dependencies' });
  return manifest.build('script.py', 'pypi', problems);
}

/** The TOML of the header at its place in the text: blank in front, and blank instead of each `# `. */
function headerOf(text: string): string {
  const match = opening.exec(text);
  if (!match) return '';
  const start = match.index + match[0].length + 1;
  const lines: string[] = [];
  for (let at = start; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline + 1;
    const line = text.slice(at, end);
    if (!line.startsWith('#') || /^# \/\/\/\s*$/.test(line)) break;
    lines.push(line.startsWith('# ') ? `  ${line.slice(2)}` : ` ${line.slice(1)}`);
    at = end;
  }
  return `${' '.repeat(Math.min(start, text.length))}${lines.join('')}`;
}
