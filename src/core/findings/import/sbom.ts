import * as z from 'zod';

/** Components in components are followed this deep. */
const deepest = 20;
/** A larger bill of materials is cut off here. */
const mostComponents = 50_000;

const CycloneDx = z.object({ bomFormat: z.literal('CycloneDX'), components: z.array(z.unknown()).optional() });
const Component = z.object({ purl: z.string().optional(), components: z.array(z.unknown()).optional() });
const Spdx2 = z.object({ spdxVersion: z.string(), packages: z.array(z.unknown()).optional() });
const SpdxPackage = z.object({
  externalRefs: z.array(z.object({ referenceType: z.string(), referenceLocator: z.string() })).optional(),
});
const Spdx3 = z.object({ '@graph': z.array(z.unknown()) });
const Spdx3Package = z.object({
  software_packageUrl: z.string().optional(),
  externalIdentifier: z
    .array(z.object({ externalIdentifierType: z.string().optional(), identifier: z.string().optional() }))
    .optional(),
});

/**
 * The package URLs of a bill of materials: CycloneDX as JSON or XML, SPDX 2 as JSON or tag-value, SPDX 3 as JSON-LD.
 * `undefined` when the text is none of these. Never throws.
 */
export function readBillOfMaterials(text: string): readonly string[] | undefined {
  const start = text
    .slice(0, 2000)
    .replace(/^\uFEFF/, '')
    .trimStart();
  const purls = start.startsWith('{') ? fromJson(text) : start.startsWith('<') ? fromXml(text) : fromTags(text, start);
  return purls?.filter(purl => /^pkg:[a-z0-9.+-]+\/\S+$/i.test(purl)).slice(0, mostComponents);
}

function fromJson(text: string): readonly string[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
  const cycloneDx = CycloneDx.safeParse(value);
  if (cycloneDx.success) return inComponents(cycloneDx.data.components ?? []);
  const spdx2 = Spdx2.safeParse(value);
  if (spdx2.success) {
    return (spdx2.data.packages ?? []).flatMap(each => {
      const references = SpdxPackage.safeParse(each).data?.externalRefs ?? [];
      return references.flatMap(({ referenceType, referenceLocator }) =>
        referenceType === 'purl' ? [referenceLocator] : [],
      );
    });
  }
  return Spdx3.safeParse(value).data?.['@graph'].flatMap(each => {
    const { software_packageUrl: url, externalIdentifier = [] } = Spdx3Package.safeParse(each).data ?? {};
    const others = externalIdentifier.flatMap(({ externalIdentifierType: type, identifier = '' }) =>
      type === 'packageUrl' || type === 'purl' ? [identifier] : [],
    );
    return url === undefined ? others : [url, ...others];
  });
}

function inComponents(components: readonly unknown[]): readonly string[] {
  const found: string[] = [];
  let level = components;
  for (let depth = 0; depth < deepest && level.length > 0 && found.length < mostComponents; depth += 1) {
    const read = level.flatMap(each => Component.safeParse(each).data ?? []);
    for (const { purl } of read) if (purl !== undefined) found.push(purl);
    level = read.flatMap(({ components: below = [] }) => below);
  }
  return found;
}

function fromXml(text: string): readonly string[] | undefined {
  if (!/<(?:\w+:)?bom\b[^>]{0,500}cyclonedx\.org/.test(text.slice(0, 5000))) return undefined;
  return [...text.matchAll(/<(?:\w+:)?purl>([^<]{1,2000})</g)].map(([, purl = '']) =>
    purl.trim().replaceAll('&amp;', '&'),
  );
}

function fromTags(text: string, start: string): readonly string[] | undefined {
  if (!/^SPDXVersion:/m.test(start)) return undefined;
  return [...text.matchAll(/^ExternalRef:\s*PACKAGE[-_]MANAGER\s+purl\s+(\S{1,2000})/gm)].map(([, purl = '']) => purl);
}
