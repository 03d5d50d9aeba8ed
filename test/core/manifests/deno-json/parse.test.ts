import { table } from '../reading.ts';

describe('deno.json', () => {
  table('deno.jsonc', {
    'reads packages of the compiler, of lint and of tasks': [
      '{"tasks":{"t":"deno run -A npm:vite@5 build && x","u":{"command":"deno run jsr:@s/u"}},"compilerOptions":{"jsxImportSource":"npm:preact@10","types":["npm:@types/node@20","./own.d.ts"]},"lint":{"plugins":["jsr:@x/lint@1"]}}',
      'pkg:npm/vite 5 runtime tasks.t',
      'pkg:jsr/%40s/u - runtime tasks.u',
      'pkg:npm/preact 10 runtime compilerOptions.jsxImportSource',
      'pkg:npm/%40types/node 20 runtime compilerOptions.types',
      'pkg:jsr/%40x/lint 1 runtime lint.plugins',
    ],
    'reads imports from JSR, npm and URLs': [
      '{ // c\n"imports": {"@std/path":"jsr:@std/path@^1.0.0","chalk":"npm:chalk@5/x","r":"npm:@s/r","o":"https://deno.land/x/oak@v12.0.0/mod.ts","l":"./l.ts","s/":"jsr:/@std/fs@1/"},"scopes":{"x":{"y":"npm:y@1"}}}',
      'pkg:jsr/%40std/path ^1.0.0 runtime imports',
      'pkg:npm/chalk 5 runtime imports',
      'pkg:npm/%40s/r - runtime imports',
      'pkg:generic/deno.land/x/oak v12.0.0 runtime imports url',
      'pkg:jsr/%40std/fs 1 runtime imports',
      'pkg:npm/y 1 runtime scopes',
    ],
  });
});
