import { table } from '../reading.ts';

describe('deno.json', () => {
  table('deno.jsonc', {
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
