import { table } from '../reading.ts';

describe('CMake', () => {
  table('CMakeLists.txt', {
    'fills in what the file sets': [
      'set(V 9.1)\nset(REPO https://github.com/o/fmt)\nFetchContent_Declare(fmt GIT_REPOSITORY ${REPO}.git GIT_TAG ${V})\nfind_package(Boost ${V} REQUIRED)\nFetchContent_Declare(x GIT_REPOSITORY ${UNKNOWN} GIT_TAG ${NOPE})\n',
      'pkg:github/o/fmt ${V} runtime FetchContent_Declare git => 9.1',
      'pkg:cmake/Boost ${V} runtime find_package => 9.1',
      'pkg:generic/x ${NOPE} runtime FetchContent_Declare git',
    ],
    'reads find_package': [
      'find_package(Boost 1.70 REQUIRED COMPONENTS system)\nFIND_PACKAGE ( OpenCV\n  REQUIRED )\n# find_package(no)\n#[[ find_package(no2) ]]\nfind_package(Threads)\nmessage("find_package(no3)")\n',
      'pkg:cmake/Boost 1.70 runtime find_package',
      'pkg:cmake/OpenCV - runtime find_package',
    ],
    'reads FetchContent and ExternalProject': [
      'FetchContent_Declare(\n  fmt # c\n  GIT_REPOSITORY https://github.com/fmtlib/fmt.git\n  GIT_TAG 9.1.0\n)\nFetchContent_Declare(json URL https://github.com/nlohmann/json/releases/download/v3.11.2/json.tar.xz)\nExternalProject_Add(own SOURCE_DIR "x")\n',
      'pkg:github/fmtlib/fmt 9.1.0 runtime FetchContent_Declare git',
      'pkg:github/nlohmann/json v3.11.2 runtime FetchContent_Declare url',
      'pkg:generic/own - runtime ExternalProject_Add path',
    ],
    'reads CPM in its short and long form': [
      'CPMAddPackage("gh:fmtlib/fmt#7.1.3")\nCPMAddPackage("gh:a/b@1.2")\nCPMAddPackage(NAME c GITHUB_REPOSITORY d/C VERSION 2.0)\n',
      'pkg:github/fmtlib/fmt 7.1.3 runtime CPMAddPackage git',
      'pkg:github/a/b 1.2 runtime CPMAddPackage git',
      'pkg:github/d/c 2.0 runtime CPMAddPackage git',
    ],
    'reads a half-typed command': ['find_package(Boost 1.7', 'pkg:cmake/Boost 1.7 runtime find_package'],
  });
});
