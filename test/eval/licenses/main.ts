/**
 * How well license files are identified: `npm run eval:licenses [-- FILE]`, by the labels of `labels.json` unless another
 * file beside it is named. Exit code 1 when a limit is missed.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { compileLicenseIndex } from '../../../src/core/licenses/compile.ts';
import { openLicenses, parseExpression, termsOf, textOfBytes } from '../../../src/core/licenses/index.ts';
import { takesNothingBack } from '../../core/licenses/takes-nothing-back.ts';
import { openDice } from './dice.ts';
import { fetchFiles, type Label } from './fetch.ts';

const Labels = z.array(
  z.object({
    package: z.string(),
    file: z.string(),
    sha256: z.string(),
    expression: z.array(z.string()),
    chinese: z.boolean(),
    note: z.string().optional(),
  }),
);

const limits = { right: 0.97, dangerous: 0, overcautious: 0.01 };

const labels = Labels.parse(
  JSON.parse(await readFile(new URL(process.argv[2] ?? 'labels.json', import.meta.url), 'utf8')),
);
const files = await fetchFiles(labels);
const { identify } = openLicenses(await compileLicenseIndex());
const dice = await openDice();

const ours = measure('Gitee Scout', text => identify(text).expression, true);
measure('Dice 0.98, in the manner of licensee', dice, false);

const { right, dangerous, overcautious } = ours;
const missed = right < limits.right || dangerous > limits.dangerous || overcautious > limits.overcautious;
process.exitCode = missed || files.size < labels.length * 0.94 ? 1 : 0;

function measure(name: string, answerOf: (text: string) => string, tell: boolean) {
  const results = [...files].map(([label, bytes]) => {
    const answer = answerOf(textOfBytes(bytes) ?? '');
    return { label, answer, ...grade(label, answer) };
  });
  const share = (test: (one: (typeof results)[number]) => boolean) => results.filter(test).length / results.length;
  const plain = results.filter(({ label }) => !isCustom(label));
  const figures = {
    right: share(one => one.isRight),
    dangerous: results.filter(({ isDangerous }) => isDangerous).length,
    overcautious: plain.filter(({ isOvercautious }) => isOvercautious).length / plain.length,
  };
  console.log(
    `${name}: ${results.length} files (${results.filter(({ label }) => label.chinese).length} of Chinese projects), ` +
      `right ${(100 * figures.right).toFixed(1)} %, changed or limited taken for plain ${figures.dangerous}, ` +
      `plain not taken for plain ${(100 * figures.overcautious).toFixed(1)} %`,
  );
  for (const { label, answer } of tell ? results.filter(({ isRight }) => !isRight) : []) {
    console.log(`  ${label.package} ${label.file}: ${answer} instead of ${label.expression.join(' or ')}`);
  }
  return figures;
}

function grade(label: Label, answer: string) {
  const isPlain = takesNothingBack(answer);
  if (isCustom(label)) return { isRight: !isPlain, isDangerous: isPlain, isOvercautious: false };
  const isRight = label.expression.some(expected => normal(expected) === normal(answer));
  return { isRight, isDangerous: false, isOvercautious: !isRight && !isPlain };
}

function isCustom({ expression }: Label): boolean {
  return expression.includes('custom');
}

/** The order of operands does not matter. */
function normal(expression: string): string {
  const parsed = parseExpression(expression);
  if (!parsed) return expression;
  const ids = termsOf(parsed).map(({ id, exception }) => `${id} ${exception ?? ''}`);
  return `${parsed.kind} ${[...new Set(ids)].sort().join(',')}`;
}
