import { type LicenseExpression, parseExpression } from '../../../src/core/licenses/index.ts';

/**
 * Whether a reader could take the work as he takes one under plain licenses: all that applies is plain, or one of the
 * licenses to choose from is. `MIT OR LicenseRef-proprietary` is such an answer, `MIT AND LicenseRef-additional-terms` is none.
 */
export function takesNothingBack(expression: string): boolean {
  const parsed = parseExpression(expression);
  return parsed !== undefined && isPlain(parsed);
}

function isPlain(expression: LicenseExpression): boolean {
  if (expression.kind === 'license') return expression.id !== 'NOASSERTION' && !expression.id.startsWith('LicenseRef-');
  return expression.kind === 'or' ? expression.operands.some(isPlain) : expression.operands.every(isPlain);
}
