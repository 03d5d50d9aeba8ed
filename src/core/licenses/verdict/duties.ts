import type { Sentence } from '../../model.ts';
import { say } from '../../sentences/index.ts';
import { classOf, reachesNetworkUse } from '../classes.ts';
import { freesLinkedBinaries, freesLinkedSource, opensLinking } from '../exceptions.ts';
import { formatExpression, type LicenseTerm } from '../expression.ts';
import { creditRules } from './credits.ts';
import {
  all,
  type Condition,
  changed,
  type DutyRule,
  either,
  holds,
  id,
  isCopyleft,
  joined,
  linked,
  not,
  ofClass,
  shipped,
} from './duty-conditions.ts';
import type { Situation } from './judgment.ts';

/** One thing to do, to compare by and to read. */
export interface Duty {
  readonly kind: string;
  readonly text: Sentence;
}

/** What links to the unchanged part is freed from these by an exception. */
const freed: Condition = (license, { use, modified }) => use === 'linked' && !modified && freesLinkedBinaries(license);
const sourceFreed: Condition = (license, { use, modified }) =>
  use === 'linked' && !modified && freesLinkedSource(license);

/** Licenses of texts, pictures and data ask to name the authors instead of passing on the text of the license. */
const creativeCommons = id(/^CC-/);
/** Ids that this product gives to texts without a name: nothing to name to people. */
const internalId = id(/^LicenseRef-([a-z-]+|.*-modified)$/);
/** Notices may be left out of binaries: BSL-1.0; BSD-1-Clause s. 1; zlib s. 3; libpng s. 3; bzip2 s. 1. */
const noticesInSource = id(/^(BSL-1\.0|BSD-1-Clause|BSD-Source-.*|Zlib|Libpng|libpng-.*|bzip2-.*|Cube)$/);
/** Copyleft of texts, pictures, fonts and data: it asks for no source. SISSL: only for departures from its standards. */
const noSource = id(
  /^(CC-|GFDL-|ODbL-|OFL-|Ubuntu-font-|CDLA-Sharing-|CDL-|SISSL|LAL-|OPUBL-|Linux-man-pages-|Abstyles$|LPPL-1\.[012]$)/,
);

