import assert from 'node:assert/strict';
import type { PageReadme } from '../../src/core/projects/index.ts';
import { createTranslation } from '../../src/surfaces/page/translation.ts';
import type { Translations } from '../../src/surfaces/translations.ts';
import { silent } from '../core/projects/setting.ts';
import { wholeTranslation } from './whole-translation.ts';

const readme = (markdown: string): PageReadme => ({
  path: 'README.md',
  markdown,
  language: 'zh-Hans',
  version: 'original',
  others: [],
});

/** A translation of one page; `shown` is what a reader saw, one after the other. */
function play(own: Partial<Translations>) {
  const shown: (string | null)[] = [];
  const translation = createTranslation(
    {
      log: silent,
      translations: {
        engines: () => Promise.resolve([]),
        translate: () => Promise.reject(new Error('must not be asked')),
        remembered: () => Promise.reject(new Error('must not be asked')),
        correct: () => Promise.resolve(false),
        installFromFile: () => Promise.resolve(false),
        setMirror: () => Promise.resolve(),
        ...own,
      },
    },
    {
      changed: () => undefined,
      translated: ({ markdown }) => void shown.push(markdown),
      withdrawn: () => void shown.push(null),
      done: () => undefined,
    },
  );
  return { translation, shown };
}

const how = { engine: 'echo', codeComments: false };

describe('the translation of a README that its project changes', () => {
  it('becomes what is remembered of the new text, and asks no engine', async () => {
    let asked = 0;
    const { translation, shown } = play({
      translate: markdown => {
        asked += 1;
        return Promise.resolve(wholeTranslation(`English of ${markdown}`));
      },
      remembered: markdown =>
        Promise.resolve({ ...wholeTranslation(`Memory of ${markdown}`), missing: 1, untranslated: 1 }),
    });
    await translation.start(how, readme('一'), 'en');

    await translation.follow(readme('二'), 'en');

    assert.deepEqual(shown, ['English of 一', 'Memory of 二']);
    const state = translation.state();
    assert.ok(state.kind === 'done' && state.missing === 1);
    assert.equal(asked, 1);
  });

  it('is taken back where nothing of the new text is remembered', async () => {
    const { translation, shown } = play({
      translate: markdown => Promise.resolve(wholeTranslation(`English of ${markdown}`)),
      remembered: () => Promise.resolve(undefined),
    });
    await translation.follow(readme('一'), 'en');
    await translation.start(how, readme('一'), 'en');

    await translation.follow(readme('二'), 'en');

    assert.deepEqual(shown, ['English of 一', null]);
    assert.equal(translation.state().kind, 'idle');
  });

  it('goes on with the new text while it is being made', async () => {
    const ends: (() => void)[] = [];
    const { translation, shown } = play({
      translate: markdown =>
        new Promise(resolve => {
          ends.push(() => resolve(wholeTranslation(`English of ${markdown}`)));
        }),
    });
    const first = translation.start(how, readme('一'), 'en');

    const second = translation.follow(readme('二'), 'en');
    for (const end of ends) end();
    await Promise.all([first, second]);

    assert.deepEqual(shown, ['English of 二']);
    assert.equal(translation.state().kind, 'done');
  });

  it('is not drawn anew by what people say while it is being made', async () => {
    const ends: (() => void)[] = [];
    const { translation, shown } = play({
      translate: markdown =>
        new Promise(resolve => {
          ends.push(() => resolve(wholeTranslation(`English of ${markdown}`)));
        }),
    });
    const work = translation.start(how, readme('一'), 'en');

    assert.equal(await translation.renew(readme('一'), 'en'), false);
    for (const end of ends) end();
    await work;

    assert.deepEqual(shown, ['English of 一']);
  });
});
