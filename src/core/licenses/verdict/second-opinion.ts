import type { Sentence } from '../../model.ts';
import { classOf } from '../classes.ts';
import type { LicenseTerm } from '../expression.ts';
import { proprietaryId } from '../identifiers.ts';
import osadl from './data/osadl.json' with { type: 'json' };
import recLicense from './data/rec-license.json' with { type: 'json' };
import type { Situation } from './judgment.ts';
import { source } from './sources.ts';

/** What a published table says of two licenses in one work. */
export interface Opinion {
  readonly says: 'compatible' | 'incompatible' | 'depends' | 'unknown';
  readonly source: Sentence;
}

interface Table {
  readonly inbound: readonly string[];
  /** Outbound licenses with the same answers share a row: one letter for each inbound license. */
  readonly groups: readonly { readonly outbound: readonly string[]; readonly row: string }[];
}

const osadlWords = new Map<string, Opinion['says']>([
  ['y', 'compatible'],
  ['n', 'incompatible'],
  ['d', 'depends'],
  ['u', 'unknown'],
]);

const isWeak = (license: LicenseTerm) => /^(file|library)-copyleft$/.test(classOf(license));

/** The cells of both tables for two licenses. A license with an exception is in neither. */
export function secondOpinions(inbound: LicenseTerm, outbound: LicenseTerm, situation: Situation): readonly Opinion[] {
  const known = outbound.id !== proprietaryId && inbound.id !== outbound.id;
  const plain = inbound.exception === undefined && outbound.exception === undefined && !inbound.orLater;
  if (!known || !plain) return [];
  return [fromOsadl(inbound, outbound, situation), fromRecLicense(inbound, outbound, situation)].filter(
    opinion => opinion !== undefined,
  );
}

/** OSADL answers for one combined work; it does not speak of linking to a part that may keep its own license. */
function fromOsadl(inbound: LicenseTerm, outbound: LicenseTerm, { use }: Situation): Opinion | undefined {
  const strict = /^(strong|network)-copyleft$/.test(classOf(outbound));
  if (use !== 'copied' && isWeak(inbound) && !strict) return undefined;
  const letter = cell(osadl, inbound, outbound);
  if (letter === undefined) return undefined;
  const says = osadlWords.get(letter) ?? 'unknown';
  return { says, source: source.osadl };
}

/** RecLicense parts "the whole may go under it" (1) from "the part keeps its own license" (2). */
function fromRecLicense(inbound: LicenseTerm, outbound: LicenseTerm, { use }: Situation): Opinion | undefined {
  const letter = cell(recLicense, inbound, outbound);
  if (letter === undefined) return undefined;
  if (letter === 'n') return { says: 'incompatible', source: source.recLicense };
  const copyleft = classOf(inbound).endsWith('copyleft');
  return { says: letter === '2' && copyleft && use === 'copied' ? 'depends' : 'compatible', source: source.recLicense };
}

function cell(table: Table, inbound: LicenseTerm, outbound: LicenseTerm): string | undefined {
  const column = table.inbound.indexOf(inbound.id);
  if (column < 0) return undefined;
  const letter = table.groups.find(({ outbound: ids }) => ids.includes(outbound.id))?.row[column];
  return letter === '.' ? undefined : letter;
}
