import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import { root } from '../vscode/folders.ts';

/** Languages of the interface besides English, as VS Code names them. */
export const languages = ['de', 'fr', 'es', 'it', 'pl', 'zh-cn'] as const;

/**
 * Where texts stand in the code, below the project's root, and which calls hold them: `vscode.l10n.t` and `l10n.t` of the
 * pages; what the core says to people, however the host words it.
 */
const places = [
  { folder: 'src/surfaces', calls: /(?:^|\.)(?:l10n\.t|say)$/ },
  { folder: 'src/webview/scripts', calls: /(?:^|\.)l10n\.t$/ },
  { folder: 'src/core', calls: /^(?:say|told)$/ },
];
/** Makes the sentences of the others. */
const maker = 'src/core/sentences/sentence.ts';

/** A text that is translated, with the first place that uses it. */
export interface Text {
  /** The English text, or `text/comment` as VS Code builds the key of a text with a comment. */
  readonly key: string;
  readonly place: string;
}

/** What the code asks to have translated. */
export interface Texts {
  readonly texts: readonly Text[];
  /** Places whose text cannot be told from the code: nobody could translate it. */
  readonly unclear: readonly string[];
}

/** Reads every text of the interface from the sources, sorted by key. */
export async function textsOfCode(): Promise<Texts> {
  const sources = await Promise.all(
    places.map(async ({ folder, calls }) => (await sourcesBelow(folder)).map(file => ({ file, calls }))),
  );
  const found = new Map<string, string>();
  const unclear: string[] = [];
  for (const { file, calls } of sources.flat()) {
    if (file === maker) continue;
    const content = await readFile(path.join(root, file), 'utf8');
    // Others call functions of their own so.
    if (file.startsWith('src/core/') && !/sentences\/index\.ts|'\.\/sentence\.ts'/.test(content)) continue;
    const source = ts.createSourceFile(file, content, ts.ScriptTarget.Latest, true);
    visit(source, calls, call => {
      const key = keyOf(call);
      const place = `${file}:${source.getLineAndCharacterOfPosition(call.getStart()).line + 1}`;
      if (key === undefined) unclear.push(place);
      else if (!found.has(key)) found.set(key, place);
    });
  }
  const texts = [...found].map(([key, place]) => ({ key, place }));
  return { texts: texts.sort((one, other) => (one.key < other.key ? -1 : 1)), unclear };
}

async function sourcesBelow(folder: string): Promise<readonly string[]> {
  const names = await readdir(path.join(root, folder), { recursive: true });
  return names.filter(name => name.endsWith('.ts')).map(name => `${folder}/${name.replaceAll('\\', '/')}`);
}

/** Calls `use` with each call of these functions. */
function visit(node: ts.Node, calls: RegExp, use: (call: ts.CallExpression) => void): void {
  if (ts.isCallExpression(node) && calls.test(node.expression.getText())) use(node);
  node.forEachChild(child => visit(child, calls, use));
}

function keyOf(call: ts.CallExpression): string | undefined {
  const [first] = call.arguments;
  if (first === undefined) return undefined;
  if (ts.isStringLiteralLike(first)) return first.text;
  if (!ts.isObjectLiteralExpression(first)) return undefined;
  const [message, comment] = ['message', 'comment'].map(name => literal(first, name));
  if (message === undefined) return undefined;
  return comment === undefined ? message : `${message}/${comment}`;
}

/** A string, or strings in a list as comments may be, that stand literally in an object. */
function literal(object: ts.ObjectLiteralExpression, name: string): string | undefined {
  const property = object.properties.find(each => each.name?.getText() === name);
  if (!property || !ts.isPropertyAssignment(property)) return undefined;
  const { initializer } = property;
  if (ts.isStringLiteralLike(initializer)) return initializer.text;
  if (!ts.isArrayLiteralExpression(initializer)) return undefined;
  return initializer.elements.map(element => (ts.isStringLiteralLike(element) ? element.text : '')).join('');
}
