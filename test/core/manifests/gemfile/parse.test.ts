import { table } from '../reading.ts';

describe('Gemfile', () => {
  table('Gemfile', {
    'knows where blocks take their gems from': [
      'git "https://x.org/g.git" do\n  gem "a"\nend\npath "../p" do\n  gem "b"\nend\ngem "c"\n',
      'pkg:gem/a - runtime gem git',
      'pkg:gem/b - runtime gem path',
      'pkg:gem/c - runtime gem',
    ],
    'reads gems with requirements and options': [
      'source "https://rubygems.org"\ngem "rails", "~> 7.0"\ngem \'a\', \'>= 1\', \'< 2\'\ngem "b", require: false\ngem "c", git: "https://x.org/c.git"\ngem("d", "1")\ngem "e", path: "../e"\ngem "f", "1", group: :test\n',
      'pkg:gem/rails ~> 7.0 runtime gem',
      "pkg:gem/a '>= 1', '< 2' runtime gem",
      'pkg:gem/b - runtime gem',
      'pkg:gem/c - runtime gem git',
      'pkg:gem/d 1 runtime gem',
      'pkg:gem/e - runtime gem path',
      'pkg:gem/f 1 test gem',
    ],
    'knows groups and other blocks': [
      'group :development, :test do\n  gem "a"\n  platforms :ruby do\n    gem "b"\n  end\nend\nif x\n  gem "c"\nend\ngroup :test do\n  gem "d", "1" if y\nend\ngem "e"\n',
      'pkg:gem/a - development gem',
      'pkg:gem/b - development gem',
      'pkg:gem/c - runtime gem',
      'pkg:gem/d 1 test gem',
      'pkg:gem/e - runtime gem',
    ],
    'takes no option for a requirement': [
      'gem "a", "require" => false\ngem "b", :git => "x", :tag => "v1"\ngem "c", "1", :require => "d"\n',
      'pkg:gem/a - runtime gem',
      'pkg:gem/b v1 runtime gem git',
      'pkg:gem/c 1 runtime gem',
    ],
    'reads names and requirements in strings of all brackets': [
      'gem %q(y)\ngem %q[z], %q(~> 1)\ngem %Q{w}, %q(>= 1), %q(< 2)\ngem %q|v|\ngem "a" if 5 %q\ngem "b"\n',
      'pkg:gem/y - runtime gem',
      'pkg:gem/z ~> 1 runtime gem',
      'pkg:gem/w %q(>= 1), %q(< 2) runtime gem',
      'pkg:gem/v - runtime gem',
      'pkg:gem/a - runtime gem',
      'pkg:gem/b - runtime gem',
    ],
    'takes a bracket that is never closed for the text that it is': [
      'gem %q(y\ngem "b"\ngem "c" << X\ngem "d" <<~EOS\ngem "e"\n',
      'pkg:gem/b - runtime gem',
      'pkg:gem/c - runtime gem',
      'pkg:gem/d - runtime gem',
      'pkg:gem/e - runtime gem',
    ],
    'reads a half-typed gem': ['# gem "x"\ngem "b", \n', 'pkg:gem/b - runtime gem'],
  });
  table('x.gemspec', {
    'reads frozen strings': [
      's.add_dependency("a".freeze, "= 1".freeze)\ns.add_dependency(%q<b>.freeze, [">= 2"])\ns.add_development_dependency("c".freeze, [">= 1".freeze, "< 3".freeze])\n',
      'pkg:gem/a = 1 runtime add_dependency',
      'pkg:gem/b >= 2 runtime add_dependency',
      'pkg:gem/c ">= 1".freeze, "< 3" development add_development_dependency',
    ],
    'passes over descriptions, whatever stands in them': [
      'Gem::Specification.new do |s|\n  s.description = %q{It\'s (a) {b}}\n  s.summary = <<-EOS\n  Don\'t s.add_dependency "no"\n  EOS\n  s.add_dependency "a"\nend\n',
      'pkg:gem/a - runtime add_dependency',
    ],
    'reads dependencies of a specification': [
      'Gem::Specification.new do |s|\n  s.add_dependency "a", "~> 1"\n  s.add_runtime_dependency(\'b\', [">= 1", "< 3"])\n  s.add_development_dependency "c"\nend\n',
      'pkg:gem/a ~> 1 runtime add_dependency',
      'pkg:gem/b ">= 1", "< 3" runtime add_runtime_dependency',
      'pkg:gem/c - development add_development_dependency',
    ],
  });
});
