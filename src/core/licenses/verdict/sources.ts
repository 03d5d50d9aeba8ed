/** The data and authorities that verdicts name. What a product must show for the two tables is in `attribution.ts`. */
export const source = {
  rules: 'Rules of this product by kind of license',
  fsf: 'Free Software Foundation, license list',
  osadl: 'OSADL license compatibility matrix, 2024-11-04 (CC-BY-4.0)',
  recLicense: 'RecLicense compatibility table, OSS lab of PKU-SEI, 2024-11-17 (MulanPSL-2.0)',
  mulanFaq: 'Mulan license FAQ of the PKU open-source lab',
  mulanPubL: 'Text of MulanPubL-2.0',
  euplAppendix: 'Appendix of the EUPL',
  licenseText: (id: string) => `Text of ${id}`,
} as const;
