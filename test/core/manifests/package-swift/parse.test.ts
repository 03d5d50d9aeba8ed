import assert from 'node:assert/strict';
import { resolvedLines, table } from '../reading.ts';

describe('Package.swift', () => {
  table('Package.swift', {
    'reads every form of requirement': [
      'let package = Package(\n dependencies: [\n  .package(url: "https://github.com/apple/swift-nio.git", from: "2.0.0"),\n  .package(name: "B", url: "https://github.com/o/b", .upToNextMajor(from: "1.0.0")),\n  .package(url: "https://github.com/o/c", exact: "3"),\n  .package(url: "https://github.com/o/d", "1.0"..<"2.0"),\n  .package(url: "git@gitee.com:o/e.git", branch: "main"),\n  .package(path: "../f"),\n  .package(id: "g.h", from: "4"),\n // .package(url: "https://github.com/no/no", from: "1")\n ],\n targets: [.target(name: "X", dependencies: [.product(name: "NIO", package: "swift-nio")])]\n)\n',
      'pkg:swift/github.com/apple/swift-nio 2.0.0 runtime dependencies',
      'pkg:swift/github.com/o/b 1.0.0 runtime dependencies',
      'pkg:swift/github.com/o/c 3 runtime dependencies',
      'pkg:swift/github.com/o/d "1.0"..<"2.0" runtime dependencies',
      'pkg:swift/gitee.com/o/e main runtime dependencies',
      'pkg:swift/g.h 4 runtime dependencies',
    ],
  });
  const resolved =
    '{"pins":[{"identity":"swift-nio","kind":"remoteSourceControl","location":"https://github.com/apple/swift-nio.git","state":{"revision":"abc","version":"2.1.0"}}],"version":2}';
  table('Package.resolved', {
    'reads pins': [resolved, 'pkg:swift/github.com/apple/swift-nio 2.1.0 runtime pins'],
    'reads pins of the first version': [
      '{"object":{"pins":[{"package":"NIO","repositoryURL":"https://github.com/apple/swift-nio.git","state":{"branch":null,"revision":"abc","version":null}}]},"version":1}',
      'pkg:swift/github.com/apple/swift-nio abc runtime pins',
    ],
  });

  it('reads Package.resolved only where no Package.swift stands beside it', () => {
    assert.deepEqual(resolvedLines({ 'a/Package.resolved': resolved, 'a/Package.swift': '' }), []);
    assert.equal(resolvedLines({ 'a/Package.resolved': resolved, 'b/Package.swift': '' }).length, 1);
  });
});
