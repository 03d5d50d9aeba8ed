import type { Activity } from '../gitee/index.ts';
import { attributions, type PolicyAnswer } from '../licenses/index.ts';
import type { Distribution, LicenseEvidence, LicenseUse, LicenseVerdict } from '../model.ts';
import type { Part, ProjectPage, SecurityPolicy } from '../projects/index.ts';
import { asText, table } from './markdown-text.ts';
import { plainText } from './plain-text.ts';

/** What an evidence file is made of. */
export interface ProjectEvidence {
  /** Opened with `thorough`, so that every place that speaks of the license was read. */
  readonly page: ProjectPage;
  readonly activity: Part<Activity>;
  readonly security: Part<SecurityPolicy>;
  /** What the license means for the own work; absent where its license is not known. */
  readonly weighed?:
    | {
        readonly own: { readonly expression: string; readonly place: string };
        readonly use: LicenseUse;
        readonly distribution: Distribution;
        readonly verdict: LicenseVerdict;
      }
    | undefined;
  readonly policy?: Pick<PolicyAnswer, 'decision' | 'reason'> | undefined;
}

/**
 * Evidence on one project for a company's due diligence file (Regulation (EU) 2024/2847, Art. 13(5)), as Markdown: what was
 * found, where and when; what nobody could say is said to be unknown, not absent. It judges nothing but the license. The
 * same data give the same text.
 */
export function evidenceReport(evidence: ProjectEvidence): string {
  const { page } = evidence;
  const parts = [
    `# Evidence: ${asText(page.name)}`,
    `Gathered ${day(page.at)} for a due diligence file under Art. 13(5) of Regulation (EU) 2024/2847 (Cyber Resilience Act). It collects what public places say on that day; it assesses no risk and is no legal advice.`,
    identity(page),
    license(page),
    weighed(evidence),
    maintenance(evidence),
    security(evidence),
    '## Known advisories\n\n**No data.** No database of vulnerabilities was asked, because that would have sent the names of your packages away. This does not mean that there are none. Ask for them by the package URLs above: https://osv.dev, https://euvd.enisa.europa.eu. Projects that live on Gitee alone are mostly missing there.',
    `## Entry for a software bill of materials\n\nCycloneDX 1.6, one component:\n\n\`\`\`json\n${JSON.stringify(component(evidence), null, 2)}\n\`\`\``,
    `## Not covered here\n\n- Your own tests, and an assessment of the risk for your product.\n- The dependencies of the project.\n- Export control and sanctions.`,
    `## Data\n\n${attributions.map(({ text, date }) => `- ${asText(text)} As of ${date}.`).join('\n')}`,
  ];
  return plainText(`${parts.filter(part => part !== undefined).join('\n\n')}\n`);
}

function identity({ facts, home, repository }: ProjectPage): string {
  const project = facts.kind === 'found' ? facts.value : undefined;
  const rows = [
    ['Repository', home ? `<${home.url}>` : 'unknown'],
    [
      'Summary',
      project
        ? asText(project.summary.en)
        : repository.kind === 'found'
          ? asText(repository.value.description)
          : 'unknown',
    ],
    ['Steward', project ? `${asText(project.steward.name)} (${project.steward.kind})` : 'unknown'],
    [
      'Package URLs',
      project && project.purls.length > 0 ? project.purls.map(purl => `\`${purl}\``).join(', ') : 'none known',
    ],
  ];
  const warnings = (project?.reservations ?? []).map(
    ({ severity, text, source }) => `- ${severity}: ${asText(text)} (${source})`,
  );
  return [
    table(['What', 'Found'], rows),
    ...(warnings.length > 0 ? [`Reservations of the catalog:\n\n${warnings.join('\n')}`] : []),
  ].join('\n\n');
}

function license({ license: part }: ProjectPage): string {
  if (part.kind !== 'found') return `## License\n\n${unknown(part)}`;
  const { expression, confidence, conflict, evidence, unread, complete } = part.value;
  const said = expression === 'NOASSERTION' ? 'No license was found' : `\`${expression}\``;
  return [
    `## License\n\n${said} (${confidence} confidence), read ${day(part.receivedAt)}.`,
    ...(conflict === undefined ? [] : [`**Contradiction.** ${asText(conflict)}`]),
    ...(complete ? [] : ['Not all places were read.']),
    ...(unread.length > 0
      ? [
          `Could not be read:\n\n${unread.map(({ place, message }) => `- ${asText(place)}: ${asText(message)}`).join('\n')}`,
        ]
      : []),
    ...(evidence.length > 0 ? [evidence.map(place).join('\n')] : ['No place says anything.']),
  ].join('\n\n');
}

