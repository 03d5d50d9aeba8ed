import assert from 'node:assert/strict';
import { read, table } from '../reading.ts';

const dependency = (artifact: string, rest = '') =>
  `<dependency><groupId>g</groupId><artifactId>${artifact}</artifactId>${rest}</dependency>`;
const pom = (inner: string) =>
  `<?xml version="1.0"?>\n<project xmlns="http://maven.apache.org/POM/4.0.0">\n${inner}\n</project>`;

describe('pom.xml', () => {
  table('.mvn/extensions.xml', {
    'reads extensions of Maven itself': [
      '<extensions><extension><groupId>g</groupId><artifactId>a</artifactId><version>1</version></extension></extensions>',
      'pkg:maven/g/a 1 build extensions',
    ],
  });
  table('pom.xml', {
    'reads names and versions in sections of character data': [
      '<project><dependencies><dependency><groupId><![CDATA[g]]></groupId><artifactId>\n<![CDATA[a]]>\n</artifactId><version> <![CDATA[ 1 ]]> </version></dependency></dependencies></project>',
      'pkg:maven/g/a 1 runtime dependencies',
    ],
    'reads the paths of annotation processors': [
      '<project><build><plugins><plugin><artifactId>maven-compiler-plugin</artifactId><configuration><annotationProcessorPaths><path><groupId>g</groupId><artifactId>p</artifactId><version>1</version></path></annotationProcessorPaths></configuration></plugin></plugins></build></project>',
      'pkg:maven/org.apache.maven.plugins/maven-compiler-plugin - build build.plugins',
      'pkg:maven/g/p 1 build build.plugins.annotationProcessorPaths',
    ],
    'reads dependencies with and without a version': [
      pom(
        `<dependencies>${dependency('a', '<version> 1.0 </version>')}${dependency('b')}${dependency('c', '<version>2</version><scope>test</scope>')}${dependency('d', '<optional>true</optional>')}</dependencies>`,
      ),
      'pkg:maven/g/a 1.0 runtime dependencies',
      'pkg:maven/g/b - runtime dependencies',
      'pkg:maven/g/c 2 test dependencies',
      'pkg:maven/g/d - optional dependencies',
    ],
    'fills in properties of the pom itself': [
      pom(
        `<groupId>me</groupId><version>9</version><properties><x.version>1.\${minor}</x.version><minor>2</minor></properties><dependencies>${dependency('a', '<version>${x.version}</version>')}<dependency><groupId>\${project.groupId}</groupId><artifactId>b</artifactId><version>\${project.version}</version></dependency>${dependency('c', '<version>${unknown}</version>')}</dependencies>`,
      ),
      'pkg:maven/g/a ${x.version} runtime dependencies => 1.2',
      'pkg:maven/me/b ${project.version} runtime dependencies => 9',
      'pkg:maven/g/c ${unknown} runtime dependencies',
    ],
    'inherits group and version from the parent it names': [
      pom(
        `<parent><groupId>p</groupId><artifactId>parent</artifactId><version>3</version></parent><dependencies><dependency><groupId>\${project.groupId}</groupId><artifactId>a</artifactId><version>\${project.parent.version}</version></dependency></dependencies>`,
      ),
      'pkg:maven/p/parent 3 build parent',
      'pkg:maven/p/a ${project.parent.version} runtime dependencies => 3',
    ],
    'fills in properties with hyphens and dots in their names': [
      pom(
        `<properties><x-y-plugin.version>1</x-y-plugin.version></properties><dependencies>${dependency('a', '<version>${x-y-plugin.version}</version>')}</dependencies>`,
      ),
      'pkg:maven/g/a ${x-y-plugin.version} runtime dependencies => 1',
    ],
    'ends a circle of properties': [
      pom(
        `<properties><a>\${b}</a><b>\${a}</b></properties><dependencies>${dependency('a', '<version>${a}</version>')}</dependencies>`,
      ),
      'pkg:maven/g/a ${a} runtime dependencies',
    ],
    'reads management, profiles, plugins and their dependencies': [
      pom(
        `<dependencyManagement><dependencies>${dependency('a', '<version>1</version><scope>import</scope>')}</dependencies></dependencyManagement><build><plugins><plugin><artifactId>maven-x-plugin</artifactId><version>2</version><dependencies>${dependency('b', '<version>3</version>')}</dependencies></plugin></plugins><pluginManagement><plugins><plugin><groupId>o</groupId><artifactId>y</artifactId></plugin></plugins></pluginManagement><extensions><extension><groupId>e</groupId><artifactId>f</artifactId><version>4</version></extension></extensions></build><profiles><profile><id>ci</id><dependencies>${dependency('c')}</dependencies></profile></profiles>`,
      ),
      'pkg:maven/g/a 1 runtime dependencyManagement',
      'pkg:maven/org.apache.maven.plugins/maven-x-plugin 2 build build.plugins',
      'pkg:maven/g/b 3 build build.plugins.dependencies',
      'pkg:maven/o/y - build build.pluginManagement',
      'pkg:maven/e/f 4 build build.extensions',
      'pkg:maven/g/c - runtime profiles.ci.dependencies',
    ],
    'takes no exclusion for a dependency': [
      pom(
        `<dependencies>${dependency('a', '<exclusions><exclusion><groupId>x</groupId><artifactId>y</artifactId></exclusion></exclusions>')}</dependencies>`,
      ),
      'pkg:maven/g/a - runtime dependencies',
    ],
    'reads around comments and CDATA': [
      pom(
        `<dependencies><!-- ${dependency('no')} --><dependency><groupId><!-- c -->g</groupId><artifactId><![CDATA[a]]></artifactId><version>1<!-- d --></version></dependency></dependencies>`,
      ),
      'pkg:maven/g/a 1 runtime dependencies',
    ],
    'expands no entities': [
      `<!DOCTYPE p [<!ENTITY e "boom"><!ENTITY f SYSTEM "file:///etc/passwd">]>${pom(`<dependencies>${dependency('a', '<version>&e;&f;</version>')}</dependencies>`)}`,
      'pkg:maven/g/a &e;&f; runtime dependencies',
    ],
    'reads on behind an element that was not closed': [
      pom(
        `<dependencies><dependency><groupId>g</groupId><artifactId>a</dependency>${dependency('b', '<version>1</version>')}</dependencies>`,
      ),
      'pkg:maven/g/a - runtime dependencies',
      'pkg:maven/g/b 1 runtime dependencies',
    ],
    'keeps offsets across CRLF, tabs and a byte order mark': [
      '\uFEFF<project>\r\n\t<dependencies>\r\n\t\t<dependency>\r\n\t\t\t<groupId>\r\n g \r\n</groupId>\r\n<artifactId>\r\n\ta\r\n</artifactId>\r\n</dependency></dependencies></project>',
      'pkg:maven/g/a - runtime dependencies',
    ],
    'reads nothing of a dependency without a group': [
      pom('<dependencies><dependency><artifactId>a</artifactId></dependency></dependencies>'),
    ],
  });

  it('keeps every other dependency while one is typed, key by key', () => {
    const typed = dependency('typed', '<version>1</version>');
    const [before, after] = [dependency('before'), `${dependency('after')}\n${dependency('last')}`];
    // Editors put the bracket that closes a tag behind the cursor.
    const halves = Array.from({ length: typed.length + 1 }, (_, length) => typed.slice(0, length));
    const lost = halves
      .flatMap(half => [half, `${half}>`])
      .map(half => {
        const text = pom(`<dependencies>\n${before}\n${half}\n${after}\n</dependencies>`);
        const names = read('pom.xml', text).dependencies.map(({ purl }) => purl);
        const missing = ['before', 'after', 'last'].filter(name => !names.includes(`pkg:maven/g/${name}`));
        return missing.length > 0 ? `${half}: ${missing.join()}` : undefined;
      });

    assert.deepEqual(lost.filter(Boolean), []);
  });

  it('reads a plugin behind one that is half typed', () => {
    const plugin = (name: string) => `<plugin><groupId>g</groupId><artifactId>${name}</artifactId>`;
    const text = pom(`<build><plugins>${plugin('a')}<version>1\n${plugin('b')}</plugin></plugins></build>`);

    assert.deepEqual(
      read('pom.xml', text).dependencies.map(({ name }) => name),
      ['a', 'b'],
    );
  });

  it('survives nesting that would overflow the stack', () => {
    const text = pom(`<dependencies>${dependency('a')}</dependencies>${'<x>'.repeat(50_000)}`);

    const { dependencies, problems } = read('pom.xml', text);

    assert.equal(dependencies.length, 1);
    assert.match(problems[0]?.message ?? '', /Nesting deeper/);
  });
});
