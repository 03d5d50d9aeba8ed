import type {
  FindingCheck,
  FindingGrouping,
  FindingList,
  SavedFinding,
  UnreadFinding,
} from '../../core/findings/index.ts';
import type { Finding } from '../../core/model.ts';
import type { ProjectTarget } from '../project-target.ts';

/** A heading with its findings. The key is a status, tag, place or capability; empty for those without any. */
export interface GroupNode {
  readonly kind: 'group';
  readonly by: FindingGrouping;
  readonly key: string;
  readonly label: string;
  readonly findings: readonly SavedFinding[];
  /** More of them are still being read. */
  readonly growing: boolean;
}
export interface FindingNode {
  readonly kind: 'finding';
  readonly saved: SavedFinding;
  /** For the commands on projects. */
  readonly target: ProjectTarget;
  /** The heading that it stands below: with tags it stands below several. */
  readonly group: string;
  readonly due: boolean;
  readonly check: FindingCheck | undefined;
  /** Label of its place, where another row beside it would look the same. */
  readonly place: string | undefined;
}
/** A file that cannot be read. */
export interface DamagedNode {
  readonly kind: 'damaged';
  readonly unread: UnreadFinding;
}
/** What a long group does not show at once. */
export interface MoreNode {
  readonly kind: 'more';
  readonly group: GroupNode;
  readonly hidden: number;
}
export type FindingsNode = GroupNode | FindingNode | DamagedNode | MoreNode;

/** Rows of one group that are shown at once: more of them nobody reads, and VS Code takes its time. */
export const shownAtOnce = 300;

/** What nodes need to know beside the findings. */
export interface Surroundings {
  readonly by: FindingGrouping;
  readonly filter: string;
  /** Whether the list is not whole yet. */
  readonly growing: boolean;
  /** ISO date. */
  readonly today: string;
  labelOf(by: FindingGrouping, key: string): string;
  capabilitiesOf(project: string): readonly string[];
}

/** The core's part in arranging; loaded with it. */
export type Arrange = Pick<typeof import('../../core/findings/index.ts'), 'filterFindings' | 'groupFindings' | 'isDue'>;

/** One node for each group that has findings, then the files that cannot be read. */
export function rootsOf(
  { findings, unread }: FindingList,
  { filterFindings, groupFindings }: Arrange,
  { by, filter, growing, labelOf, capabilitiesOf }: Surroundings,
): readonly FindingsNode[] {
  const groups = groupFindings(filterFindings(findings, filter), by, capabilitiesOf).map(
    (group): GroupNode => ({
      kind: 'group',
      by,
      key: group.key,
      label: labelOf(by, group.key),
      findings: group.findings,
      growing,
    }),
  );
  return [...groups, ...unread.map(each => ({ kind: 'damaged', unread: each }) as const)];
}

/** The findings of a group, of a long one the first. */
export function childrenOf(
  group: GroupNode,
  { isDue }: Arrange,
  { today, labelOf }: Pick<Surroundings, 'today' | 'labelOf'>,
  checkOf: (saved: SavedFinding) => FindingCheck | undefined,
): readonly FindingsNode[] {
  const times = new Map<string, number>();
  for (const { finding } of group.findings) times.set(finding.name, (times.get(finding.name) ?? 0) + 1);
  const nodes = group.findings.slice(0, shownAtOnce).map(saved => {
    const alike = group.by !== 'place' && (times.get(saved.finding.name) ?? 0) > 1;
    return findingNode(saved, {
      group: group.key,
      due: isDue(saved.finding, today),
      check: checkOf(saved),
      place: alike ? labelOf('place', saved.place) : undefined,
    });
  });
  const hidden = group.findings.length - nodes.length;
  return hidden > 0 ? [...nodes, { kind: 'more', group, hidden }] : nodes;
}

export function findingNode(
  saved: SavedFinding,
  facts: Pick<FindingNode, 'group' | 'due' | 'check' | 'place'>,
): FindingNode {
  const target = { reference: referenceOf(saved.finding), name: saved.finding.name };
  return { kind: 'finding', saved, target, ...facts };
}

/** A project outside the catalog is known by its first home; its id says so by the two dashes. */
function referenceOf({ id, homes: [home] }: Finding): ProjectTarget['reference'] {
  return id.includes('--') && home ? home : { project: id };
}
