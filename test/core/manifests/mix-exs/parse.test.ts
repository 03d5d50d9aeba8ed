import { table } from '../reading.ts';

describe('mix.exs', () => {
  table('mix.exs', {
    'reads quoted names and the state of a repository': [
      'defp deps do\n  [{:"a-b", "1"}, {:c, github: "o/c", branch: "main"}, {:d, git: "x", ref: "abc"}]\nend\n',
      'pkg:hex/a-b 1 runtime deps',
      'pkg:hex/c main runtime deps git',
      'pkg:hex/d abc runtime deps git',
    ],
    'reads tuples of public and private functions': [
      'defmodule X do\n  def project, do: [app: :x, deps: deps()]\n  def deps do\n    [\n      {:phoenix, "~> 1.7"},\n      {:a, ">= 0.0.0", only: [:dev, :test]},\n      {:b, git: "https://x.org/b.git", tag: "v1"},\n      {:c, path: "../c"},\n      {:d, in_umbrella: true},\n      {:e, "1", hex: :real_e, only: :test},\n      # {:no, "1"}\n    ]\n  end\n  defp other, do: {:no, "2"}\nend\n',
      'pkg:hex/phoenix ~> 1.7 runtime deps',
      'pkg:hex/a >= 0.0.0 development deps',
      'pkg:hex/b v1 runtime deps git',
      'pkg:hex/c - runtime deps path',
      'pkg:hex/d - runtime deps workspace',
      'pkg:hex/real_e 1 test deps',
    ],
  });
});
