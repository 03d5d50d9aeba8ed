import assert from 'node:assert/strict';
import { readManifest } from '../../../../src/core/manifests/index.ts';
import type { Manifest } from '../../../../src/core/model.ts';
import { createCompactor, createPacker, createUnpacker } from '../../../../src/surfaces/workspace/reading/packed.ts';

const pom = `<project>
  <properties><spring.version>6.1.0</spring.version></properties>
  <parent><groupId>g</groupId><artifactId>p</artifactId><version>1</version></parent>
  <dependencies>
    <dependency><groupId>org.springframework</groupId><artifactId>spring-core</artifactId><version>\${spring.version}</version></dependency>
    <dependency><groupId>junit</groupId><artifactId>junit</artifactId><scope>test</scope></dependency>
  </dependencies>
</project>`;
const npm = `{ "dependencies": { "moment": "^2.29.4", "a-package-with-a-long-name": "git+https://example.org/a.git", "__proto__": "1", "пакет": "file:../x" },
  "peerDependencies": { "react": "*" }, "optionalDependencies": { "fsevents": "workspace:*" } }`;

/** All that a manifest says, as plain data. */
const plain = (manifests: readonly (Manifest | undefined)[]) =>
  manifests.map(
    manifest =>
      manifest && {
        type: manifest.type,
        ecosystem: manifest.ecosystem,
        dependencies: manifest.dependencies,
        problems: manifest.problems,
        definitions: manifest.definitions,
        inclusions: manifest.inclusions,
      },
  );

describe('manifests on their way between threads', () => {
  const manifests: readonly (Manifest | undefined)[] = [
    readManifest('pom.xml', pom),
    undefined,
    readManifest('package.json', npm),
    readManifest('package.json', '{ "dependencies": { "a": '),
    readManifest('requirements.txt', ''),
  ];

  it('arrive as they were sent', () => {
    const pack = createPacker();
    const unpack = createUnpacker();

    const arrived = unpack(structuredClone(pack(manifests)));

    assert.deepEqual(plain(arrived), plain(manifests));
    assert.ok((manifests[0]?.dependencies.length ?? 0) >= 3);
  });

  it('bring a text that was sent before as a number', () => {
    const pack = createPacker();
    const unpack = createUnpacker();
    unpack(structuredClone(pack(manifests)));

    const again = structuredClone(pack(manifests));

    assert.deepEqual(again.texts, []);
    assert.deepEqual(plain(unpack(again)), plain(manifests));
  });

  it('bring all texts anew when too many are remembered', () => {
    const pack = createPacker(3);
    const unpack = createUnpacker();

    const all = [manifests, manifests.toReversed(), manifests].map(each => ({ each, packed: pack(each) }));
    const arrived = all.map(({ packed }) => unpack(structuredClone(packed)));

    for (const [position, { each, packed }] of all.entries()) {
      assert.equal(packed.from, 0);
      // Also the first ones, whose texts were forgotten since.
      assert.deepEqual(plain(arrived[position] ?? []), plain(each));
    }
  });

  it('hold one text for a name that is written often', () => {
    const pack = createPacker();
    const twice = [manifests[0], manifests[0]];

    const { texts } = pack(twice);

    assert.equal(texts.filter(text => text === 'pkg:maven/org.springframework/spring-core').length, 1);
  });

  it('are kept as numbers where they were not sent', () => {
    const compact = createCompactor(3);
    const [pom, , npm] = manifests;
    const given = [pom, npm, pom].filter(manifest => manifest !== undefined);
    const kept = [...compact(given), ...compact(given.slice(1))];

    assert.deepEqual(plain(kept), plain([pom, npm, pom, npm, pom]));
    assert.deepEqual(compact(kept), kept);
    assert.ok(compact(kept).every((manifest, position) => manifest === kept[position]));
  });

  it('give the same dependencies to whoever asks again at once, and say what they name without them', () => {
    const [pom] = createUnpacker()(createPacker()(manifests));
    const held = pom?.dependencies;

    assert.equal(pom?.dependencies, held);
    assert.equal(pom?.count, held?.length);
    assert.equal(pom?.has('pkg:maven/junit/junit'), true);
    assert.equal(pom?.has('pkg:maven/junit/other'), false);
  });
});
