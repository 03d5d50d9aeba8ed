import { evidenceReport, type ProjectEvidence } from './evidence.ts';
import type { EvidenceSubject } from './gather-evidence.ts';
import { asText, table } from './markdown-text.ts';
import type { PlacedPublisher } from './model.ts';
import { plainText } from './plain-text.ts';

/** A project with what was gathered on it. */
export interface GatheredSubject {
  readonly subject: EvidenceSubject;
  readonly evidence: ProjectEvidence;
}

/**
 * The due diligence file of a workspace, of findings, or of both, as Markdown: an overview, dependencies of which only the
 * publisher is known, then the evidence on each project. The same data give the same text.
 */
export function evidenceFile(
  title: string,
  gathered: readonly GatheredSubject[],
  published: readonly PlacedPublisher[] = [],
): string {
  const rows = gathered.map(({ subject, evidence: { page, weighed, policy } }) => [
    asText(page.name),
    subject.usedIn.length > 0 ? subject.usedIn.map(asText).join(', ') : 'not in a manifest',
    subject.status ?? 'not saved',
    page.license.kind === 'found' ? `\`${page.license.value.expression}\`` : 'unknown',
    weighed?.verdict.verdict ?? 'not weighed',
    policy?.decision ?? 'no policy',
  ]);
  const overview =
    rows.length > 0
      ? table(['Project', 'Used in', 'Finding', 'License', 'For your work', 'Policy'], rows)
      : 'No dependency is itself a project of the catalog, and no finding is adopted, evaluated or a candidate.';
  const parts = [
    `# ${asText(title)}`,
    'Gathered for a due diligence file under Art. 13(5) of Regulation (EU) 2024/2847 (Cyber Resilience Act). It holds projects whose packages the manifests name, and findings that were not rejected, and lists dependencies of which only the Chinese publisher is known; other dependencies are not in it.',
    overview,
    ...publishersSection(published),
    ...gathered.map(({ evidence }) => below(evidenceReport(evidence)).trimEnd()),
  ];
  return plainText(`${parts.join('\n\n')}\n`);
}

/** Nothing was asked about these: no license, no advisory, no activity is known here. */
function publishersSection(published: readonly PlacedPublisher[]): readonly string[] {
  const byPurl = new Map<string, PlacedPublisher[]>();
  for (const each of published) byPurl.set(each.dependency.purl, [...(byPurl.get(each.dependency.purl) ?? []), each]);
  if (byPurl.size === 0) return [];
  const rows = [...byPurl]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([purl, places]) => {
      const [first] = places;
      if (!first) return [];
      const { reason, publisher } = first;
      const usedIn = [...new Set(places.map(({ manifest }) => manifest))].sort().map(asText).join(', ');
      return [[asText(purl), asText(reason), usedIn, publisher.source === null ? '' : asText(publisher.source)]];
    });
  return [
    '## Published from China, without a project in the catalog\n\nOnly who publishes these is known: their licenses and advisories were not looked at.',
    table(['Package', 'What is known', 'Used in', 'Source'], rows),
  ];
}

/** Headings one level lower. Texts of others hold none: their number signs are escaped. */
function below(markdown: string): string {
  return markdown.replaceAll(/^#+ /gm, marks => `#${marks}`);
}
