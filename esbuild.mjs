/**
 * Builds `dist/`: the extension in chunks that load on demand, the command line as one file, the pages' scripts, and
 * the compiled data. `--watch` rebuilds on change, `--dev` keeps names and adds source maps.
 * `--surface-tests FOLDER` builds only the tests that run inside VS Code, into that folder.
 */
import { chmod, glob, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import * as esbuild from 'esbuild';

const root = import.meta.dirname;
const watch = process.argv.includes('--watch');
const development = watch || process.argv.includes('--dev');

/** `import text from 'asset:NAME'` gives the text that the build step of that name compiles. */
const assetPlugin = {
  name: 'asset',
  setup(build) {
    build.onResolve({ filter: /^asset:/ }, ({ path: name }) => ({
      path: name.slice('asset:'.length),
      namespace: 'asset',
    }));
    build.onLoad({ filter: /.*/, namespace: 'asset' }, async ({ path: name }) => {
      const compile = assets[name];
      if (!compile) return { errors: [{ text: `no build step makes the asset "${name}"` }] };
      const { text, pack, watchDirs } = await compile();
      return pack
        ? { contents: await unpacking(text), loader: 'js', watchDirs }
        : { contents: text, loader: 'text', watchDirs };
    });
  },
};

/** A module of the packed text: a sixth of its size on disk, and unpacked in about 3 ms for 1.5 MB. */
async function unpacking(text) {
  const base64 = (await packed(Buffer.from(text))).toString('base64');
  return `import { brotliDecompressSync } from 'node:zlib';
export default brotliDecompressSync(Buffer.from('${base64}', 'base64')).toString('utf8');`;
}

/** Best quality takes ten times as long and saves a tenth. */
function packed(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return promisify(brotliCompress)(bytes, { params });
}

/** @type {Record<string, () => Promise<{ text: string, pack?: boolean, watchDirs?: string[] }>>} */
const assets = {
  'catalog.json': async () => {
    const { compileCatalogFolder } = await import('./src/core/catalog/compile.ts');
    const folder = path.join(root, 'src/core/catalog/data');
    return { text: await compileCatalogFolder(folder), pack: true, watchDirs: [folder] };
  },
  'licenses.json': async () => {
    const { compileLicenseIndex } = await import('./src/core/licenses/compile.ts');
    return { text: await compileLicenseIndex() };
  },
};

/** @type {esbuild.BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: !development,
  keepNames: development,
  sourcemap: development ? 'linked' : false,
  target: 'node20',
  platform: 'node',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  plugins: [assetPlugin],
};

/**
 * esbuild splits only ES modules, and VS Code wants CommonJS: so each chunk is turned into CommonJS after the split.
 * Shared code stays in one place and `await import()` stays lazy. Names of chunks begin with `start`.
 */
const commonjsChunks = (start, write) => ({
  name: 'commonjs-chunks',
  setup(build) {
    build.onEnd(async ({ outputFiles = [], errors }) => {
      if (errors.length > 0) return;
      await removeOldChunks(start);
      const files = await Promise.all(
        outputFiles.map(async file => {
          const name = path.basename(file.path);
          if (!/\.c?js$/.test(name)) return { name, code: file.contents };
          const { code } = await esbuild.transform(oneVscode(file.text), {
            format: 'cjs',
            platform: 'node',
            target: 'node20',
            // `import()` of CommonJS would hide a default export behind another `default`: `require` does not.
            supported: { 'dynamic-import': false },
            minify: !development,
            legalComments: 'none',
            sourcefile: name,
          });
          return { name, code };
        }),
      );
      await write(files);
    });
  },
});

const writeEach = files => Promise.all(files.map(({ name, code }) => writeFile(path.join(root, 'dist', name), code)));

/**
 * The command line as one file. What starts it stands in front as code; each other chunk follows as text, in a line of
 * comment. Node.js passes over comments in a tenth of the time that it takes to look at code which most commands never need.
 */
async function writeOneFile(files) {
  const scripts = files.filter(({ name }) => name.endsWith('.js'));
  const isEntry = ({ name }) => name === 'cli.js';
  const [shebang, ...entry] = scripts.find(isEntry).code.split('\n');
  const parts = scripts.filter(file => !isEntry(file)).map(({ name, code }) => `//./${name} ${asciiJson(code)}\n`);
  const start = `(${runWithParts})(require, __filename, function (require) {${entry.join('\n')}\n});`;
  const text = [`${shebang}\n${start}\n`, ...parts].join('');
  const file = path.join(root, 'dist/cli.js');
  await writeFile(file, text);
  await chmod(file, 0o755);
}

/** JSON of a text without letters beyond ASCII, because one of those would double the memory that the file takes. */
function asciiJson(text) {
  return JSON.stringify(text).replace(
    /[^\0-\x7f]/g,
    letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Goes into the command line's file: runs its code with a `require` that knows the parts behind it. */
function runWithParts(require, file, run) {
  const loaded = new Map();
  let lines;
  function requirePart(name) {
    if (!name.startsWith('./')) return require(name);
    if (!loaded.has(name)) {
      lines ??= require('node:fs').readFileSync(file, 'latin1').split('\n');
      const start = `//${name} `;
      const code = JSON.parse(lines.find(line => line.startsWith(start)).slice(start.length));
      const module = { exports: {} };
      loaded.set(name, module);
      const { compileFunction } = require('node:vm');
      // Its name is what stands in the trace of an error.
      compileFunction(code, ['require', 'module', 'exports'], { filename: `${file}/${name.slice(2)}` })(
        requirePart,
        module,
        module.exports,
      );
    }
    return loaded.get(name).exports;
  }
  run(requirePart);
}

/**
 * The `vscode` of all modules of a chunk, asked for once and used as it is: esbuild would ask for it in every module, and
 * copy its hundreds of names each time, which took more than half of the start.
 */
function oneVscode(text) {
  let first;
  return text.replace(/\bimport\s*\*\s*as ([\w$]+) from\s*"vscode";/g, (_, name) => {
    const value = first ?? 'require("vscode")';
    first ??= name;
    return `var ${name}=${value};`;
  });
}

async function removeOldChunks(start) {
  const names = await readdir(path.join(root, 'dist')).catch(() => []);
  const old = names.filter(name => name.startsWith(`${start}-`) && /\.c?js(\.map)?$/.test(name));
  await Promise.all(old.map(name => rm(path.join(root, 'dist', name), { force: true })));
}

/** @type {Record<string, esbuild.BuildOptions>} */
const builds = {
  extension: {
    ...common,
    entryPoints: {
      extension: 'src/extension.ts',
      mcp: 'src/mcp.ts',
      'manifest-reader': 'src/surfaces/workspace/reading/worker.ts',
      'findings-reader': 'src/surfaces/findings/reading/worker.ts',
    },
    outdir: 'dist',
    format: 'esm',
    splitting: true,
    chunkNames: 'chunk-[name]-[hash]',
    outExtension: { '.js': '.cjs' },
    external: ['vscode'],
    mainFields: ['module', 'main'],
    write: false,
    // Libraries ask whether they run in a browser; VS Code logs an error for each that looks.
    define: { navigator: 'undefined' },
    plugins: [assetPlugin, commonjsChunks('chunk', writeEach)],
  },
  cli: {
    ...common,
    entryPoints: { cli: 'src/cli.ts' },
    outdir: 'dist',
    format: 'esm',
    splitting: true,
    chunkNames: 'cli-[name]-[hash]',
    mainFields: ['module', 'main'],
    write: false,
    plugins: [assetPlugin, commonjsChunks('cli', writeOneFile)],
  },
  // The thread of the on-device translation engine.
  bergamot: {
    ...common,
    entryPoints: { 'bergamot-worker': 'src/core/translation/bergamot/worker.ts' },
    outdir: 'dist',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    mainFields: ['module', 'main'],
  },
  webview: {
    ...common,
    entryPoints: { page: 'src/webview/scripts/page.ts' },
    outdir: 'dist/webview',
    format: 'iife',
    platform: 'browser',
    target: 'chrome128',
    tsconfig: 'src/webview/scripts/tsconfig.json',
    loader: { '.svg': 'text' },
  },
};

/** In CommonJS there is no `import.meta`: what a test asks of it is put in. */
const importMeta = {
  name: 'import-meta',
  setup(build) {
    build.onLoad({ filter: /[\\/]test[\\/].*\.ts$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8');
      const contents = text
        .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file)))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href));
      return { contents, loader: 'ts' };
    });
  },
};

