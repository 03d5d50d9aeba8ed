/** What a registry says of a package's newest version. `undefined` stands for a field that it does not have. */
export type RegistryAnswer =
  | {
      readonly kind: 'found';
      readonly version?: string | undefined;
      readonly license?: string | undefined;
      readonly repository?: string | undefined;
      /** Other addresses that the record names: homepage, issues, documentation. */
      readonly links?: readonly string[] | undefined;
      /** Who the record calls author or maintainer. */
      readonly people?: readonly string[] | undefined;
      /** Where the client unpacked the package: it may hold the license text. */
      readonly folder?: string | undefined;
    }
  | { readonly kind: 'missing' }
  /** No client here, no network, or a refusal: says nothing of the package. */
  | { readonly kind: 'no-answer'; readonly detail: string };

export type Found = Extract<RegistryAnswer, { kind: 'found' }>;
