import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { z } from 'zod';
import classes from '../../../../src/core/licenses/data/classes.json' with { type: 'json' };
import { checkLicense } from '../../../../src/core/licenses/index.ts';
import listed from '../../../../src/core/licenses/verdict/data/duties.json' with { type: 'json' };
import type { LicenseUse } from '../../../../src/core/model.ts';

const Texts = z.record(z.string(), z.object({ licenseText: z.string() }));
const texts = Texts.parse(createRequire(import.meta.url)('spdx-license-list/spdx-full.json'));
const { 'public-domain': _, ...withDuties } = classes;
const ids = Object.values(withDuties).flat();

/** The words of a duty in the texts of licenses, and licenses that say them of something else. */
const words: Readonly<Record<keyof typeof listed, { readonly said: RegExp; readonly not?: RegExp }>> = {
  'mark-changes': {
    said: /modified files to carry|each changed file|(altered|modified)( source)? versions(--| )[^.]*(plainly|clearly) marked|mark your changes|prominent notices? stating|prominent Attribution Notice|modifications (to the source code )?must be clearly marked|clearly indicate any modifications|indicate if You modified|identify that changes were made|contain a file documenting the changes|Notice of any changes or modifications|brief summary of (the )?changes|clearly document how it differs/i,
    not: /-ND-/,
  },
  'name-yourself': {
    said: /identif(y itself as the originator of its|ies You as the Contributor of the) (Contribution|Modification)/i,
  },
  acknowledgment: {
    said: /following acknowledge?ments?|acknowledge that the software was developed|must reproduce [^.]{0,120}following notice: "This product includes/i,
  },
  'product-name': {
    said: /(may not|nor may) ["“]?[\w. -]+["”]? appear in their names?|(may|must) not be called/i,
    not: /^Noweb$/,
  },
  'no-names': {
    said: /endorse|to promote|in advertising|advertising, or promotional/i,
    // Sections called "Endorsements"; what CERN says of its license; what SHL says of Apache; OSL-1.x of names of licenses.
    not: /^(GFDL-|CERN-OHL-1|SHL-|OSL-1)/,
  },
};

describe('duties that are listed by the words of the texts', () => {
  for (const kind of ['mark-changes', 'name-yourself', 'acknowledgment', 'product-name', 'no-names'] as const) {
    it(`has every license whose text asks for it, and no other: ${kind}`, () => {
      const { said, not } = words[kind];
      const saying = ids.filter(id => said.test((texts[id]?.licenseText ?? '').replace(/\s+/g, ' ')) && !not?.test(id));

      assert.deepEqual(listed[kind].toSorted(), saying.toSorted());
    });
  }
});

function duties(inbound: string, use: LicenseUse, more: { modified?: boolean; network?: boolean; into?: string } = {}) {
  const { modified = false, network = false, into = 'proprietary' } = more;
  const distribution = network ? 'network' : 'shipped';
  return checkLicense({ inbound, outbound: into, use, distribution, modified, confidence: 'high' }).duties.join('\n');
}

type Case = readonly [
  inbound: string,
  use: LicenseUse,
  more: Parameters<typeof duties>[2],
  has: readonly RegExp[],
  lacks: readonly RegExp[],
  source: string,
];

