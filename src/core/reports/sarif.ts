import {
  type PolicyViolation,
  publishersOf,
  type ReportInput,
  type ScannedDependency,
  suggestionsOf,
} from './model.ts';
import { locator } from './places.ts';

/** Most code-scanning services take so many results of one run (GitHub: 25,000 in a file, 5,000 shown). */
const mostResults = 25_000;

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/): what is against a policy as errors and warnings, and
 * suggestions and publishers as notes, at their places in the manifests.
 */
export function sarifReport(input: ReportInput): string {
  const locations = new Map(
    input.files.map(({ manifest, text }) => {
      const locate = locator(text);
      const uri = manifest.path.split('/').map(encodeURIComponent).join('/');
      const at = ({ nameRange }: ScannedDependency) => [
        { physicalLocation: { artifactLocation: { uri, uriBaseId: '%SRCROOT%' }, region: locate(nameRange) } },
      ];
      return [manifest.path, at] as const;
    }),
  );
  const at = (manifest: string, dependency: ScannedDependency) => locations.get(manifest)?.(dependency) ?? [];
  const violations = input.violations.flatMap(violation => {
    const { place, project, decision, reason } = violation;
    // A finding is no file of the scanned sources: it has no place there.
    if (place.kind !== 'dependency') return [];
    return {
      ruleId: ruleOf(violation),
      ruleIndex: ruleIndex(ruleOf(violation)),
      level: decision === 'denied' ? 'error' : 'warning',
      message: { text: `${place.dependency.name}: ${reason}` },
      locations: at(place.manifest, place.dependency),
      partialFingerprints: fingerprint(place.manifest, place.dependency, `policy:${project}`),
    };
  });
  const suggestions = suggestionsOf(input).map(({ manifest, dependency, suggestion }) => ({
    ruleId: suggestion.relation,
    ruleIndex: ruleIndex(suggestion.relation),
    level: 'note',
    message: { text: `${dependency.name}: ${suggestion.name} (${suggestion.license}). ${suggestion.reason}` },
    locations: at(manifest, dependency),
    partialFingerprints: fingerprint(manifest, dependency, suggestion.project),
  }));
  const publishers = publishersOf(input).map(({ manifest, dependency, publisher, reason }) => ({
    ruleId: 'chinese-publisher',
    ruleIndex: ruleIndex('chinese-publisher'),
    level: 'note',
    message: { text: `${dependency.name}: ${reason}` },
    locations: at(manifest, dependency),
    partialFingerprints: fingerprint(manifest, dependency, `publisher:${publisher.id ?? publisher.name}`),
  }));
  const driver = {
    name: 'Gitee Scout',
    semanticVersion: input.version,
    informationUri: 'https://www.npmjs.com/package/gitee-scout',
    rules,
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder that was scanned.' } } },
        properties: { catalogDate: input.catalogDate, policies: input.policies },
        results: [...violations, ...suggestions, ...publishers].slice(0, mostResults),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** The same result keeps its fingerprint when lines move, so that it is not reported as new. */
function fingerprint(manifest: string, { place, purl }: ScannedDependency, subject: string) {
  return { 'giteeScout/v1': `${manifest}:${place}:${purl}:${subject}` };
}

function ruleOf({ decision }: PolicyViolation): string {
  return decision === 'denied' ? 'license-denied' : 'license-review';
}

function ruleIndex(id: string): number {
  return rules.findIndex(rule => rule.id === id);
}

const rules = [
  rule('license-denied', 'error', 'A license that the company’s policy denies', 'Replace the dependency, or ask those who keep the policy for an exception.'),
  rule('license-review', 'warning', 'A license that the company’s policy asks somebody to look at', 'Have the license reviewed, and add the answer to the policy.'),
  rule('equivalent', 'note', 'A Chinese open-source project does the same job', 'Look at the project before you decide: effort, license and evidence differ.'),
  rule('complementary', 'note', 'A Chinese open-source project goes well with this dependency', 'Look at the project before you decide.'),
  rule('same-project', 'note', 'The dependency is itself of Chinese origin', 'Its home may be elsewhere than you think; there is nothing to replace.'),
  rule('chinese-publisher', 'note', 'The dependency is published from China', 'The catalog has no project for it, and nothing to put in its place.'),
]; // biome-ignore format: a table

function rule(id: string, level: string, text: string, help: string) {
  const name = id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return { id, name, shortDescription: { text }, help: { text: help }, defaultConfiguration: { level } };
}
