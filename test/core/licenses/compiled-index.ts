import { compileLicenseIndex } from '../../../src/core/licenses/compile.ts';
import { type Licenses, openLicenses } from '../../../src/core/licenses/index.ts';

/** The index takes seconds to make: one for all tests. */
export const compiledIndex: Promise<string> = compileLicenseIndex();

export async function openForTest(): Promise<Licenses> {
  return openLicenses(await compiledIndex);
}