const cases: readonly Case[] = [
  [
    'OFL-1.1',
    'linked',
    {},
    [/sell the fonts/, /only under OFL-1.1/],
    [/[Gg]ive out the source/, /reserved/],
    'OFL 1, 5',
  ],
  ['OFL-1.1', 'separate', { modified: true }, [/reserved names/], [/[Gg]ive out the source/], 'OFL 3'],
  ['OFL-1.1-no-RFN', 'separate', { modified: true }, [], [/reserved names/], 'there are none'],
  ['AAL', 'linked', {}, [/whenever the program starts/], [], 'AAL 2'],
  ['CPAL-1.0', 'linked', {}, [/whenever the program starts/], [], 'CPAL-1.0 s. 14'],
  ['CPAL-1.0', 'linked', { network: true }, [/whenever the program starts/], [], 'CPAL-1.0 s. 14, 15'],
  ['IJG', 'linked', {}, [/in the documentation that your work contains the part/], [], 'IJG (3)'],
  ['FTL', 'linked', {}, [/in the documentation that your work contains the part/], [], 'FTL "credits"'],
  ['Vim', 'copied', { modified: true }, [/maintainer/], [], 'Vim II, 2) and 3)'],
  ['Vim', 'copied', {}, [], [/maintainer/], 'unchanged'],
  ['LPPL-1.2', 'separate', { modified: true }, [/another name/], [], 'LPPL-1.2 s. 3'],
  [
    'LPPL-1.3c',
    'separate',
    { modified: true },
    [/where the unchanged work/],
    [/another name/],
    'LPPL-1.3c s. 6(a), (d)',
  ],
  ['MS-PL', 'copied', { into: 'MIT' }, [/do so only under MS-PL/], [], 'MS-PL s. 3(D)'],
  [
    'GPL-3.0-or-later WITH GCC-exception-3.1',
    'linked',
    {},
    [],
    [/source/, /replace|changed library/, /install/],
    'GCC-exception-3.1 s. 1: "under terms of your choice"',
  ],
  [
    'GPL-2.0-only WITH Classpath-exception-2.0',
    'linked',
    {},
    [/source of the part/],
    [/changed library/],
    'the library itself stays under the GPL',
  ],
  [
    'LGPL-3.0-only WITH LGPL-3.0-linking-exception',
    'linked',
    {},
    [/text of LGPL-3.0-only/],
    [/changed library/, /source of the part/, /install/],
    'the exception lifts s. 4(d) and (e)',
  ],
  [
    'LGPL-2.0-only WITH FLTK-exception',
    'linked',
    {},
    [/that your work uses the library/],
    [/changed library/, /source of the part/],
    'FLTK 3 and 4',
  ],
  ['LGPL-2.1-only', 'linked', {}, [/changed library/, /show that of the library too/], [], 'LGPL-2.1 s. 6'],
  ['GPL-3.0-only', 'copied', { into: 'GPL-3.0-only' }, [/warranty notices/], [], 'GPL-3.0 s. 5(d)'],
  ['CC-BY-SA-4.0', 'separate', {}, [/Name the authors/], [/source/, /Pass on the text/], 'CC-BY-SA-4.0 s. 3'],
  ['CC-BY-4.0', 'linked', { modified: true }, [/Name the authors/, /Mark/], [], 'CC-BY-4.0 s. 3(a)(1)'],
  ['MPL-2.0', 'linked', { modified: true }, [/source of the files/], [/Mark the files/], 'MPL-2.0 has no such section'],
  ['EPL-1.0', 'linked', { modified: true }, [/Name yourself/], [/Mark the files/], 'EPL-1.0 s. 3'],
  ['BSL-1.0', 'linked', {}, [/every copy of the source/], [], '"unless ... solely in the form of machine-executable"'],
  ['MPL-2.0', 'linked', {}, [/All its rights end/], [], 'MPL-2.0 s. 5.2'],
  ['Apache-2.0', 'linked', {}, [/Its patent license ends/], [/All its rights/], 'Apache-2.0 s. 3'],
  ['MIT', 'linked', {}, [/copyright notices and the text of MIT/], [/promote/, /patent/], 'MIT'],
  ['PHP-3.01', 'linked', {}, [/acknowledgment/, /nor a name that contains it/], [], 'PHP-3.01 s. 4, 6'],
  ['QPL-1.0', 'separate', { modified: true }, [/as patches/], [], 'QPL s. 3'],
  ['psutils', 'linked', {}, [/Provide the source/], [], 'psutils 2)'],
];

describe('duties of single licenses', () => {
  for (const [inbound, use, more, has, lacks, source] of cases) {
    it(`${inbound}, ${use}${more?.modified ? ', changed' : ''}${more?.network ? ', network' : ''} (${source})`, () => {
      const found = duties(inbound, use, more);

      for (const one of has) assert.match(found, one);
      for (const one of lacks) assert.doesNotMatch(found, one);
    });
  }
});