/** One file for each test, so that none sees what another left behind. */
async function buildSurfaceTests(folder) {
  const tests = await Array.fromAsync(glob('test/surfaces/**/*.test.ts', { cwd: root }));
  await esbuild.build({
    ...common,
    entryPoints: ['test/support/surfaces/run.ts', ...tests],
    outbase: 'test',
    outdir: folder,
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    external: ['vscode', 'mocha', 'axe-core', 'playwright-core'],
    mainFields: ['module', 'main'],
    minify: false,
    keepNames: true,
    sourcemap: 'inline',
    plugins: [assetPlugin, importMeta],
  });
}

const surfaceTests = process.argv.indexOf('--surface-tests');
if (surfaceTests > 0) {
  await buildSurfaceTests(process.argv[surfaceTests + 1]);
  process.exit(0);
}

/** The on-device engine's program, 5 MB plain; packing takes seconds, so it is done once for each version. */
async function packBergamot() {
  const folder = path.join(root, 'node_modules/@browsermt/bergamot-translator/worker');
  const files = {
    'bergamot-glue.js.br': 'bergamot-translator-worker.js',
    'bergamot.wasm.br': 'bergamot-translator-worker.wasm',
  };
  for (const [target, name] of Object.entries(files)) {
    const [from, to] = [path.join(folder, name), path.join(root, 'dist', target)];
    const [source, made] = await Promise.all([stat(from), stat(to).catch(() => undefined)]);
    // npm gives files the time of their package: the time of unpacking is the change time.
    if (made && made.mtimeMs > source.ctimeMs) continue;
    await writeFile(to, await packed(await readFile(from)));
  }
}

