import assert from 'node:assert/strict';
import { publisherAgreement } from '../../catalog/publisher-agreement.ts';
import type { Found } from '../../catalog/registries/index.ts';
import { publisher } from './sample.ts';

const house = {
  ...publisher('house', { name: { en: 'House of Doors', zh: '门之家' } }),
  evidence: [
    { facts: ['steward'], source: 'https://www.house.example/about', date: '2026-11-24', quote: 'by Ada Lovelace' },
  ],
};

describe('what a registry says of a package of a publisher', () => {
  const table: readonly (readonly [fact: string, record: Omit<Found, 'kind'>, result: string | undefined])[] = [
    ['agrees by its repository', { repository: 'git+https://github.com/House/door.git' }, 'agrees'],
    ['agrees by an address for ssh', { repository: 'git@github.com:house/door.git' }, 'agrees'],
    ['agrees by its pages', { links: ['https://house.github.io/door'] }, 'agrees'],
    [
      'agrees by its homepage beside a repository of others',
      { repository: 'https://github.com/x/y', links: ['https://github.com/house'] },
      'agrees',
    ],
    ['agrees by its author', { people: ['House of Doors <a@house.example>'] }, 'agrees'],
    ['agrees by a name in the evidence', { people: ['Ada Lovelace'] }, 'agrees'],
    ['agrees by the site of the evidence', { links: ['https://house.example/docs'] }, 'agrees'],
    ['differs by a repository of others', { repository: 'https://github.com/houses/door' }, 'differs'],
    ['agrees by an account that is called as it is', { repository: 'https://gitee.com/house/door' }, 'agrees'],
    ['leaves open what names nobody', { links: ['https://example.com/'] }, undefined],
    ['leaves open a short author who is somebody else', { people: ['A'] }, undefined],
  ];

  for (const [fact, record, result] of table) {
    it(fact, () => {
      const found = publisherAgreement(house, { kind: 'found', version: '1.0', ...record });

      assert.equal(found?.result, result);
    });
  }

  it('says that there is no such package', () => {
    assert.equal(publisherAgreement(house, { kind: 'missing' })?.result, 'missing');
  });

  it('is nothing where nobody answered', () => {
    assert.equal(publisherAgreement(house, { kind: 'no-answer', detail: 'no network' }), undefined);
  });
});
