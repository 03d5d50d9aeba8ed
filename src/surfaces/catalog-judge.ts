import type { Distribution, LicenseUse, LicenseVerdict } from '../core/model.ts';

/**
 * How a dependency is used until a person says otherwise: a library in a product that others get. The strictest of the
 * usual ways, so that nobody is told "fits" by a default.
 */
export const usual: { readonly use: LicenseUse; readonly distribution: Distribution } = {
  use: 'linked',
  distribution: 'shipped',
};

/** Checks a license that the catalog states against the workspace's own; `undefined` where the latter is unknown. */
export async function judgeCatalogLicense(
  license: string,
  ownLicense: () => Promise<{ readonly expression: string } | null>,
): Promise<LicenseVerdict | undefined> {
  const own = await ownLicense();
  if (!own) return undefined;
  const { checkLicense } = await import('../core/licenses/index.ts');
  // The catalog's evidence was read by a person, but on another day.
  return checkLicense({ inbound: license, outbound: own.expression, ...usual, modified: false, confidence: 'medium' });
}
