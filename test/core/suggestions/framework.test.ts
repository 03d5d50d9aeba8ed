import assert from 'node:assert/strict';
import { frameworkOfPackage, frameworkOfProject } from '../../../src/core/suggestions/framework.ts';
import { project } from '../catalog/sample.ts';

describe('the framework of a package', () => {
  for (const [purl, capabilities, framework] of [
    ['pkg:npm/antd', ['ui-react'], 'react'],
    ['pkg:npm/react-select', [], 'react'],
    ['pkg:npm/%40headlessui/react', [], 'react'],
    ['pkg:npm/%40headlessui/vue', [], 'vue'],
    ['pkg:npm/vue3-toastify', [], 'vue'],
    ['pkg:npm/vuetify', ['ui-vue'], 'vue'],
    ['pkg:npm/ngx-toastr', [], 'angular'],
    ['pkg:npm/%40angular/material', [], 'angular'],
    ['pkg:pub/flutter_map', ['flutter-ui'], 'flutter'],
    ['pkg:npm/react-native-web', [], undefined],
    ['pkg:npm/reactive-store', [], undefined],
    ['pkg:npm/react-vue-bridge', [], undefined],
    ['pkg:maven/a/react-core', [], undefined],
    ['pkg:npm/moment', ['date-time'], undefined],
  ] as const) {
    it(`of ${purl} with ${capabilities.join(', ') || 'no capabilities'} is ${framework ?? 'none'}`, () => {
      const found = frameworkOfPackage(purl, capabilities);

      assert.equal(found, framework);
    });
  }
});

describe('the framework of a project', () => {
  for (const [needs, framework] of [
    ['React and Ant Design', 'react'],
    ['Vue 2 or 3', 'vue'],
    ['Vue, with ECharts', 'vue'],
    ['Angular', 'angular'],
    ['Flutter', 'flutter'],
    ['React or Vue', undefined],
    ['Spring Boot', undefined],
    [undefined, undefined],
  ] as const) {
    it(`that needs ${needs ?? 'nothing'} is ${framework ?? 'none'}`, () => {
      const found = frameworkOfProject(project('a', { needs }));

      assert.equal(found, framework);
    });
  }
});
