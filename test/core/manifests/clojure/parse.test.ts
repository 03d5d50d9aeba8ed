import { table } from '../reading.ts';

describe('Clojure', () => {
  table('deps.edn', {
    'leaves out what #_ discards': [
      '{:deps {#_ {no/no {:mvn/version "1"}} #_#_ no/n {:mvn/version "1"} #_x a/b {:mvn/version "2"}}}',
      'pkg:maven/a/b 2 runtime :deps',
    ],
    'reads Maven, git and local dependencies': [
      '{:deps {org.clojure/clojure {:mvn/version "1.11.1"} ; c\n  ring {:mvn/version "1"}\n  io.github.o/p {:git/tag "v1" :git/sha "abc"}\n  l/l {:local/root "../l"}}\n :aliases {:test {:extra-deps {t/t {:mvn/version "2"}}}}}',
      'pkg:maven/org.clojure/clojure 1.11.1 runtime :deps',
      'pkg:maven/ring/ring 1 runtime :deps',
      'pkg:maven/io.github.o/p v1 runtime :deps git',
      'pkg:maven/l/l - runtime :deps path',
      'pkg:maven/t/t 2 development :extra-deps',
    ],
    'reads a half-typed file': [
      '{:deps {a/b {:mvn/version "1"}\n c/d {:mvn/version "2',
      'pkg:maven/a/b 1 runtime :deps',
      'pkg:maven/c/d 2 runtime :deps',
    ],
  });
  table('project.clj', {
    'leaves out what #_ discards': [
      '(defproject x "1" :dependencies [#_[no "1"] [a/b "2" #_ :x]])',
      'pkg:maven/a/b 2 runtime :dependencies',
    ],
    'reads dependencies, plugins and profiles': [
      '(defproject x "1"\n :dependencies [[org.clojure/clojure "1.11"] [ring "1" :exclusions [a/b]]]\n :plugins [[lein-x "2"]]\n :profiles {:dev {:dependencies [[t/t "3"]]}})',
      'pkg:maven/org.clojure/clojure 1.11 runtime :dependencies',
      'pkg:maven/ring/ring 1 runtime :dependencies',
      'pkg:maven/lein-x/lein-x 2 build :plugins',
      'pkg:maven/t/t 3 development :dependencies',
    ],
  });
});
