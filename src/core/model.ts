/** The words that the folders of the core share, under the name by which all of them know it. */
export type * from './model/index.ts';
