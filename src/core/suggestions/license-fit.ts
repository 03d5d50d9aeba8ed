import type { Project } from '../model.ts';

/** Strong and network copyleft, and what is no open-source license: asks for thought before it enters other work. */
const demanding = /\b(?:AGPL|GPL|SSPL|BUSL|OSL)-|LicenseRef-|NOASSERTION/;
const copyleft = /\b(?:AGPL|GPL)-/;

/**
 * How much a project's license counts against it, 0 to 12 points: only the order of suggestions follows from it, never a
 * verdict. A library enters the work that uses it; a server or tool is run beside it.
 */
export function licensePenalty({ license, form, licenseNote }: Project, own: string | undefined): number {
  const trap = licenseNote === undefined ? 0 : 3;
  if (!demanding.test(license)) return trap;
  const fitsOwn = own !== undefined && copyleft.test(own) && copyleft.test(license);
  if (fitsOwn) return trap;
  return trap + (form === 'library' ? 9 : 3);
}