/** What the licenses ask for, each with when. Source: the texts of the licenses on the SPDX list. */
const list: readonly DutyRule[] = [
  {
    kind: 'keep-notices',
    applies: all(shipped, not(isCopyleft), not(noticesInSource), not(creativeCommons), not(internalId)),
    text: name => say('Keep the copyright notices and the text of {0} with every copy.', name),
  },
  {
    kind: 'keep-notices',
    applies: all(shipped, noticesInSource),
    text: name => say('Keep the copyright notices and the text of {0} with every copy of the source.', name),
  },
  {
    kind: 'keep-notices',
    applies: all(shipped, internalId, not(isCopyleft)),
    text: () => say('Keep the copyright notices and the terms that came with the part with every copy.'),
  },
  {
    kind: 'pass-on-text',
    applies: all(shipped, isCopyleft, not(creativeCommons), not(freed)),
    text: name => say('Pass on the text of {0} and keep all notices; say that the part is under {0}.', name),
  },
  {
    kind: 'attribution',
    applies: all(shipped, creativeCommons),
    text: name => say('Name the authors as they ask, and link the work and {0}.', name),
  },
  {
    kind: 'notice-file',
    applies: all(shipped, id(/^Apache-2\.0$/)),
    text: () => say('Pass on the NOTICE file, where there is one.'),
  },
  {
    kind: 'mark-changes',
    applies: all(shipped, changed, holds('mark-changes')),
    text: () => say('Mark the files that you changed.'),
  },
  {
    kind: 'name-yourself',
    applies: all(shipped, changed, holds('name-yourself')),
    text: () => say('Name yourself as the author of your changes.'),
  },
  ...creditRules,
  {
    kind: 'keep-statements',
    applies: all(shipped, id(/^(MulanPSL-|LicenseRef-MulanPubL-)/)),
    text: () => say('Keep the copyright, patent, trademark and disclaimer statements that the work contains.'),
  },
  {
    kind: 'chinese-prevails',
    applies: all(shipped, id(/^(MulanPSL-|LicenseRef-MulanPubL-)/)),
    text: () => say('Where the Chinese and the English text of the license differ, the Chinese one prevails.'),
  },
  {
    kind: 'patent-end',
    applies: all(shipped, id(/^(Apache-2\.0|MulanPSL-|LicenseRef-MulanPubL-|EPL-|ECL-2|MS-[PR]L)/)),
    text: () => say('Its patent license ends for whoever starts a patent action over the work.'),
  },
  {
    kind: 'patent-end',
    applies: all(shipped, id(/^(CPL|IPL|LPL)-/)),
    text: () =>
      say('Its patent license ends for whoever starts a software patent action against one of its contributors.'),
  },
  {
    // MPL-2.0 s. 5.2; MPL-1.1 and CPAL s. 8.2; CDDL s. 6.2; AFL, OSL, UCL s. 10; Artistic-2.0 s. 13.
    kind: 'patent-end',
    applies: all(shipped, id(/^(MPL-(1\.1|2\.0)|CPAL-|CDDL-|AFL-[23]|OSL-[123]|NPOSL-|UCL-|Artistic-2)/)),
    text: () => say('All its rights end for whoever starts a patent action over the work.'),
  },
  {
    kind: 'source-of-files',
    applies: all(shipped, ofClass(/^file-copyleft$/), not(noSource)),
    text: name => say('Give out the source of the files under {0}, with your changes to them, under {0}.', name),
  },
  {
    // OFL s. 5: "entirely under this license"; Ubuntu font licence s. 2; CDLA-Sharing s. 3.1; CC-BY-SA-4.0 s. 3(b).
    kind: 'stays-under',
    applies: all(shipped, ofClass(/^file-copyleft$/), id(/^(OFL-|Ubuntu-font-|CDLA-Sharing-)/)),
    text: name => say('Pass the part on, changed or not, only under {0}.', name),
  },
  {
    kind: 'standards',
    applies: all(shipped, changed, id(/^SISSL/)),
    text: name =>
      say(
        'Where your changes depart from the standards that {0} names, publish how, with a reference implementation.',
        name,
      ),
  },
  {
    // MS-PL s. 3(D).
    kind: 'source-under-license',
    applies: all(shipped, id(/^MS-PL$/)),
    text: name => say('If you give out its source, do so only under {0}.', name),
  },
  {
    // Vixie-Cron: "buildable source is provided to buyer"; psutils 2: "The original source code ... is provided".
    kind: 'source-on-sale',
    applies: all(shipped, id(/^(Vixie-Cron|psutils)$/)),
    text: () => say('Provide the source of the part to whoever gets it from you.'),
  },
  {
    kind: 'source-of-library',
    applies: all(shipped, ofClass(/^library-copyleft$/), not(noSource), not(sourceFreed)),
    text: name => say('Give out the source of the part under {0}, with your changes to it, under {0}.', name),
  },
  {
    // LGPL-2.1 s. 6 and LGPL-3.0 s. 4; exceptions that let closed works link to the part lift it.
    kind: 'replaceable-library',
    applies: all(shipped, linked, ofClass(/^library-copyleft$/), id(/^LGPL-/), not(opensLinking)),
    text: () =>
      say(
        'Let users run your work with a changed library: link dynamically or pass on object files, and do not forbid reverse engineering for that.',
      ),
  },
  {
    // LGPL-2.1 s. 6; LGPL-3.0 s. 4(c).
    kind: 'notices-while-running',
    applies: all(shipped, linked, id(/^LGPL-/), not(freed)),
    text: () => say('Where your work shows copyright notices while it runs, show that of the library too.'),
  },
  {
    // GPL-2.0 s. 2(c); GPL-3.0 and AGPL-3.0 s. 5(d).
    kind: 'legal-notices',
    applies: all(shipped, either(joined, changed), id(/^A?GPL-/), ofClass(/^(strong|network)-copyleft$/)),
    text: () => say('Where the work has an interface, show its copyright and warranty notices there.'),
  },
  {
    kind: 'source-of-part',
    applies: all(shipped, ofClass(/^(strong|network)-copyleft$/), not(noSource)),
    text: name => say('Give out the complete source of the part under {0}, with the copy or by a written offer.', name),
  },
  {
    kind: 'whole-under-license',
    applies: all(shipped, joined, ofClass(/^(strong|network)-copyleft$/), not(noSource)),
    text: name => say('Give out the whole work under terms that {0} allows, with its complete source.', name),
  },
  {
    kind: 'whole-under-license',
    applies: all(shipped, joined, ofClass(/^(strong|network)-copyleft$/), noSource),
    text: name => say('Give out the whole work under terms that {0} allows.', name),
  },
  {
    // GFDL s. 3: transparent copies with more than 100 opaque ones.
    kind: 'transparent-copy',
    applies: all(shipped, id(/^GFDL-/)),
    text: () => say('With more than 100 copies, give out a copy that can be edited with common programs.'),
  },
  {
    // ODbL s. 4.6.
    kind: 'database',
    applies: all(shipped, changed, id(/^ODbL-/)),
    text: () => say('Offer the changed database, or all your changes to it, in a form that machines can read.'),
  },
  {
    // QPL s. 3; ZPL-1.1 s. 6.
    kind: 'patches',
    applies: all(shipped, changed, id(/^(QPL-|ZPL-1\.1$)/)),
    text: () => say('Pass on changes to the source apart from it, as patches.'),
  },
  {
    kind: 'installation-information',
    applies: all(shipped, id(/^A?L?GPL-3\.0-/), not(sourceFreed)),
    text: () => say('For devices sold to consumers, pass on what is needed to install a changed version.'),
  },
  {
    kind: 'source-to-users',
    applies: all(
      (_license, { distribution }) => distribution === 'network',
      reachesNetworkUse,
      (license, { modified, use }) => modified || use !== 'separate' || /MulanPubL|EUPL|OSL|CPAL/.test(license.id),
    ),
    text: name => say('Offer the users of the service the source, your changes included, under {0}.', name),
  },
  {
    kind: 'source-when-changed',
    applies: all(
      (_license, { distribution, modified, use }) => distribution === 'network' && !modified && use === 'separate',
      id(/^AGPL-/),
    ),
    text: () => say('As soon as you change the program, offer its users the changed source.'),
  },
];

/** What has to be done to keep to a license; none inside an organization and for tools. */
export function dutiesOf(license: LicenseTerm, situation: Situation): readonly Duty[] {
  if (situation.use === 'tool' || situation.distribution === 'internal') return [];
  if (classOf(license) === 'public-domain') return [];
  const name = formatExpression(license);
  return list.filter(duty => duty.applies(license, situation)).map(({ kind, text }) => ({ kind, text: text(name) }));
}
