import { isLicenseExpression } from '../licenses/index.ts';
import type { Finding, Project } from '../model.ts';
import { homeUrl, repositoryUrl } from '../projects/index.ts';
import { type ReportInput, type ScannedManifest, sourceOf, suggestionsOf } from './model.ts';

interface Property {
  readonly name: string;
  readonly value: string;
}

/**
 * CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/): the direct dependencies as components with the manifests that
 * name them, then the projects that are suggested and those that were found, told apart by the property
 * `gitee-scout:kind`. Written by hand: the official library would add 180 kB, and the tests hold the official schema
 * against this. Without a serial number and a time stamp, so that the same input gives the same bytes.
 */
export function cyclonedxReport(input: ReportInput): string {
  const components = [
    ...dependencyComponents(input.files.map(({ manifest }) => manifest)),
    ...candidateComponents(input),
    ...input.findings.map(finding => findingComponent(finding, input.project(finding.id))),
  ];
  const unique = new Map(components.map(component => [component['bom-ref'], component]));
  const tool = { type: 'application', name: 'gitee-scout', version: input.version };
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      tools: { components: [tool] },
      properties: [{ name: 'gitee-scout:catalog-date', value: input.catalogDate }],
    },
    components: [...unique.values()],
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

function dependencyComponents(manifests: readonly ScannedManifest[]) {
  const found = new Map<string, { readonly facts: object; readonly properties: Property[]; required: boolean }>();
  for (const manifest of manifests) {
    for (const { purl, name, scope, requirement, suggestions = [], publisher } of manifest.dependencies) {
      if (purl === '') continue;
      const known = found.get(purl);
      const required = scope !== 'optional' && scope !== 'development' && scope !== 'test';
      const where = [
        { name: 'gitee-scout:manifest', value: manifest.path },
        ...(requirement === null ? [] : [{ name: 'gitee-scout:requirement', value: requirement }]),
      ];
      if (known) {
        known.properties.push(...where);
        known.required ||= required;
        continue;
      }
      const offered = [
        ...suggestions.map(({ relation, project }) => ({ name: `gitee-scout:${relation}`, value: project })),
        ...(publisher ? [{ name: 'gitee-scout:chinese-publisher', value: publisher.id ?? publisher.name }] : []),
      ];
      const type = purl.startsWith('pkg:docker/') ? 'container' : 'library';
      // What is known by the name of a package alone is a domain or an account, and no publisher's name.
      const by = publisher?.known === 'record' ? { publisher: publisher.name } : {};
      const facts = { type, 'bom-ref': purl, ...by, name, purl };
      found.set(purl, {
        facts,
        required,
        properties: [{ name: 'gitee-scout:kind', value: 'dependency' }, ...where, ...offered],
      });
    }
  }
  return [...found].map(([purl, { facts, properties, required }]) => ({
    'bom-ref': purl,
    ...facts,
    scope: required ? 'required' : 'optional',
    properties,
  }));
}

function candidateComponents(input: ReportInput) {
  const offered = suggestionsOf(input).filter(({ suggestion }) => suggestion.relation !== 'same-project');
  const byProject = new Map(offered.map(({ suggestion }) => [suggestion.project, suggestion]));
  return [...byProject.values()].map(({ project, name, license, homes, purls }) => {
    const source = sourceOf(input.project(project));
    const url = homeUrl(homes);
    return {
      type: 'library',
      'bom-ref': `gitee-scout:candidate:${project}`,
      name,
      ...purlOf(purls),
      ...licensesOf(license),
      ...references(url === undefined ? [] : [url], source?.source),
      properties: [
        { name: 'gitee-scout:kind', value: 'candidate' },
        ...(source ? [{ name: 'gitee-scout:evidence-date', value: source.date }] : []),
      ],
    };
  });
}

function findingComponent(finding: Finding, project: Project | undefined) {
  const { id, name, homes, license, status, tags, replaces, savedAt, verdict } = finding;
  const urls = homes.map(({ host, path }) => repositoryUrl(host, path));
  return {
    type: 'library',
    'bom-ref': `gitee-scout:finding:${id}`,
    name,
    ...purlOf(project?.purls ?? []),
    ...licensesOf(license),
    ...references(urls, sourceOf(project)?.source),
    properties: [
      { name: 'gitee-scout:kind', value: 'finding' },
      { name: 'gitee-scout:status', value: status },
      { name: 'gitee-scout:saved', value: savedAt },
      ...(verdict ? [{ name: 'gitee-scout:verdict', value: `${verdict.is} for ${verdict.for}` }] : []),
      ...replaces.map(value => ({ name: 'gitee-scout:replaces', value })),
      ...tags.map(value => ({ name: 'gitee-scout:tag', value })),
    ],
  };
}

/** Of a project that publishes several packages none is the component itself. */
function purlOf(purls: readonly string[]): { readonly purl?: string } {
  const [only] = purls;
  return only !== undefined && purls.length === 1 ? { purl: only } : {};
}

/** SPDX expressions go in as such; anything else only as a name. */
function licensesOf(license: string): object {
  if (license === '' || license === 'NOASSERTION') return {};
  if (isLicenseExpression(license)) return { licenses: [{ expression: license, acknowledgement: 'declared' }] };
  return { licenses: [{ license: { name: license } }] };
}

function references(repositories: readonly string[], source: string | undefined): object {
  const all = [
    ...repositories.map(url => ({ type: 'vcs', url })),
    ...(source !== undefined && /^https?:\/\/\S+$/.test(source) ? [{ type: 'evidence', url: source }] : []),
  ];
  return all.length > 0 ? { externalReferences: all } : {};
}
