import { table } from '../reading.ts';

describe('west.yml', () => {
  table('west.yml', {
    'reads projects with remotes and defaults': [
      'manifest:\n  remotes:\n    - name: z\n      url-base: https://github.com/zephyrproject-rtos\n  defaults:\n    remote: z\n    revision: main\n  projects:\n    - name: zephyr\n      revision: v3.5.0\n    - name: m\n      repo-path: mcuboot\n    - name: u\n      url: https://gitee.com/o/u\n',
      'pkg:github/zephyrproject-rtos/zephyr v3.5.0 runtime projects git',
      'pkg:github/zephyrproject-rtos/mcuboot main runtime projects git',
      'pkg:generic/gitee.com/o/u main runtime projects git',
    ],
  });
});
