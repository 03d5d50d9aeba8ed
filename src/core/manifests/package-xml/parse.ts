import type { DependencyScope, Manifest } from '../../model.ts';
import { purlOf } from '../../purl/index.ts';
import { ManifestBuilder } from '../manifest.ts';
import { childrenOf, readXml } from '../syntax/xml.ts';

const elements: ReadonlyMap<string, DependencyScope> = new Map([
  ['depend', 'runtime'],
  ['run_depend', 'runtime'],
  ['exec_depend', 'runtime'],
  ['build_depend', 'build'],
  ['build_export_depend', 'build'],
  ['buildtool_depend', 'build'],
  ['buildtool_export_depend', 'build'],
  ['test_depend', 'test'],
  ['doc_depend', 'development'],
]);

/** PEAR had a file of the same name. */
export function isRosPackage(text: string): boolean {
  return (
    text.includes('<package') && /<(?:\w+_)?depend[\s>]|<package format=/.test(text) && !text.includes('pear.php.net')
  );
}

/** https://www.ros.org/reps/rep-0149.html */
export function parseRosPackage(text: string): Manifest {
  const { root, problems } = readXml(text);
  const manifest = new ManifestBuilder(text);
  for (const element of childrenOf(root, 'package')[0]?.children ?? []) {
    const scope = elements.get(element.name);
    if (!scope || !element.text) continue;
    const version = ['version_eq', 'version_gte', 'version_gt', 'version_lte', 'version_lt']
      .map(name => element.attributes.get(name))
      .find(Boolean);
    manifest.add(element.text, version, { purl: purlOf('ros', '', element.text.value), place: element.name, scope });
  }
  return manifest.build('package.xml', 'ros', problems);
}
