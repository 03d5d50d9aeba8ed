import type { Sentence } from '../../model.ts';
import { say } from '../../sentences/index.ts';
import { classOf, reachesNetworkUse } from '../classes.ts';
import { formatExpression, type LicenseTerm } from '../expression.ts';
import type { Situation } from './judgment.ts';

/** One thing to do, to compare by and to read. */
export interface Duty {
  readonly kind: string;
  readonly text: Sentence;
}

interface DutyRule {
  readonly kind: string;
  readonly applies: (license: LicenseTerm, situation: Situation) => boolean;
  readonly text: (name: string) => Sentence;
}

const shipped = (_license: LicenseTerm, { distribution }: Situation) => distribution === 'shipped';
const id = (pattern: RegExp) => (license: LicenseTerm) => pattern.test(license.id);
const all =
  (...conditions: readonly DutyRule['applies'][]): DutyRule['applies'] =>
  (license, situation) =>
    conditions.every(condition => condition(license, situation));
const changed = (_license: LicenseTerm, { modified }: Situation) => modified;
const isCopyleft = (license: LicenseTerm) => classOf(license).endsWith('copyleft');
const joined = (_license: LicenseTerm, { use }: Situation) => use === 'linked' || use === 'copied';

/** What the licenses ask for, each with when. Source: the texts of the licenses on the SPDX list. */
const list: readonly DutyRule[] = [
  {
    kind: 'keep-notices',
    applies: all(shipped, license => !isCopyleft(license)),
    text: name => say('Keep the copyright notices and the text of {0} with every copy.', name),
  },
  {
    kind: 'pass-on-text',
    applies: all(shipped, isCopyleft),
    text: name => say('Pass on the text of {0} and keep all notices; say that the part is under {0}.', name),
  },
  {
    kind: 'notice-file',
    applies: all(shipped, id(/^Apache-2\.0$/)),
    text: () => say('Pass on the NOTICE file, where there is one.'),
  },
  {
    kind: 'mark-changes',
    applies: all(
      shipped,
      changed,
      id(/^(Apache-|ECL-|MPL-|EPL-|CDDL-|A?GPL-|LGPL-|EUPL-|OSL-|Artistic-|CC-BY-|APSL-)/),
    ),
    text: () => say('Mark the files that you changed.'),
  },
  {
    kind: 'acknowledgment',
    applies: all(shipped, id(/^(BSD-4-Clause|BSD-4\.3|Apache-1\.|OpenSSL|SSLeay|PHP-|XFree86|zlib-ack)/)),
    text: name => say('Show the acknowledgment that {0} prescribes, in advertising or in the product.', name),
  },
  {
    kind: 'no-names',
    applies: all(shipped, id(/^(BSD-[34]-Clause|Apache-|MulanP|PHP-|X11|ECL-|OLDAP-|NCSA)/)),
    text: () => say('Do not use the names or trademarks of the authors to promote your work.'),
  },
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
    applies: all(shipped, id(/^(Apache-2\.0|MulanPSL-|LicenseRef-MulanPubL-|MPL-2|EPL-|ECL-2|CDDL-)/)),
    text: () => say('Its patent license ends for whoever starts a patent action over the work.'),
  },
  {
    kind: 'source-of-files',
    applies: all(shipped, license => classOf(license) === 'file-copyleft'),
    text: name => say('Give out the source of the files under {0}, with your changes to them, under {0}.', name),
  },
  {
    kind: 'source-of-library',
    applies: all(shipped, license => classOf(license) === 'library-copyleft'),
    text: name => say('Give out the source of the part under {0}, with your changes to it, under {0}.', name),
  },
  {
    kind: 'replaceable-library',
    applies: all(
      shipped,
      (_license, { use }) => use === 'linked',
      license => classOf(license) === 'library-copyleft' && /^LGPL-/.test(license.id),
    ),
    text: () =>
      say(
        'Let users run your work with a changed library: link dynamically or pass on object files, and do not forbid reverse engineering for that.',
      ),
  },
  {
    kind: 'source-of-part',
    applies: all(shipped, license => /^(strong|network)-copyleft$/.test(classOf(license))),
    text: name => say('Give out the complete source of the part under {0}, with the copy or by a written offer.', name),
  },
  {
    kind: 'whole-under-license',
    applies: all(shipped, joined, license => /^(strong|network)-copyleft$/.test(classOf(license))),
    text: name => say('Give out the whole work under terms that {0} allows, with its complete source.', name),
  },
  {
    kind: 'installation-information',
    applies: all(shipped, id(/^A?L?GPL-3\.0-/)),
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
