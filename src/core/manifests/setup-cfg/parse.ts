import type { Manifest } from '../../model.ts';
import { readIni } from '../ini/read.ts';
import { ManifestBuilder } from '../manifest.ts';
import { addPythonRequirement, type PythonPlace } from '../python/requirement.ts';

/** https://setuptools.pypa.io/en/latest/userguide/declarative_config.html */
export function parseSetupCfg(text: string): Manifest {
  const manifest = new ManifestBuilder(text);
  for (const { section, key, lines } of readIni(text)) {
    const where = placeOf(section, key);
    for (const line of where ? lines : []) addPythonRequirement(manifest, text, line, where ?? { place: '' });
  }
  return manifest.build('setup.cfg', 'pypi');
}

function placeOf(section: string, key: string): PythonPlace | undefined {
  if (section === 'options.extras_require') return { place: `[options.extras_require] ${key}`, scope: 'optional' };
  if (section !== 'options') return undefined;
  if (key === 'install_requires') return { place: 'install_requires' };
  if (key === 'setup_requires') return { place: 'setup_requires', scope: 'build' };
  return key === 'tests_require' ? { place: 'tests_require', scope: 'test' } : undefined;
}
