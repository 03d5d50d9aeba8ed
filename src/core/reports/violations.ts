import { againstPolicies, type LicensePolicy } from '../licenses/index.ts';
import type { Finding, Project } from '../model.ts';
import type { PolicyViolation, ScannedFile } from './model.ts';

/**
 * What policies do not allow of that which is in use: dependencies that are themselves projects of the catalog, and
 * findings that were adopted.
 *
 * @param policiesFor those that hold for a manifest or, without one, for findings; the strictest decides
 */
export function policyViolations(
  policiesFor: (file?: ScannedFile) => readonly LicensePolicy[],
  {
    files,
    findings,
    byPurl,
  }: {
    readonly files: readonly ScannedFile[];
    readonly findings: readonly Finding[];
    readonly byPurl: (purl: string) => Project | undefined;
  },
): readonly PolicyViolation[] {
  const used = files.flatMap(file => {
    const { manifest } = file;
    const subjects = manifest.dependencies.flatMap(dependency => {
      const project = byPurl(dependency.purl);
      if (!project) return [];
      const place = { kind: 'dependency', manifest: manifest.path, dependency } as const;
      return [{ license: project.license, project: project.id, place }];
    });
    return againstPolicies(policiesFor(file), subjects, 'review');
  });
  const adopted = findings
    .filter(({ status }) => status === 'adopted')
    .map(finding => ({ license: finding.license, project: finding.id, place: { kind: 'finding', finding } as const }));
  return [...used, ...againstPolicies(policiesFor(), adopted, 'review')].map(({ subject, answer }) => ({
    ...subject,
    decision: answer.decision === 'denied' ? 'denied' : 'review',
    reason: answer.reason,
  }));
}
