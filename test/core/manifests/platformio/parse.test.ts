import { table } from '../reading.ts';

describe('platformio.ini', () => {
  table('platformio.ini', {
    'reads libraries and platforms': [
      '[env:esp32]\nplatform = espressif32@6.4.0\nlib_deps =\n    bblanchon/ArduinoJson @ ^6.21.3\n    PubSubClient@2.8 ; c\n    https://github.com/o/r.git#v1\n    Wire\n    ${env.lib_deps}\nboard = x\n',
      'pkg:platformio/espressif32 6.4.0 build [env:esp32] platform',
      'pkg:platformio/bblanchon/arduinojson ^6.21.3 runtime [env:esp32] lib_deps',
      'pkg:platformio/pubsubclient 2.8 runtime [env:esp32] lib_deps',
      'pkg:github/o/r v1 runtime [env:esp32] lib_deps git',
      'pkg:platformio/wire - runtime [env:esp32] lib_deps',
    ],
  });
});
