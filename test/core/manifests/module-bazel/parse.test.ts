import { table } from '../reading.ts';

describe('MODULE.bazel', () => {
  table('MODULE.bazel', {
    'reads bills of materials beside artifacts': [
      'maven.install(artifacts = ["g:a"], boms = ["g:bom:3"])\n',
      'pkg:maven/g/a - runtime maven',
      'pkg:maven/g/bom 3 runtime maven',
    ],
    'reads modules of Go': [
      'go_deps.module(\n    path = "github.com/x/Y",\n    sum = "h1:aa",\n    version = "v1",\n)\n',
      'pkg:golang/github.com/x/y v1 runtime go_deps.module',
    ],
    'reads modules, overrides and extensions': [
      'module(name = "x")\nbazel_dep(name = "rules_go", version = "0.41.0")\nbazel_dep(name = "b", version = "1", dev_dependency = True)\nbazel_dep(name = "c")\nlocal_path_override(module_name = "c", path = "../c")\nmaven.install(\n    artifacts = [\n        "g.h:a:1.0", # c\n    ],\n)\nmaven.artifact(group = "g", artifact = "b", version = "2")\noci.pull(name = "base", image = "docker.io/library/ubuntu", tag = "22.04")\n',
      'pkg:bazel/rules_go 0.41.0 runtime bazel_dep',
      'pkg:bazel/b 1 development bazel_dep',
      'pkg:bazel/c - runtime bazel_dep path',
      'pkg:maven/g.h/a 1.0 runtime maven',
      'pkg:maven/g/b 2 runtime maven',
      'pkg:docker/library/ubuntu 22.04 runtime oci.pull',
    ],
  });
});
