export { linkAddress, type RepositoryBase } from './addresses.ts';
export { type ChosenReadme, chooseReadme, type ReadmeSource } from './choose.ts';
export { containsHan, countHan } from './han.ts';
export { detectLanguage, isSameLanguage } from './language.ts';
export { headingAnchors, type RenderedMarkdown, type RenderOptions, renderMarkdown } from './render.ts';
export { type SplicedMarkdown, type SpliceOptions, spliceMarkdown } from './splice.ts';
export { type SplitMarkdown, type SplitOptions, splitMarkdown } from './split.ts';
export type { Context, Passage, Role, Token } from './tokens.ts';
export type { WrittenPiece } from './write.ts';
