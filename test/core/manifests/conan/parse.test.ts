import { table } from '../reading.ts';

describe('Conan', () => {
  table('conanfile.txt', {
    'reads the sections of requirements': [
      '[requires]\nzlib/1.2.13\nfmt/[>=8 <10]@user/stable # c\n# no/1\nboost/1.80.0#abcdef\n[tool_requires]\ncmake/3.25\n[generators]\nCMakeDeps\n[options]\nzlib/*:shared=True\n',
      'pkg:conan/zlib 1.2.13 runtime requires',
      'pkg:conan/fmt [>=8 <10] runtime requires',
      'pkg:conan/boost 1.80.0 runtime requires',
      'pkg:conan/cmake 3.25 build tool_requires',
    ],
  });
  table('conanfile.py', {
    'reads literals behind requires': [
      'class X(ConanFile):\n    requires = "zlib/1.2.13", "fmt/9@"\n    tool_requires = ["cmake/3"]\n    def requirements(self):\n        self.requires("boost/[>1 <2]", transitive=True)\n        self.test_requires("gtest/1.1")\n        self.requires(f"f/{x}")\n',
      'pkg:conan/zlib 1.2.13 runtime requires',
      'pkg:conan/fmt 9 runtime requires',
      'pkg:conan/cmake 3 build tool_requires',
      'pkg:conan/boost [>1 <2] runtime requires',
      'pkg:conan/gtest 1.1 test test_requires',
      'pkg:conan/f {x} runtime requires',
    ],
  });
});
