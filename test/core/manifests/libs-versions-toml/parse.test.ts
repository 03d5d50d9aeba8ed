import { table } from '../reading.ts';

describe('libs.versions.toml', () => {
  table('gradle/libs.versions.toml', {
    'reads every notation of a library': [
      '[versions]\nk = "1.9"\nrich = { strictly = "[1,2[", prefer = "1.5" }\n[libraries]\na = "g:a:1"\nb = { module = "g:b", version.ref = "k" }\nc = { group = "g", name = "c", version = "2" }\nd = { module = "g:d" }\ne.module = "g:e"\ne.version.ref = "rich"\n[libraries.f]\nmodule = "g:f"\nversion = { require = "3" }\n',
      'pkg:maven/g/a 1 runtime [libraries]',
      'pkg:maven/g/b 1.9 runtime [libraries]',
      'pkg:maven/g/c 2 runtime [libraries]',
      'pkg:maven/g/d - runtime [libraries]',
      'pkg:maven/g/e [1,2[ runtime [libraries]',
      'pkg:maven/g/f 3 runtime [libraries]',
    ],
    'reads plugins, also where a version and a library share the alias': [
      '[versions]\nx = "1"\n[libraries]\nx = { module = "g:x", version.ref = "x" }\n[plugins]\nx = { id = "p.x", version.ref = "x" }\ny = "p.y:2"\n[bundles]\nall = ["x"]\n',
      'pkg:maven/g/x 1 runtime [libraries]',
      'pkg:maven/p.x/p.x.gradle.plugin 1 build [plugins]',
      'pkg:maven/p.y/p.y.gradle.plugin 2 build [plugins]',
    ],
    'reads tables in any order': [
      '[libraries]\na = { module = "g:a", version.ref = "k" }\n[versions]\nk = "1"\n',
      'pkg:maven/g/a 1 runtime [libraries]',
    ],
  });
});
