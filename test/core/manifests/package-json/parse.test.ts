import assert from 'node:assert/strict';
import { line, lines, read, table } from '../reading.ts';

describe('package.json', () => {
  table('a/package.json', {
    'takes the dot in an override for the package itself': [
      '{"overrides":{"b@2":{".":"2.1","k":"3"}}}',
      'pkg:npm/b 2.1 runtime overrides',
      'pkg:npm/k 3 runtime overrides.b@2',
    ],
    'reads every section with its scope': [
      '{"dependencies":{"a":"1"},"devDependencies":{"b":"2"},"peerDependencies":{"c":"3"},"optionalDependencies":{"d":"4"},"bundleDependencies":["a"]}',
      'pkg:npm/a 1 runtime dependencies',
      'pkg:npm/b 2 development devDependencies',
      'pkg:npm/c 3 peer peerDependencies',
      'pkg:npm/d 4 optional optionalDependencies',
      'pkg:npm/a - runtime bundleDependencies',
    ],
    'encodes scopes': ['{"dependencies":{"@vue/core":"^3"}}', 'pkg:npm/%40vue/core ^3 runtime dependencies'],
    'follows aliases': [
      '{"dependencies":{"x":"npm:@scope/x@^1","y":"npm:y2@2","z":"npm:^3","w":"npm:@s/w","s":"npm:string-width"}}',
      'pkg:npm/%40scope/x npm:@scope/x@^1 runtime dependencies => ^1',
      'pkg:npm/y2 npm:y2@2 runtime dependencies => 2',
      'pkg:npm/z npm:^3 runtime dependencies => ^3',
      'pkg:npm/%40s/w npm:@s/w runtime dependencies => *',
      'pkg:npm/string-width npm:string-width runtime dependencies => *',
    ],
    'follows JSR names': [
      '{"dependencies":{"x":"jsr:@std/path@1"}}',
      'pkg:jsr/%40std/path jsr:@std/path@1 runtime dependencies => 1',
    ],
    'knows workspace requirements and their aliases': [
      '{"dependencies":{"a":"workspace:*","b":"workspace:c@^","d":"workspace:../d"}}',
      'pkg:npm/a workspace:* runtime dependencies workspace => *',
      'pkg:npm/c workspace:c@^ runtime dependencies workspace => ^',
      'pkg:npm/d workspace:../d runtime dependencies workspace',
    ],
    'leaves catalog references for the workspace to resolve': [
      '{"dependencies":{"a":"catalog:","b":"catalog:next"}}',
      'pkg:npm/a catalog: runtime dependencies',
      'pkg:npm/b catalog:next runtime dependencies',
    ],
    'tells git, URL and path requirements': [
      '{"dependencies":{"a":"git+https://x.org/a.git#v1","b":"user/b","c":"github:u/c#semver:^1","d":"https://x.org/d.tgz","e":"file:../e","f":"link:f","g":"../g","h":"git@gitee.com:o/h.git","i":"https://github.com/o/i.git"}}',
      'pkg:npm/a git+https://x.org/a.git#v1 runtime dependencies git',
      'pkg:npm/b user/b runtime dependencies git',
      'pkg:npm/c github:u/c#semver:^1 runtime dependencies git',
      'pkg:npm/d https://x.org/d.tgz runtime dependencies url',
      'pkg:npm/e file:../e runtime dependencies path',
      'pkg:npm/f link:f runtime dependencies path',
      'pkg:npm/g ../g runtime dependencies path',
      'pkg:npm/h git@gitee.com:o/h.git runtime dependencies git',
      'pkg:npm/i https://github.com/o/i.git runtime dependencies git',
    ],
    'reads nested overrides': [
      '{"overrides":{"a":"1","b@2":{".":"2.1","@c/d":"3","e":{"f":"$g"}}}}',
      'pkg:npm/a 1 runtime overrides',
      'pkg:npm/b 2.1 runtime overrides',
      'pkg:npm/%40c/d 3 runtime overrides.b@2',
      'pkg:npm/f $g runtime overrides.b@2.e',
    ],
    'reads resolutions and pnpm overrides with patterns': [
      '{"resolutions":{"**/a":"1","x/@s/b":"2","c@npm:^1":"3"},"pnpm":{"overrides":{"p>q@1":"4","r@<2>@s/t":"5"}}}',
      'pkg:npm/a 1 runtime resolutions',
      'pkg:npm/%40s/b 2 runtime resolutions',
      'pkg:npm/c 3 runtime resolutions',
      'pkg:npm/q 4 runtime pnpm.overrides',
      'pkg:npm/%40s/t 5 runtime pnpm.overrides',
    ],
    'reads the catalogs of Bun': [
      '{"workspaces":{"catalog":{"react":"^19"},"catalogs":{"t":{"jest":"30"}}}}',
      'pkg:npm/react ^19 runtime workspaces.catalog',
      'pkg:npm/jest 30 runtime workspaces.catalogs.t',
    ],
    'reads comments and trailing commas': [
      '{ // c\n"dependencies": { /* d */ "a": "1", }, }',
      'pkg:npm/a 1 runtime dependencies',
    ],
    'reads a file with a byte order mark': ['\uFEFF{"dependencies":{"a":"1"}}', 'pkg:npm/a 1 runtime dependencies'],
    'keeps offsets across CRLF and characters outside ASCII': [
      '{\r\n\t"description": "依赖 🚀",\r\n\t"dependencies": {\r\n\t\t"dayjs": "^1.11.0"\r\n\t}\r\n}\r\n',
      'pkg:npm/dayjs ^1.11.0 runtime dependencies',
    ],
    'takes a package named __proto__ as any other': [
      '{"dependencies":{"__proto__":"1","constructor":"2","toString":"3"}}',
      'pkg:npm/__proto__ 1 runtime dependencies',
      'pkg:npm/constructor 2 runtime dependencies',
      'pkg:npm/toString 3 runtime dependencies',
    ],
    'reads a section called __proto__ as nothing': ['{"__proto__":{"dependencies":{"a":"1"}}}'],
    'keeps an empty requirement': ['{"dependencies":{"a":""}}', 'pkg:npm/a  runtime dependencies'],
    'reads a half-typed requirement': [
      '{"dependencies":{"a":"1","b":"^2\n',
      'pkg:npm/a 1 runtime dependencies',
      'pkg:npm/b ^2 runtime dependencies',
    ],
    'skips a half-typed name and goes on': [
      '{"dependencies":{"a":"1","b\n},"devDependencies":{"c":"3"}}',
      'pkg:npm/a 1 runtime dependencies',
      'pkg:npm/c 3 development devDependencies',
    ],
    'keeps a name whose value is still to come': [
      '{"dependencies":{"a":\n"b":"2"}}',
      'pkg:npm/a - runtime dependencies',
      'pkg:npm/b 2 runtime dependencies',
    ],
    'reads on after a missing comma': [
      '{"dependencies":{"a":"1" "b":"2"}}',
      'pkg:npm/a 1 runtime dependencies',
      'pkg:npm/b 2 runtime dependencies',
    ],
    'reads the next section after a missing brace': [
      '{"dependencies":{"a":"1","devDependencies":{"b":"2"}}',
      'pkg:npm/a 1 runtime dependencies',
      'pkg:npm/b 2 development devDependencies',
    ],
    'passes over values that are no requirements': [
      '{"dependencies":["a"],"devDependencies":{"b":["x"]},"overrides":7}',
    ],
    'reads nothing from an empty text': [''],
    'reads nothing from a list': ['[1, "dependencies"]'],
  });

  it('reads what stands behind sections that hold no dependencies, whole or broken', () => {
    for (const section of ['{"a":["]",{"b":"}\\""}]}', '["x", // ]\n"y"]', '{"a":"x\n}', '[1,2', '{"a":{"b":1}']) {
      assert.ok(lines('package.json', `{"scripts":${section},"dependencies":{"c":"1"}}`).length <= 1);
    }
    assert.deepEqual(lines('package.json', '{"scripts":{"a":["]",{"b":"}\\""}]},"dependencies":{"c":"1"}}'), [
      'pkg:npm/c 1 runtime dependencies',
    ]);
    assert.deepEqual(lines('package.json', '{"files":["x", // ]\n"y"],"dependencies":{"c":"1"}}'), [
      'pkg:npm/c 1 runtime dependencies',
    ]);
    assert.deepEqual(lines('package.json', '{"scripts":{"a":"x\n},"dependencies":{"c":"1"}}'), [
      'pkg:npm/c 1 runtime dependencies',
    ]);
  });

  it('lets the last of two equal names count and reports the first', () => {
    const manifest = read('package.json', '{"dependencies":{"a":"1","a":"2"}}');

    assert.deepEqual(manifest.dependencies.map(line), ['pkg:npm/a 2 runtime dependencies']);
    assert.deepEqual(manifest.problems, [
      { message: '"a" is listed again below; only the last entry counts.', range: [18, 19] },
    ]);
  });

  it('says where a file is broken', () => {
    const text = '{"dependencies":{"a":}';

    assert.deepEqual(read('package.json', text).problems, [
      { message: 'A value is missing.', range: [18, 20] },
      { message: 'A closing brace is missing.', range: [0, 1] },
    ]);
  });

  it('gives the exact place of a name and a requirement written with escapes', () => {
    const text = '{"dependencies":{"a\\u0062":"\\u005e1"}}';

    const [dependency] = read('package.json', text).dependencies;

    assert.equal(dependency?.purl, 'pkg:npm/ab');
    assert.equal(dependency?.name, 'a\\u0062');
  });

  it('survives nesting that would overflow the stack', () => {
    const deep = '{"overrides":'.repeat(50_000);

    assert.equal(read('package.json', deep).dependencies.length, 0);
    assert.equal(read('package.json', `{"dependencies":{"a":"1"},"x":${'['.repeat(50_000)}`).dependencies.length, 1);
  });

  it('reads on behind nesting that is too deep', () => {
    const text = `{"x":${'['.repeat(500)}${']'.repeat(500)},"dependencies":{"a":"1"}}`;

    assert.deepEqual(lines('package.json', text), ['pkg:npm/a 1 runtime dependencies']);
  });
});
