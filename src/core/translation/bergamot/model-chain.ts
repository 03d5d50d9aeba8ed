import { isTraditionalChinese } from '../../readme/index.ts';
import { baseOf } from '../languages.ts';
import { englishModels } from './english-models.ts';
import { chineseEnglish, type ModelPackage, traditionalChineseEnglish } from './model-package.ts';

/** All models that can be had for the on-device engine. */
export const allModels: readonly ModelPackage[] = [chineseEnglish, traditionalChineseEnglish, ...englishModels];

/**
 * The models that lead from one language to another, in their order: one, or two over English. `undefined` when there is
 * no way. A way over English loses some meaning twice; it is all that exists from Chinese to other languages.
 */
export function modelChain(
  from: string,
  to: string,
  models: readonly ModelPackage[] = allModels,
): readonly [ModelPackage, ModelPackage?] | undefined {
  const find = (one: string, other: string) => models.find(model => isForm(model.from, one) && isForm(model.to, other));
  const direct = find(from, to);
  if (direct) return [direct];
  const [first, second] = [find(from, 'en'), find('en', to)];
  return first && second ? [first, second] : undefined;
}

/** The scripts of Chinese have models of their own: what is trained on one knows half the letters of the other. */
export function isForm(model: string, tag: string): boolean {
  return baseOf(model) === baseOf(tag) && isTraditionalChinese(model) === isTraditionalChinese(tag);
}
