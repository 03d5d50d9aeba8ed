/**
 * Who may import whom, checked by dependency-cruiser in `npm test`. A red rule is answered by moving code, not by an
 * exception. `test/architecture.test.ts` plants violations to see that each rule bites.
 */

/** `vscode` as an import finds its types, so it resolves to their folder; a rule on `^vscode$` alone would never bite. */
const vscode = ['(^|/)node_modules/@types/vscode/', '^vscode$'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'vscode-only-in-surfaces',
      comment: 'Only src/surfaces/ and src/extension.ts know VS Code, even as a type.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/surfaces/', '^src/extension\\.ts$'] },
      to: { path: vscode },
    },
    {
      name: 'no-cycles',
      comment: 'Modules that need each other are one module, or need a third.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'core-knows-no-host',
      comment: 'The core runs in VS Code, in the terminal and in a server alike, so it imports none of them.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { path: '^src/', pathNot: '^src/(core/|assets\\.d\\.ts$)' },
    },
    {
      name: 'core-folder-by-its-index',
      comment: 'A folder of the core is entered by its index.ts only: its other files may change without notice.',
      severity: 'error',
      from: { path: '^src/core/([^/]+)/' },
      to: { path: '^src/core/[^/]+/', pathNot: ['^src/core/$1/', '^src/core/[^/]+/index\\.ts$'] },
    },
    {
      name: 'core-from-outside-by-index',
      comment: 'Seen from outside, too, a folder of the core is its index.ts; only the build compiles its data.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/core/[^/]+/' },
      to: { path: '^src/core/[^/]+/', pathNot: '^src/core/[^/]+/index\\.ts$' },
    },
    {
      name: 'core-folders-below-the-composition',
      comment: 'src/core/index.ts puts the folders together; none of them may look back up to it.',
      severity: 'error',
      from: { path: '^src/core/[^/]+/' },
      to: { path: '^src/core/index\\.ts$' },
    },
    {
      name: 'pure-core-folders',
      comment: 'Text in, data out: these read no file, ask no network and know no Gitee.',
      severity: 'error',
      from: { path: '^src/core/(manifests|patterns|purl|references|suggestions)/' },
      to: {
        path: [
          '^(node:)?(fs|net|http|https|child_process)(/|$)',
          '^src/core/(gitee|cache|projects|search)/',
          'node_modules/undici/',
        ],
      },
    },
    {
      name: 'surfaces-are-strangers',
      comment:
        'A surface may be taken out without the others noticing; what they share lies directly in src/surfaces/.',
      severity: 'error',
      from: { path: '^src/surfaces/([^/]+)/' },
      to: { path: '^src/surfaces/[^/]+/', pathNot: '^src/surfaces/$1/' },
    },
    {
      name: 'shared-surface-files-know-no-surface',
      comment: 'What the surfaces share knows none of them.',
      severity: 'error',
      from: { path: '^src/surfaces/[^/]+\\.ts$' },
      to: { path: '^src/surfaces/[^/]+/' },
    },
    {
      name: 'surfaces-know-core-only',
      comment: 'A surface draws what the core knows; with its page it speaks through the protocol.',
      severity: 'error',
      from: { path: '^src/surfaces/' },
      to: { path: '^src/', pathNot: ['^src/(core|surfaces)/', '^src/webview/protocol\\.ts$', '^src/assets\\.d\\.ts$'] },
    },
    {
      name: 'terminal-knows-core-only',
      comment: 'The command line and the server for assistants are hosts like VS Code, and know nothing of it.',
      severity: 'error',
      from: { path: '^src/(cli|mcp)(/|\\.ts$)' },
      to: { path: '^src/', pathNot: ['^src/(core|cli|mcp)/', '^src/assets\\.d\\.ts$'] },
    },
    {
      name: 'webview-stays-in-its-frame',
      comment: 'The scripts of the pages run in a browser: nothing of the core or of VS Code gets in but the protocol.',
      severity: 'error',
      from: { path: '^src/webview/scripts/' },
      to: { path: '^src/', pathNot: '^src/webview/' },
    },
    {
      name: 'product-knows-no-test',
      comment: 'What is shipped does not need what tests it.',
      severity: 'error',
      from: { path: '^(src/|esbuild\\.mjs$)' },
      to: { path: '^test/' },
    },
    {
      name: 'everything-resolves',
      comment:
        'An import that finds nothing slips past every other rule. What the build compiles is checked by the build.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: '^asset:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Without this, imports that only bring types are not seen.
    tsPreCompilationDeps: true,
    moduleSystems: ['es6', 'cjs', 'tsd'],
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.cjs', '.js', '.d.ts', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
