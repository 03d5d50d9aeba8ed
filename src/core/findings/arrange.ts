import type { SavedFinding } from './list.ts';

/** What the findings are sorted into. */
export type FindingGrouping = 'status' | 'tag' | 'place' | 'capability';

/** Findings under one heading. The key is a status, a tag, a place or a capability; empty for those without any. */
export interface FindingGroup {
  readonly key: string;
  readonly findings: readonly SavedFinding[];
}

export const statusOrder = ['evaluating', 'candidate', 'adopted', 'rejected'] as const;

/**
 * Sorts findings into groups. With tags and capabilities a finding stands in each of its groups, and those without any
 * come last. `capabilitiesOf` gives the ids of what a project is for.
 */
export function groupFindings(
  findings: readonly SavedFinding[],
  by: FindingGrouping,
  capabilitiesOf: (project: string) => readonly string[] = () => [],
): readonly FindingGroup[] {
  const groups = new Map<string, SavedFinding[]>();
  const put = (key: string, saved: SavedFinding) => {
    const group = groups.get(key);
    if (group) group.push(saved);
    else groups.set(key, [saved]);
  };
  for (const saved of findings) {
    const keys = keysOf(saved, by, capabilitiesOf);
    for (const key of keys.length > 0 ? new Set(keys) : ['']) put(key, saved);
  }
  const order: readonly string[] = by === 'status' ? statusOrder : [];
  const rank = ([key]: readonly [string, unknown]) => (key === '' ? order.length + 1 : order.indexOf(key));
  return [...groups]
    .sort((one, other) => rank(one) - rank(other) || (one[0] < other[0] ? -1 : 1))
    .map(([key, members]) => ({ key, findings: members }));
}

function keysOf(
  { finding, place }: SavedFinding,
  by: FindingGrouping,
  capabilitiesOf: (project: string) => readonly string[],
): readonly string[] {
  switch (by) {
    case 'status':
      return [finding.status];
    case 'tag':
      return finding.tags;
    case 'place':
      return [place];
    case 'capability':
      return capabilitiesOf(finding.id);
  }
}

/** The findings that hold every word somewhere: in the name, a home, a tag, the note, the license, a package. */
export function filterFindings(findings: readonly SavedFinding[], text: string): readonly SavedFinding[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return findings;
  return findings.filter(({ finding: { id, name, homes, status, note, tags, license, replaces } }) => {
    const paths = homes.map(({ path }) => path);
    const all = [id, name, ...paths, status, note, ...tags, license, ...replaces].join('\n').toLowerCase();
    return words.every(word => all.includes(word));
  });
}

/** Findings whose day of review has come, the longest waiting first. `today` is an ISO date. */
export function dueFindings(findings: readonly SavedFinding[], today: string): readonly SavedFinding[] {
  return findings
    .filter(({ finding }) => isDue(finding, today))
    .sort((one, other) => ((one.finding.review ?? '') < (other.finding.review ?? '') ? -1 : 1));
}

/** Whether the day of review has come. What was rejected waits for nothing. */
export function isDue({ review, status }: SavedFinding['finding'], today: string): boolean {
  return review !== undefined && status !== 'rejected' && review <= today;
}
