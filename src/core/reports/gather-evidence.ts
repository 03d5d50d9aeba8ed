import type { Catalog } from '../catalog/index.ts';
import type { Confidence, Finding, FindingStatus } from '../model.ts';
import type { ProjectPage, ProjectReference, Projects } from '../projects/index.ts';
import type { ProjectEvidence } from './evidence.ts';
import type { ScannedFile } from './model.ts';

/** What the license of a page says, as far as a verdict may lean on it. */
export interface InboundLicense {
  /** SPDX expression, or `NOASSERTION`. */
  readonly expression: string;
  /** Low where a place could not be read or two places contradict each other. */
  readonly confidence: Confidence;
}

export interface GatherOptions {
  /** BCP 47 tag of the reader's language. */
  readonly language?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** What the license means for the own work, and to the company's policy. */
  weigh(license: InboundLicense, page: ProjectPage): Promise<Pick<ProjectEvidence, 'weighed' | 'policy'>>;
}

/** At most so many requests are needed for one project: its page, read thoroughly, its activity, its security policy. */
export const requestsEach = 10;

/** Asks for everything that an evidence file says of a project. What does not answer is missing in it, with the reason. */
export async function gatherEvidence(
  projects: Pick<Projects, 'open' | 'activity' | 'security'>,
  reference: ProjectReference,
  { language, signal, weigh }: GatherOptions,
): Promise<ProjectEvidence> {
  const page = await projects.open(reference, { language, signal, thorough: true });
  const [activity, security] = await Promise.all([projects.activity(page, signal), projects.security(page, signal)]);
  return { page, activity, security, ...(await weigh(inboundOf(page), page)) };
}

function inboundOf({ license }: ProjectPage): InboundLicense {
  if (license.kind !== 'found') return { expression: 'NOASSERTION', confidence: 'low' };
  const { expression, confidence, unread, conflict } = license.value;
  return { expression, confidence: unread.length > 0 || conflict !== undefined ? 'low' : confidence };
}

/** A project that a company answers for, and why. */
export interface EvidenceSubject {
  readonly reference: ProjectReference;
  readonly name: string;
  /** Manifests that name one of its packages, `/`-separated, sorted. */
  readonly usedIn: readonly string[];
  /** Where it was saved as a finding. */
  readonly status?: FindingStatus | undefined;
}

const order: readonly (FindingStatus | undefined)[] = ['adopted', undefined, 'evaluating', 'candidate'];

/**
 * The projects to gather evidence on: those whose packages manifests name, and findings that were not rejected. What is
 * in use or adopted comes first, because a host may stop answering before the end.
 */
export function evidenceSubjects(
  { files, findings }: { readonly files: readonly ScannedFile[]; readonly findings: readonly Finding[] },
  catalog: Pick<Catalog, 'byPurl'>,
): readonly EvidenceSubject[] {
  const subjects = new Map<string, EvidenceSubject>();
  for (const { manifest } of files) {
    for (const { purl } of manifest.dependencies) {
      const project = catalog.byPurl(purl);
      if (!project) continue;
      const usedIn = new Set([...(subjects.get(project.id)?.usedIn ?? []), manifest.path]);
      subjects.set(project.id, {
        reference: { project: project.id },
        name: project.name.en,
        usedIn: [...usedIn].sort(),
      });
    }
  }
  for (const { id, name, homes, status } of findings) {
    const known = subjects.get(id);
    if (status === 'rejected' && !known) continue;
    const [home] = homes;
    const reference = id.includes('--') && home ? home : { project: id };
    subjects.set(id, known ? { ...known, status } : { reference, name, usedIn: [], status });
  }
  const rank = ({ status, usedIn }: EvidenceSubject) => (usedIn.length > 0 ? 0 : order.indexOf(status));
  return [...subjects.values()].sort((one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : 1));
}
