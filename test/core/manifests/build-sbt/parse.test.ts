import { table } from '../reading.ts';

describe('build.sbt', () => {
  table('build.sbt', {
    'takes no call for a version': [
      'libraryDependencies += "a" % "b" % versions("b") % Test\n',
      'pkg:maven/a/b - runtime libraryDependencies',
    ],
    'takes no configuration in quotes for a package': [
      'libraryDependencies += "js" %%% "j" % "1" % "test"\n',
      'pkg:maven/js/j 1 test libraryDependencies',
    ],
    'reads modules, scopes, values and plugins': [
      'scalaVersion := "2.13.12"\nval v = "3.1"\nlibraryDependencies ++= Seq(\n  "o.x" % "a" % "1.0",\n  "o.x" %% "b" % v % Test,\n  "o.x" %%% "c" % Versions.v % "provided", // "no" % "no" % "1"\n)\naddSbtPlugin("p.q" % "sbt-r" % "2")\n',
      'pkg:maven/o.x/a 1.0 runtime libraryDependencies',
      'pkg:maven/o.x/b_2.13 v test libraryDependencies => 3.1',
      'pkg:maven/o.x/c_2.13 Versions.v build libraryDependencies => 3.1',
      'pkg:maven/p.q/sbt-r 2 build addSbtPlugin',
    ],
  });
});
