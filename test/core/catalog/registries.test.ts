import assert from 'node:assert/strict';
import { readPom } from '../../catalog/registries/maven.ts';

describe('a POM', () => {
  it('names its license and repository', () => {
    const pom = readPom(`<?xml version="1.0"?>
      <project>
        <parent><groupId>org.sonatype.oss</groupId><artifactId>oss-parent</artifactId><version>7</version></parent>
        <url>https://example.org/</url>
        <licenses><license><name>MIT</name><url>https://example.org/mit</url></license></licenses>
        <scm><url>https://gitee.com/sample/clock</url></scm>
        <dependencies><dependency><groupId>a</groupId></dependency></dependencies>
      </project>`);

    assert.deepEqual(pom, {
      license: 'MIT',
      repository: 'https://gitee.com/sample/clock',
      parent: 'org.sonatype.oss:oss-parent:7',
    });
  });

  it('may leave all to its parent', () => {
    const pom = readPom(
      '<project><parent><groupId>a</groupId><artifactId>b</artifactId><version>1</version></parent></project>',
    );

    assert.deepEqual(pom, { license: undefined, repository: undefined, parent: 'a:b:1' });
  });

  it('joins several licenses, and takes the address where there is no name', () => {
    const pom = readPom(
      '<project><licenses><license><name>MIT</name></license><license><url>http://x/y</url></license></licenses></project>',
    );

    assert.equal(pom.license, 'MIT AND http://x/y');
  });

  it('does not take an address that waits for a property', () => {
    assert.equal(
      readPom(`<project><url>https://github.com/a/b</url><scm><url>$\{scm.url}</url></scm></project>`).repository,
      'https://github.com/a/b',
    );
  });
});