function place({ place: name, expression, confidence, quote, gist, revision, url }: LicenseEvidence): string {
  const where = url === undefined ? asText(name) : `[${asText(name)}](<${url.replaceAll('>', '%3E')}>)`;
  const version = revision === undefined ? '' : `, Git object \`${revision}\``;
  const said = expression === 'NOASSERTION' ? 'no known license' : `\`${expression}\``;
  const quoted =
    quote === undefined
      ? ''
      : `\n${quote
          .trim()
          .split(/\r?\n/)
          .map(line => `  > ${asText(line)}`)
          .join('\n')}`;
  const meaning = gist === undefined ? '' : `\n\n  In English, roughly: ${gist}.`;
  return `- ${where}: ${said} (${confidence} confidence${version})${quoted}${meaning}`;
}

const uses = {
  tool: 'used as a tool',
  separate: 'run as a separate program',
  linked: 'linked as a library',
  copied: 'copied',
} as const;
const given = { internal: 'used inside only', network: 'offered over a network', shipped: 'given to others' } as const;

function weighed({ weighed: found, policy }: ProjectEvidence): string | undefined {
  const ours = policy ? [`Company policy: **${policy.decision}**. ${asText(policy.reason)}`] : [];
  if (!found) return ours.length > 0 ? `## For your work\n\n${ours.join('\n\n')}` : undefined;
  const { own, use, distribution, verdict } = found;
  const duties = verdict.duties.map(duty => `- [ ] ${asText(duty)}`);
  return [
    `## For your work\n\nYour work: \`${own.expression}\` (${asText(own.place)}); the project is ${uses[use]}, your work is ${given[distribution]}.`,
    `**${verdictWords[verdict.verdict]}.** ${asText(verdict.reason)}`,
    ...(duties.length > 0 ? [`Duties:\n\n${duties.join('\n')}`] : []),
    ...ours,
  ].join('\n\n');
}

const verdictWords = {
  fits: 'The license fits',
  'fits-with-duties': 'The license fits, with duties',
  depends: 'It depends on the use',
  review: 'Someone has to review it',
  conflict: 'The licenses conflict',
  'no-right-found': 'No right to use was found',
} as const satisfies Record<LicenseVerdict['verdict'], string>;

function maintenance({ page: { repository, releases }, activity }: ProjectEvidence): string {
  const latest = releases.kind === 'found' ? releases.value[0] : undefined;
  const rows = [
    [
      'Last release',
      latest ? `${asText(latest.tag)}${latest.createdAt ? `, ${day(latest.createdAt)}` : ''}` : unknown(releases),
    ],
    [
      'Last push',
      repository.kind === 'found'
        ? repository.value.pushedAt
          ? day(repository.value.pushedAt)
          : 'unknown'
        : unknown(repository),
    ],
    ['State', repository.kind === 'found' ? repository.value.state : unknown(repository)],
    [
      'Commits in twelve months',
      activity.kind === 'found'
        ? `${activity.value.isComplete ? '' : 'at least '}${activity.value.commits}`
        : unknown(activity),
    ],
    [
      'Active authors',
      activity.kind === 'found' ? `${activity.value.authors} among the newest hundred commits` : unknown(activity),
    ],
    [
      'Newest commit',
      activity.kind === 'found' && activity.value.newestSha ? `\`${activity.value.newestSha}\`` : 'unknown',
    ],
  ];
  return `## Maintenance\n\n${table(['What', 'Found'], rows)}`;
}

function security({ security: part, page: { home } }: ProjectEvidence): string {
  const text =
    part.kind === 'found'
      ? `The repository has a file \`${part.value.path}\` that says how to report a vulnerability${home ? ` (<${home.url}>)` : ''}.`
      : unknown(part);
  return `## Reporting vulnerabilities\n\n${text}`;
}

/** One component: https://cyclonedx.org/docs/1.6/json/#components */
function component({ page: { name, facts, home, license: part, releases }, activity }: ProjectEvidence): object {
  const purl = facts.kind === 'found' ? facts.value.purls[0] : undefined;
  const latest = releases.kind === 'found' ? releases.value[0]?.tag : undefined;
  const commit = activity.kind === 'found' ? activity.value.newestSha : undefined;
  const version = latest ?? commit ?? undefined;
  const expression =
    part.kind === 'found' && part.value.expression !== 'NOASSERTION' ? part.value.expression : undefined;
  const vcs = home ? `git+${home.url}.git` : undefined;
  // No type of package URL is registered for Gitee: generic, with the address of the repository.
  const generic = vcs ? `pkg:generic/${encodeURIComponent(name)}?vcs_url=${encodeURIComponent(vcs)}` : undefined;
  return {
    type: 'library',
    name,
    ...(version === undefined ? {} : { version }),
    ...((purl ?? generic) ? { purl: purl ?? generic } : {}),
    ...(expression === undefined ? {} : { licenses: [{ expression }] }),
    ...(home ? { externalReferences: [{ type: 'vcs', url: home.url }] } : {}),
  };
}

function unknown(part: Part<unknown>): string {
  return part.kind === 'none' || part.kind === 'missing' ? asText(part.message) : 'unknown';
}

function day(time: string): string {
  return time.slice(0, 10);
}
