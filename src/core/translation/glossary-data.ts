import type { GlossaryEntry } from './glossary.ts';
export const names: readonly GlossaryEntry[] = [];
export const terms: readonly GlossaryEntry[] = [];
export const phrases: readonly GlossaryEntry[] = [];
