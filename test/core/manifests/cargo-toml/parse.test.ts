import { table } from '../reading.ts';

describe('Cargo.toml', () => {
  table('Cargo.toml', {
    'reads every section with its scope': [
      '[dependencies]\nserde = "1"\nlog = { version = "0.4", optional = true }\n[dev-dependencies]\na = "2"\n[build-dependencies]\nb = "3"\n',
      'pkg:cargo/serde 1 runtime [dependencies]',
      'pkg:cargo/log 0.4 optional [dependencies]',
      'pkg:cargo/a 2 development [dev-dependencies]',
      'pkg:cargo/b 3 build [build-dependencies]',
    ],
    'reads dotted keys as one crate': [
      '[dependencies]\ndep.path = ".."\nlog.workspace = true\nlog.features = ["x"]\n',
      'pkg:cargo/dep - runtime [dependencies] path',
      'pkg:cargo/log - runtime [dependencies]',
    ],
    'follows renames': [
      '[dependencies]\nold = { package = "real-name", version = "1" }\n',
      'pkg:cargo/real-name 1 runtime [dependencies]',
    ],
    'reads target tables': [
      '[target.\'cfg(windows)\'.dependencies]\nw = "1"\n[target.wasm32-unknown-unknown.dependencies.web-sys]\nversion = "0.3"\nfeatures = [ "A",\n "B" ]\n',
      "pkg:cargo/w 1 runtime [target.'cfg(windows)'.dependencies]",
      'pkg:cargo/web-sys 0.3 runtime [target.wasm32-unknown-unknown.dependencies]',
    ],
    'reads tables of one crate, workspaces and patches': [
      '[dependencies.x]\nversion = "1"\n[workspace.dependencies]\ny = "2"\n[patch.crates-io]\nz = { git = "https://x.org/z" }\n',
      'pkg:cargo/x 1 runtime [dependencies]',
      'pkg:cargo/y 2 runtime [workspace.dependencies]',
      'pkg:cargo/z - runtime [patch.crates-io] git',
    ],
    'tells path and git from the registry': [
      '[dependencies]\na = { path = "../a", version = "1" }\nb = { git = "https://x.org/b", tag = "v1" }\n',
      'pkg:cargo/a 1 runtime [dependencies] path',
      'pkg:cargo/b v1 runtime [dependencies] git',
    ],
    'reads a half-typed file': [
      '[dependencies]\na = "1\nb =\nc\nd = { version = "2"\n[dev-dependencies]\ne = "3"',
      'pkg:cargo/a 1 runtime [dependencies]',
      'pkg:cargo/b - runtime [dependencies]',
      'pkg:cargo/d 2 runtime [dependencies]',
      'pkg:cargo/e 3 development [dev-dependencies]',
    ],
    'is not misled by features and comments': [
      '[features]\ndefault = ["a"]\n[dependencies] # x\n# b = "1"\n"c" = "1" # d\n',
      'pkg:cargo/c 1 runtime [dependencies]',
    ],
  });
});
