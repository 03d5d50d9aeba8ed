/** One manifest in the shape of real ones for every format: seeds for mutation, written for these tests. */
export const specimens: Readonly<Record<string, string>> = {
  'package.json':
    '{\n  "name": "x",\n  "dependencies": { "a": "^1.0.0", "@s/b": "npm:@t/c@~2" },\n  "overrides": { "d": { "e@1": "2" } },\n  "pnpm": { "overrides": { "f>g": "3" } },\n  "workspaces": { "catalog": { "h": "4" } }\n}\n',
  'pnpm-workspace.yaml': 'packages:\n  - "a/*"\ncatalog:\n  react: ^19.0.0\ncatalogs:\n  old:\n    "@s/b": ^18\n',
  'deno.json':
    '{ "imports": { "@std/path": "jsr:@std/path@^1.0.0", "chalk": "npm:chalk@5", "o": "https://deno.land/x/oak@v1/mod.ts" } }',
  'bower.json': '{ "dependencies": { "jquery": "~3.1" } }',
  'requirements.txt':
    '-r base.txt\nDjango==4.2 ; python_version < "3.8"\nflask[async]>=2,<3 \\\n  --hash=sha256:aa\n-e git+https://x.org/a.git#egg=a\nb @ https://x.org/b.zip # c\n',
  'pyproject.toml':
    '[build-system]\nrequires = ["hatchling"]\n[project]\ndependencies = [\n  "a>=1", # c\n  \'b[x]~=2; extra == "y"\',\n]\n[tool.poetry.dependencies]\npython = "^3"\nc = { version = "1", optional = true }\nd.git = "https://x.org/d"\n',
  Pipfile: '[packages]\na = "*"\nb = {version = "==1", extras = ["x"]}\n[scripts]\nx = "y"\n',
  'setup.cfg':
    '[options]\ninstall_requires =\n    a>=1\n    b; python_version < "3" # c\n[options.extras_require]\nx = c\n',
  'setup.py':
    "from setuptools import setup\nR = ['a>=1']\nsetup(install_requires=R, extras_require={'x': [\"b\"]}, tests_require='c')\n",
  'environment.yml': 'dependencies:\n  - python=3.11\n  - c::scipy>=1.2,<2\n  - pip:\n    - requests>=2\n',
  'tool.py': '# /// script\n# dependencies = [\n#   "requests<3",\n# ]\n# ///\nimport x\n',
  'pom.xml':
    '<?xml version="1.0"?>\n<project>\n  <parent><groupId>p</groupId><artifactId>q</artifactId><version>1</version></parent>\n  <properties><v>2</v></properties>\n  <dependencies>\n    <dependency>\n      <groupId>g</groupId>\n      <artifactId>a</artifactId>\n      <version>${v}</version><!-- c -->\n      <exclusions><exclusion><groupId>x</groupId><artifactId>y</artifactId></exclusion></exclusions>\n    </dependency>\n  </dependencies>\n</project>\n',
  'build.gradle':
    "plugins { id 'a.b' version '1' }\next { v = '2' }\ndependencies {\n  implementation 'g.h:a:1.0'\n  testImplementation \"g.h:b:${v}\"\n  api group: 'g', name: 'c', version: v // d\n  implementation libs.x.y\n}\n",
  'build.gradle.kts':
    'plugins { kotlin("jvm") version "2"; alias(libs.plugins.z) }\nval v = "1"\ndependencies {\n  implementation("g.h:a:$v")\n  api(platform("g.h:b:2"))\n}\n',
  'gradle.properties': 'v=1\n# c\nw = 2\n',
  'libs.versions.toml':
    '[versions]\nk = "1.9"\n[libraries]\na = "g:a:1"\nb = { module = "g:b", version.ref = "k" }\nc = { group = "g", name = "c", version = { strictly = "1" } }\n[plugins]\np = "p.q:2"\n[bundles]\nx = ["a"]\n',
  'build.sbt':
    'scalaVersion := "2.13.1"\nval v = "3"\nlibraryDependencies ++= Seq("o.x" %% "b" % v % Test, "o" % "c" % "1")\n',
  'deps.edn': '{:deps {org.clojure/clojure {:mvn/version "1.11.1"} ; c\n  p/q {:git/tag "v1" :git/sha "abc"}}}',
  'project.clj': '(defproject x "1"\n :dependencies [[org.clojure/clojure "1.11"] [ring "1"]])',
  'go.mod':
    'module x\n\nrequire (\n\ta.org/a v1.0.0 // indirect\n\tb.org/b v2\n)\nreplace a.org/a => ../a\nreplace b.org/b v2 => c.org/c v3\ntool b.org/b/cmd\n',
  'go.work': 'go 1.22\nuse ./a\nreplace x.org/x => y.org/y v1\n',
  'Cargo.toml':
    '[dependencies]\nserde = "1"\nlog = { version = "0.4", optional = true }\nx.workspace = true\n[target.\'cfg(windows)\'.dependencies.w]\nversion = "1"\n[workspace.dependencies]\ny = { package = "z", path = "../z" }\n',
  'A.csproj':
    '<Project Sdk="X/1">\n<PropertyGroup><V>1</V></PropertyGroup>\n<ItemGroup>\n<PackageReference Include="A;B" Version="$(V)" />\n<PackageReference Include="C"><Version>2</Version></PackageReference>\n</ItemGroup></Project>',
  'Directory.Packages.props': '<Project><ItemGroup><PackageVersion Include="A" Version="1" /></ItemGroup></Project>',
  'Directory.Build.props':
    '<Project><ItemGroup><GlobalPackageReference Include="A" Version="1" /></ItemGroup></Project>',
  'packages.config': '<packages><package id="A" version="1" developmentDependency="true" /></packages>',
  'paket.dependencies':
    'source https://x.org\nnuget A >= 1 framework: net6\ngroup Test\n  nuget B\ngithub o/r:v1 x.fs\n',
  'global.json': '{"sdk":{"version":"8.0.100"},"msbuild-sdks":{"S":"1"}}',
  'composer.json': '{"require":{"php":"^8","a/b":"^1 || ^2"},"require-dev":{"c/d":"*"}}',
  Gemfile: 'gem "a", "~> 1", ">= 1.2", git: "x"\ngroup :test do\n  gem \'b\', require: false\nend\n',
  'x.gemspec': 'Gem::Specification.new do |s|\n  s.add_dependency "a", [">= 1", "< 3"]\nend\n',
  'pubspec.yaml': 'dependencies:\n  flutter:\n    sdk: flutter\n  a: ^1\n  b:\n    hosted: x\n    version: "2"\n',
  'mix.exs': 'def deps do\n  [{:a, "~> 1", only: [:dev, :test]},\n   {:b, git: "x", tag: "v1"}]\nend\n',
  'Package.swift':
    'dependencies: [\n .package(url: "https://github.com/o/a.git", from: "1"),\n .package(url: "https://github.com/o/b", "1"..<"2")]',
  'Package.resolved':
    '{"pins":[{"identity":"a","location":"https://github.com/o/a.git","state":{"revision":"abc","version":"1"}}]}',
  Podfile: "target 'A' do\n  pod 'B/C', '~> 1', :git => 'x'\nend\n",
  'x.podspec': "s.dependency 'A/B', '~> 1'\n",
  'vcpkg.json': '{"dependencies":["fmt",{"name":"b","version>=":"1"}],"features":{"f":{"dependencies":["c"]}}}',
  'conanfile.txt': '[requires]\nzlib/1.2 # c\nfmt/[>=8 <10]@u/c\n',
  'conanfile.py':
    'class X:\n    requires = "zlib/1", "fmt/9@"\n    def requirements(self):\n        self.requires("b/[>1]")\n',
  'CMakeLists.txt':
    'find_package(Boost 1.70 REQUIRED)\nFetchContent_Declare(fmt GIT_REPOSITORY https://github.com/o/fmt.git GIT_TAG 9) # c\nCPMAddPackage("gh:o/r@1.2")\nCPMAddPackage(NAME c URL "https://github.com/o/c/archive/v1.zip")\n',
  'platformio.ini': '[env:x]\nplatform = p@6\nlib_deps =\n    a/B @ ^6, C@1\n    https://github.com/o/r.git#v1\n',
  'idf_component.yml': 'dependencies:\n  idf: ">=5"\n  a/b:\n    version: "~8"\n',
  'west.yml':
    'manifest:\n  remotes:\n    - name: z\n      url-base: https://github.com/z\n  projects:\n    - name: a\n      remote: z\n      revision: v1\n',
  'package.xml': '<package format="3"><depend version_gte="1.2">rclcpp</depend><test_depend>b</test_depend></package>',
  'MODULE.bazel':
    'bazel_dep(name = "a", version = "1")\nmaven.install(artifacts = ["g.h:a:1"])\noci.pull(image = "x/y", tag = "1")\n',
  '.gitmodules': '[submodule "a"]\n\tpath = a\n\turl = https://github.com/O/a.git\n\tbranch = dev\n',
  Dockerfile:
    '# syntax=docker/dockerfile:1\nARG V=20\nFROM --platform=x node:${V}-slim@sha256:aa AS b\nCOPY --from=c:1 / /\nRUN <<EOF\nFROM no\nEOF\nFROM ${I:-u:1}\n',
  'compose.yaml': 'x: &b\n  image: r:7\nservices:\n  a:\n    <<: *b\n  c:\n    image: "${I:-u:1}"\n',
  'k8s.yaml':
    'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: a\n    image: quay.io/x/y:1@sha256:aa\n---\napiVersion: v1\nkind: Pod\nimage: b\n',
  'requirements.yaml': 'dependencies:\n  - name: redis\n    version: ^18\n    repository: https://x.org\n',
  'Chart.yaml': 'dependencies:\n  - name: redis\n    version: ^18\n    repository: https://x.org\n',
  'values.yaml': 'image: a/b:1\nc:\n  image:\n    registry: quay.io\n    repository: x/y\n    tag: "1.2"\n',
  'kustomization.yaml': 'images:\n  - name: nginx\n    newTag: "1"\nresources:\n  - https://github.com/o/r//d?ref=v1\n',
  'main.tf':
    'terraform { required_providers { aws = { source = "hashicorp/aws", version = "~> 5" } } }\nmodule "g" { source = "git::https://github.com/o/m.git?ref=v1" }\nimage = "a:1"\n',
  'oh-package.json5': '{ dependencies: { \'@ohos/axios\': \'^2\', "lib": "file:../lib", }, // c\n}',
  'Packages/manifest.json': '{"dependencies":{"com.unity.ugui":"1.0.0"}}',
  '.github/workflows/ci.yml':
    'jobs:\n  a:\n    container: node:20\n    steps:\n      - uses: actions/checkout@v4 # c\n      - uses: docker://alpine:3\n',
  '.gitlab-ci.yml':
    'image: ruby:3\nvariables:\n  T: "20"\ntest:\n  image:\n    name: node:$T\n  services: [postgres]\n',
};
