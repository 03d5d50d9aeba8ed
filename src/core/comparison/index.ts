/** Several ways to do one job, side by side: facts only, each with its source and date, and where they differ. */
export { comparisonMarkdown } from './markdown.ts';
export type { Cell, Comparison, ComparisonColumn, ComparisonRow, PackageFacts, RowId } from './model.ts';
export { compare } from './rows.ts';
