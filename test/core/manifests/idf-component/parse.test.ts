import { table } from '../reading.ts';

describe('idf_component.yml', () => {
  table('main/idf_component.yml', {
    'reads components': [
      'dependencies:\n  idf: ">=5.0"\n  led_strip: "^2.0"\n  lvgl/lvgl:\n    version: "~8"\n  x:\n    git: https://x.org/x.git\n  y:\n    path: ../y\n',
      'pkg:github/espressif/esp-idf >=5.0 runtime dependencies',
      'pkg:idf/espressif/led_strip ^2.0 runtime dependencies',
      'pkg:idf/lvgl/lvgl ~8 runtime dependencies',
      'pkg:idf/espressif/x - runtime dependencies git',
      'pkg:idf/espressif/y - runtime dependencies path',
    ],
  });
});
