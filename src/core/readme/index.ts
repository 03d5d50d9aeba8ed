export { linkAddress, type RepositoryBase } from './addresses.ts';
export { type ChosenReadme, chooseReadme, type ReadmeSource } from './choose.ts';
export { detectLanguage, isSameLanguage } from './language.ts';
export { headingAnchors, type RenderedMarkdown, type RenderOptions, renderMarkdown } from './render.ts';
