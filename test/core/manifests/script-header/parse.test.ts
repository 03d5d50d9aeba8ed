import assert from 'node:assert/strict';
import { readManifest } from '../../../../src/core/manifests/index.ts';
import { table } from '../reading.ts';

describe('Python scripts with a header', () => {
  table('tool.py', {
    'reads the requirements of the header': [
      '#!/usr/bin/env python\n# /// script\n# requires-python = ">=3.11"\n# dependencies = [\n#   "requests<3",\n#   "rich",\n# ]\n# ///\nimport x\nfoo = ["no"]\n',
      'pkg:pypi/requests <3 runtime script.dependencies',
      'pkg:pypi/rich - runtime script.dependencies',
    ],
    'reads a header with CRLF': [
      '# /// script\r\n# dependencies = ["a==1"]\r\n# ///\r\n',
      'pkg:pypi/a ==1 runtime script.dependencies',
    ],
  });

  it('takes no other Python file for a manifest', () => {
    assert.equal(readManifest('tool.py', 'import x\n'), undefined);
  });
});
