import { say } from '../../sentences/index.ts';

/** The data and authorities that verdicts name. What a product must show for the two tables is in `attribution.ts`. */
export const source = {
  rules: say('Rules of this product by kind of license'),
  fsf: say('Free Software Foundation, license list'),
  osadl: say('OSADL license compatibility matrix, 2024-11-04 (CC-BY-4.0)'),
  recLicense: say('RecLicense compatibility table, OSS lab of PKU-SEI, 2024-11-17 (MulanPSL-2.0)'),
  mulanFaq: say('Mulan license FAQ of the PKU open-source lab'),
  mulanPubL: say('Text of MulanPubL-2.0'),
  euplAppendix: say('Appendix of the EUPL'),
  creativeCommons: say('Creative Commons, compatible licenses (one way to GPLv3)'),
  licenseText: (id: string) => say('Text of {0}', id),
} as const;
