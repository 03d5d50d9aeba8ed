import { table } from '../reading.ts';

describe('build.gradle', () => {
  table('build.gradle', {
    'reads rich versions': [
      "dependencies {\n  implementation('m:m') { version { strictly '1' } }\n  implementation('n:n') {\n    version {\n      require('[1, 2[')\n    }\n  }\n}\n",
      'pkg:maven/m/m 1 runtime implementation',
      'pkg:maven/n/n [1, 2[ runtime implementation',
    ],
    'parts statements at semicolons': [
      "plugins { id 'java'; id 'a.b' version '1' }\nbuildscript { ext.kv = '1.8'; dependencies { classpath \"org.k:kgp:$kv\" } }\n",
      'pkg:maven/a.b/a.b.gradle.plugin 1 build plugins',
      'pkg:maven/org.k/kgp $kv build classpath => 1.8',
    ],
    'reads the short notation': [
      "dependencies {\n  implementation 'g.h:a:1.0'\n  testImplementation \"g.h:b:2@aar\"\n  api('g.h:c:3:sources') { exclude group: 'x', module: 'y' }\n  compileOnly 'g.h:d'\n}\n",
      'pkg:maven/g.h/a 1.0 runtime implementation',
      'pkg:maven/g.h/b 2 test testImplementation',
      'pkg:maven/g.h/c 3 runtime api',
      'pkg:maven/g.h/d - build compileOnly',
    ],
    'reads the map notation': [
      "dependencies {\n  implementation group: 'g', name: 'a', version: '1'\n  runtimeOnly(group: 'g',\n    name: 'b')\n}\n",
      'pkg:maven/g/a 1 runtime implementation',
      'pkg:maven/g/b - runtime runtimeOnly',
    ],
    'fills in variables, several in one string': [
      "ext {\n  x = '1'\n  versions = [foo: '2']\n}\ndef g = 'org.g'\next.y = '3'\ndependencies {\n  implementation \"$g:a:${x}\"\n  implementation \"o.p:b:${versions.foo}\"\n  implementation 'o.p:c:' + y\n  implementation group: 'o.p', name: 'd', version: y\n  implementation \"o.p:e:$unknown\"\n}\n",
      'pkg:maven/org.g/a ${x} runtime implementation => 1',
      'pkg:maven/o.p/b ${versions.foo} runtime implementation => 2',
      'pkg:maven/o.p/c y runtime implementation => 3',
      'pkg:maven/o.p/d y runtime implementation => 3',
      'pkg:maven/o.p/e $unknown runtime implementation',
    ],
    'reads plugins': [
      "plugins {\n  id 'java'\n  id 'org.x.y' version '1.2'\n  id('org.z') version \"$v\" apply false\n}\n",
      'pkg:maven/org.x.y/org.x.y.gradle.plugin 1.2 build plugins',
      'pkg:maven/org.z/org.z.gradle.plugin $v build plugins',
    ],
    'reads the dependencies of the script and those in maps': [
      "buildscript {\n  dependencies { classpath 'c.d:e:1' }\n}\next.libraries = [\n  junit: 'junit:junit:4.12',\n]\n",
      'pkg:maven/c.d/e 1 build classpath',
      'pkg:maven/junit/junit 4.12 runtime ext.libraries',
    ],
    'takes no package from other strings': [
      "def f = 'HH:mm:ss'\nrepositories { maven { url 'https://x.org:80/a' } }\ndependencies {\n  implementation project(':a:b')\n  implementation files('libs/a.jar')\n  // implementation 'no:no:1'\n  /* implementation 'no:no:2' */\n}\ntasks.x.dependsOn 'test:check'\n",
    ],
    'reads a half-typed file': [
      "dependencies {\n  implementation 'g.h:a:1\n  implementation 'g.h:\n  implementation 'g.h:b:2'\n",
      'pkg:maven/g.h/a 1 runtime implementation',
      'pkg:maven/g.h/b 2 runtime implementation',
    ],
  });
  table('build.gradle.kts', {
    'reads configurations written as strings': [
      'dependencies {\n  "flavorImplementation"("a:b:1")\n}\n',
      'pkg:maven/a/b 1 runtime flavorImplementation',
    ],
    'reads Kotlin': [
      'val x = "1"\nval y by extra("2")\nextra["z"] = "3"\ndependencies {\n  implementation("g.h:a:$x")\n  implementation(platform("g.h:bom:$y"))\n  kapt("g.h:c:${extra["z"]}")\n  implementation(group = "g.h", name = "d", version = "4")\n  testImplementation(kotlin("test"))\n}\n',
      'pkg:maven/g.h/a $x runtime implementation => 1',
      'pkg:maven/g.h/bom $y runtime implementation => 2',
      'pkg:maven/g.h/c ${extra["z"]} build kapt',
      'pkg:maven/g.h/d 4 runtime implementation',
      'pkg:maven/org.jetbrains.kotlin/kotlin-test - test testImplementation',
    ],
    'reads plugins and accessors': [
      'plugins {\n  kotlin("jvm") version "2.0"\n  id("a.b") version "1"\n  alias(libs.plugins.x.y)\n}\ndependencies {\n  implementation(libs.a.b)\n  api(platform(libs.c.get()))\n}\n',
      'pkg:maven/org.jetbrains.kotlin.jvm/org.jetbrains.kotlin.jvm.gradle.plugin 2.0 build plugins',
      'pkg:maven/a.b/a.b.gradle.plugin 1 build plugins',
      'pkg:generic/libs.plugins.x.y - build plugins workspace',
      'pkg:generic/libs.a.b - runtime implementation workspace',
      'pkg:generic/libs.c - runtime api workspace',
    ],
  });
  table('buildSrc/src/main/kotlin/Dependencies.kt', {
    'reads the constants of buildSrc': [
      'object Versions { const val okhttp = "4.9" }\nobject Libs {\n  const val okhttp = "com.squareup:okhttp:${Versions.okhttp}"\n}\n',
      'pkg:maven/com.squareup/okhttp ${Versions.okhttp} runtime Libs => 4.9',
    ],
  });
});
