import path from 'node:path';
import {
  checkLicense,
  compareLicenses,
  isHarmlessAddition,
  isLicenseExpression,
  textOfBytes,
} from '../../core/licenses/index.ts';
import type { Distribution, LicenseUse } from '../../core/model.ts';
import type { Context } from '../context.ts';
import { usageError } from '../errors.ts';
import { json, plain } from '../terminal.ts';
import { readBoundedBytes } from '../walk.ts';

/** License files are short; what is much larger is none. Bytes. */
const largestLicense = 16 * 1024 * 1024;

/** `license identify`: which licenses files hold. */
export async function identifyFiles({ scout, terminal, options }: Context, files: readonly string[]): Promise<void> {
  const licenses = await scout.licenses();
  const answers = await Promise.all(
    files.map(async file => {
      const bytes = await readBoundedBytes(path.resolve(file), largestLicense);
      if (bytes === undefined) throw usageError(`Cannot read ${file}: give a text file of at most 16 MB.`);
      // UTF-16 and GBK are read too; in what is no text nothing can be identified.
      return { file, ...licenses.identify(textOfBytes(bytes) ?? '') };
    }),
  );
  const lines = answers.map(({ file, expression, confidence, additions }) =>
    [
      `${file}: ${expression} (confidence: ${confidence})`,
      ...additions
        .filter(({ kind }) => !isHarmlessAddition(kind))
        .map(
          ({ kind, text, gist }) =>
            `  plus, ${kind}: ${text}${gist === undefined ? '' : ` (in English, roughly: ${gist})`}`,
        ),
    ].join('\n'),
  );
  terminal.write(options.json ? json(answers) : plain(`${lines.join('\n')}\n`));
}

export interface CheckOptions {
  readonly inbound: string;
  readonly outbound: string;
  readonly use: LicenseUse;
  readonly distribution: Distribution;
  readonly modified: boolean;
}

/** `license check`: may a component under one license go into a work under another? */
export async function checkLicenses(
  { terminal, options }: Context,
  { inbound, outbound, use, distribution, modified }: CheckOptions,
): Promise<void> {
  refuseOthers([inbound, outbound]);
  // Who states the inbound license on the command line vouches for it.
  const verdict = checkLicense({ inbound, outbound, use, distribution, modified, confidence: 'high' });
  const lines = [
    `${verdict.verdict}: ${verdict.reason}`,
    ...verdict.duties.map(duty => `  - ${duty}`),
    ...verdict.sources.map(source => `  Source: ${source}`),
    'No legal advice.',
  ];
  terminal.write(options.json ? json(verdict) : plain(`${lines.join('\n')}\n`));
}

export interface CompareOptions extends Omit<CheckOptions, 'inbound'> {
  readonly candidate: string;
  readonly current: string;
}

/** `license compare`: what changes when a component under one license takes the place of one under another? */
export async function compareFor(
  { terminal, options }: Context,
  { candidate, current, ...situation }: CompareOptions,
): Promise<void> {
  refuseOthers([candidate, current, situation.outbound]);
  const vouched = (expression: string) => ({ expression, confidence: 'high' }) as const;
  const compared = compareLicenses(vouched(candidate), vouched(current), situation);
  const { duties } = compared;
  const lines = [
    `${candidate}: ${compared.candidate.verdict}: ${compared.candidate.reason}`,
    `${current}: ${compared.current.verdict}: ${compared.current.reason}`,
    `Fits better: ${{ candidate, current, same: 'neither' }[compared.better]}`,
    ...compared.differences.map(difference => `  ${difference}`),
    ...duties.onlyCandidate.map(duty => `  + ${duty}`),
    ...duties.onlyCurrent.map(duty => `  - ${duty}`),
    ...duties.both.map(duty => `  = ${duty}`),
    'No legal advice.',
  ];
  terminal.write(options.json ? json(compared) : plain(`${lines.join('\n')}\n`));
}

function refuseOthers(expressions: readonly string[]): void {
  for (const expression of expressions) {
    if (expression !== 'proprietary' && !isLicenseExpression(expression)) {
      throw usageError(`Not an SPDX license expression: ${expression}. See https://spdx.org/licenses/ for the ids.`);
    }
  }
}
