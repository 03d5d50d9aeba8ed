import type { Finding } from '../../../src/core/model.ts';

/** A finding under MIT that nobody has changed since it was saved. */
export function sampleFinding(id: string, facts: Partial<Finding> = {}): Finding {
  return {
    id,
    name: id,
    homes: [],
    status: 'candidate',
    note: '',
    tags: [],
    license: 'MIT',
    replaces: [],
    links: [],
    history: [],
    savedAt: '2026-01-01T00:00:00Z',
    changedAt: '2026-01-01T00:00:00Z',
    ...facts,
  };
}
