import { baseOf } from '../languages.ts';
import { englishModels } from './english-models.ts';
import { chineseEnglish, type ModelPackage } from './model-package.ts';

/** All models that can be had for the on-device engine. */
export const allModels: readonly ModelPackage[] = [chineseEnglish, ...englishModels];

/**
 * The models that lead from one language to another, in their order: one, or two over English. `undefined` when there is
 * no way. A way over English loses some meaning twice; it is all that exists from Chinese to other languages.
 */
export function modelChain(
  from: string,
  to: string,
  models: readonly ModelPackage[] = allModels,
): readonly [ModelPackage, ModelPackage?] | undefined {
  const find = (one: string, other: string) =>
    models.find(model => baseOf(model.from) === baseOf(one) && baseOf(model.to) === baseOf(other));
  const direct = find(from, to);
  if (direct) return [direct];
  const [first, second] = [find(from, 'en'), find('en', to)];
  return first && second ? [first, second] : undefined;
}