/** What is built in without being an import: the on-device engine's program, the texts that the license index is made of. */
const alsoBuiltIn = ['node_modules/@browsermt/bergamot-translator', 'node_modules/spdx-license-list'];

/** The licenses of everything that is built in, as they ask for. */
async function writeNotices(meta) {
  const inputs = Object.values(meta).flatMap(({ inputs }) => Object.keys(inputs));
  const used = inputs.map(input => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]).filter(Boolean);
  const folders = [...new Set([...used, ...alsoBuiltIn])].sort();
  const notices = await Promise.all(folders.map(folder => noticeOf(path.join(root, folder))));
  const head = 'Gitee Scout contains the following works of others, each under its own license.\n';
  const all = [head, ...new Set(notices), ...(await dataNotices())];
  await writeFile(path.join(root, 'dist/third-party-notices.txt'), all.join('\n'));
}

/** The compatibility tables: what their authors ask to show, and the license text that has to travel with one of them. */
async function dataNotices() {
  const { attributions } = await import('./src/core/licenses/attribution.ts');
  const mulan = await readFile(path.join(root, 'node_modules/spdx-license-list/licenses/MulanPSL-2.0.json'), 'utf8');
  return [...attributions.map(({ text }) => `${text}\n`), JSON.parse(mulan).licenseText];
}

async function noticeOf(folder) {
  const { name, version, license, licenses, homepage } = JSON.parse(
    await readFile(path.join(folder, 'package.json'), 'utf8'),
  );
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries
    .filter(entry => entry.isFile() && /^(licen[cs]e|copying|notice)/i.test(entry.name))
    .map(entry => entry.name)
    .sort();
  const texts = await Promise.all(files.map(file => readFile(path.join(folder, file), 'utf8')));
  // The plural is how old packages say it.
  const terms = license ?? licenses?.map(({ type }) => type).join(' OR ');
  const title = `${name} ${version} (${terms})${homepage ? ` ${homepage}` : ''}`;
  return [`${'-'.repeat(78)}\n${title}\n`, ...texts.map(text => `${text.trim()}\n`)].join('\n');
}

await mkdir(path.join(root, 'dist'), { recursive: true });
await packBergamot();
// The package is made of ES modules; what is built for VS Code and plain Node is CommonJS.
await writeFile(path.join(root, 'dist/package.json'), '{ "type": "commonjs" }\n');

if (watch) {
  for (const options of Object.values(builds)) await (await esbuild.context({ ...options, logLevel: 'info' })).watch();
} else {
  const results = await Promise.all(Object.values(builds).map(options => esbuild.build(options)));
  const meta = Object.fromEntries(Object.keys(builds).map((name, index) => [name, results[index].metafile]));
  await Promise.all([writeFile(path.join(root, 'dist/meta.json'), JSON.stringify(meta)), writeNotices(meta)]);
}
