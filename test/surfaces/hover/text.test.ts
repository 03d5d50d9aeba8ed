import assert from 'node:assert/strict';
import type { Project } from '../../../src/core/model.ts';
import { hoverCommands, hoverText } from '../../../src/surfaces/hover/text.ts';
import { dependency, publisher, suggestion } from '../samples.ts';

const project: Project = {
  id: 'antd',
  name: { en: 'Ant Design' },
  summary: { en: '', zh: '' },
  homes: [],
  license: 'MIT',
  purls: [],
  capabilities: [],
  form: 'library',
  steward: { name: 'Ant Group', kind: 'company' },
  status: 'active',
  documentation: [],
  reservations: [],
  evidence: [],
};
const facts = { project: () => undefined, capability: () => undefined, answer: () => undefined, canLookUp: true };

describe('the hover of a dependency', () => {
  it('has name, effort, license, reason and home of a suggestion', () => {
    const text = hoverText(dependency('moment', { suggestions: [suggestion()] }), 'file:///a', facts) ?? '';

    assert.match(text, /\*\*\[Day\\\.js\]\(command:giteeScout\.openProject\?/);
    assert.match(text, /similar use\\, code changes · MIT/);
    assert.match(text, /Both are date\\-time libraries\\\./);
    assert.match(text, /\[gitee\\\.com\\\/mirrors\\\/dayjs\]\(https:\/\/gitee\.com\/mirrors\/dayjs\)/);
  });

  it('says in words how the license goes with that of the workspace', () => {
    const answer = () =>
      ({
        own: { expression: 'MIT', place: 'LICENSE' },
        verdict: { verdict: 'conflict', reason: '', duties: [], sources: [] },
        policy: { decision: 'denied', reason: '', policy: '' },
      }) as const;

    const text = hoverText(dependency('a', { suggestions: [suggestion({ license: 'GPL-3.0-only' })] }), 'file:///a', {
      ...facts,
      answer,
    });

    assert.match(
      text ?? '',
      /GPL\\-3\\\.0\\-only \\\(conflicts with your license\\; against your company’s policy\\\)/,
    );
  });

  it('never calls an unknown license anything but unknown', () => {
    const text = hoverText(
      dependency('a', { suggestions: [suggestion({ license: 'NOASSERTION' })] }),
      'file:///a',
      facts,
    );

    assert.match(text ?? '', /license unknown/);
  });

  it('shows three suggestions and counts the rest', () => {
    const suggestions = ['a', 'b', 'c', 'd', 'e'].map(project => suggestion({ project, name: project }));

    const text = hoverText(dependency('x', { suggestions }), 'file:///a', facts) ?? '';

    assert.equal(text.match(/Save as finding/g)?.length, 3);
    assert.match(text, /\[2 more in the Suggestions view\]\(command:giteeScout\.suggestions\.focus\)/);
  });

  it('says how active the project is, and links what is documented with its source', () => {
    const reasons = [{ kind: 'documented', claim: 'x', source: 'https://day.js.org/' }] as const;

    const text = hoverText(dependency('moment', { suggestions: [suggestion({ reasons })] }), 'file:///a', {
      ...facts,
      project: id => ({ ...project, id, status: 'quiet' }),
    });

    assert.match(text ?? '', /MIT · quiet/);
    assert.match(text ?? '', /\[Source\]\(https:\/\/day\.js\.org\/\)/);
  });

  it('names who is behind a package of Chinese origin', () => {
    const own = suggestion({ relation: 'same-project', project: 'antd', name: 'Ant Design' });

    const text = hoverText(dependency('antd', { chinese: true, suggestions: [own] }), 'file:///a', {
      ...facts,
      project: () => project,
    });

    assert.match(text ?? '', /antd is itself of Chinese origin\\\. Behind it\\: Ant Group\\\./);
  });

  it('says who publishes a package that the catalog knows no more of, and offers to look it up', () => {
    const own = dependency('door', { chinese: true, publisher: publisher() });

    const text = hoverText(own, 'file:///a', facts) ?? '';

    assert.match(text, /\*\*Published by House \\\(China\\\)\\\.\*\*/);
    assert.match(text, /has no entry for this project\\, and suggests nothing in its place/);
    assert.match(
      text,
      /\[gitee\\\.com\\\/house\]\(https:\/\/gitee\.com\/house\) · \[Source\]\(https:\/\/example\.org\/\)/,
    );
    assert.match(text, /\[Look Up door on Gitee\]\(command:giteeScout\.lookUpDependency\?/);
    assert.match(text, /\[Ignore door here\]/);
  });

  it('claims no account on Gitee where none is known, and offers no search where searches are off', () => {
    const own = dependency('door', { chinese: true, publisher: publisher({ gitee: null, github: 'house' }) });

    const text = hoverText(own, 'file:///a', { ...facts, canLookUp: false }) ?? '';

    assert.match(text, /\[github\\\.com\\\/house\]/);
    assert.doesNotMatch(text, /gitee\.com|on Gitee/i);
  });

  it('links to no command but its own, whatever the texts say', () => {
    const hostile = suggestion({
      name: '[x](command:workbench.action.quit)',
      reason: '](command:workbench.action.quit) <a href="command:workbench.action.quit">y</a>',
      homes: { gitee: 'a/b) [z](command:workbench.action.quit', github: null, atomgit: null },
    });

    const text = hoverText(dependency('a](command:x)', { suggestions: [hostile] }), 'file:///a) b', facts) ?? '';

    const links = [...text.matchAll(/(?<!\\)\]\((?<address>[^)]*)\)/g)].map(({ groups }) => groups?.address ?? '');
    assert.ok(links.length > 0);
    for (const link of links) {
      const [command = ''] = link.replace(/^command:/, '').split('?');
      assert.ok(link.startsWith('https://gitee.com/') || hoverCommands.includes(command), link);
    }
  });

  it('is absent when there is nothing to say', () => {
    assert.equal(hoverText(dependency('a'), 'file:///a', facts), undefined);
  });
});
