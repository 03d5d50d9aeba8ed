import assert from 'node:assert/strict';
import { candidates, parsePurl } from '../../../src/core/catalog/names.ts';

describe('names of packages', () => {
  const table: readonly (readonly [purl: string, names: readonly string[] | undefined, fact: string])[] = [
    ['pkg:npm/moment', ['npm:moment'], 'reads a plain name'],
    ['pkg:npm/%40vue/core', ['npm:@vue/core'], 'decodes a scope'],
    ['pkg:npm/@vue/core', ['npm:@vue/core'], 'takes a scope that is not encoded'],
    ['pkg:npm/@vue/core@3.5.0', ['npm:@vue/core'], 'leaves a version aside'],
    ['pkg:npm/moment@2?x=1#lib', ['npm:moment'], 'leaves qualifiers and a subpath aside'],
    ['pkg:pypi/Ruamel_Yaml', ['pypi:ruamel-yaml'], 'spells Python names as their index compares them'],
    [
      'pkg:golang/github.com/Gin-Gonic/gin/v2',
      ['golang:github.com/gin-gonic/gin/v2', 'golang:github.com/gin-gonic/gin'],
      'tries a Go module without its major version',
    ],
    [
      'pkg:golang/gopkg.in/yaml.v3',
      ['golang:gopkg.in/yaml.v3', 'golang:gopkg.in/yaml'],
      'knows the versions of gopkg.in',
    ],
    [
      'pkg:maven/org.x/kafka_2.13',
      ['maven:org.x/kafka_2.13', 'maven:org.x/kafka'],
      'tries a Java artifact without its Scala version',
    ],
    ['pkg:docker/redis', ['docker:library/redis'], 'knows the official images'],
    ['pkg:docker/docker.io/apache/kvrocks', ['docker:apache/kvrocks'], 'knows the default registry'],
    [
      'pkg:docker/keycloak/keycloak?repository_url=quay.io',
      ['docker:quay.io/keycloak/keycloak', 'docker:keycloak/keycloak'],
      'looks for an image in its registry first',
    ],
    [
      'pkg:docker/fedora@sha256:1?arch=amd64&repository_url=https%3A%2F%2Fregistry.fedoraproject.org/',
      ['docker:registry.fedoraproject.org/fedora', 'docker:library/fedora'],
      'takes a registry that is written as an address',
    ],
    [
      'pkg:docker/docker/library/redis?repository_url=public.ecr.aws',
      ['docker:library/redis'],
      'knows where Amazon keeps the official images',
    ],
    [
      'pkg:docker/redis?repository_url=docker.io',
      ['docker:library/redis'],
      'knows the default registry as a qualifier',
    ],
    ['pkg:bower/jquery', ['bower:jquery', 'npm:jquery'], 'looks for Bower packages under npm'],
    ['pkg:cocoapods/MMKV', ['cocoapods:mmkv'], 'folds the names of pods, which differ in more than case'],
    [
      'pkg:swift/github.com/onevcat/Kingfisher',
      ['swift:github.com/onevcat/kingfisher'],
      'folds the addresses of Swift packages',
    ],
    ['pkg:NPM/moment', ['npm:moment'], 'folds the type'],
    ['pkg:npm/%E0%A4%A', ['npm:%E0%A4%A'], 'keeps what cannot be decoded'],
    ['npm/moment', undefined, 'refuses what is no package URL'],
    ['pkg:npm/', undefined, 'refuses an empty name'],
    ['', undefined, 'refuses nothing at all'],
  ];
  for (const [purl, names, fact] of table) {
    it(fact, () => {
      const parsed = parsePurl(purl);

      const found = parsed && candidates(parsed).map(({ ecosystem, name }) => `${ecosystem}:${name}`);

      assert.deepEqual(found && [...new Set(found)], names);
    });
  }
});
