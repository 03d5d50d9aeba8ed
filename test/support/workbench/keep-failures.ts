import type { Workbench } from './workbench.ts';

/** Keeps a picture of the window for every test of this suite that fails. */
export function keepFailures(current: () => Workbench | undefined): void {
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    const name = this.currentTest.fullTitle().replaceAll(/[^\w]+/g, '-');
    await current()?.picture(`failed-${name}`);
  });
}

/** For a suite whose tests go on where the one before left the window: after a failure the rest is not tried. */
export function stepByStep(): void {
  let failed = '';
  beforeEach(() => {
    if (failed !== '') throw new Error(`not tried, because this failed: ${failed}`);
  });
  afterEach(function () {
    if (this.currentTest?.state === 'failed') failed = this.currentTest.title;
  });
}
