import assert from 'node:assert/strict';
import { type Cache, type Loaded, openCache, type Rule } from '../../../src/core/cache/index.ts';
import type { Failure } from '../../../src/core/model.ts';
import { recordedLog, type TurnableClock, turnableClock } from '../../support/gitee/doubles.ts';

const rule: Rule<string> = {
  softAge: 1000,
  hardAge: 10_000,
  read: stored => (typeof stored === 'string' ? stored : undefined),
};
const down: Failure = { kind: 'unreachable', message: 'down' };
const lost: Loaded<string> = { kind: 'failed', failure: down };

/** An origin that gives these in turn, the last one for good. */
function origin(...answers: readonly Loaded<string>[]) {
  const asked: (string | undefined)[] = [];
  const load = async (validator: string | undefined): Promise<Loaded<string>> => {
    asked.push(validator);
    return answers[Math.min(asked.length, answers.length) - 1] ?? lost;
  };
  return { asked, load };
}

const fresh = (value: string): Loaded<string> => ({ kind: 'fresh', value });

describe('cache', () => {
  const at: { cache: Cache; clock: TurnableClock } = { cache: openMemory(turnableClock()), clock: turnableClock() };

  function openMemory(clock: TurnableClock): Cache {
    return openCache({ clock, log: recordedLog() });
  }

  beforeEach(() => {
    at.clock = turnableClock();
    at.cache = openMemory(at.clock);
  });

  it('asks once and serves the rest', async () => {
    const { asked, load } = origin(fresh('a'));
    await at.cache.through('key', rule, load);
    at.clock.turn(999);

    const served = await at.cache.through('key', rule, load);

    assert.deepEqual(served, { kind: 'served', value: 'a', age: 999, stale: false, failure: undefined });
    assert.equal(asked.length, 1);
  });

  it('asks once for many at the same time', async () => {
    const { asked, load } = origin(fresh('a'));

    await Promise.all(Array.from({ length: 50 }, () => at.cache.through('key', rule, load)));

    assert.equal(asked.length, 1);
  });

  it('serves what is past its soft age at once, and has the new one next time', async () => {
    const { load } = origin(fresh('old'), fresh('new'));
    await at.cache.through('key', rule, load);
    at.clock.turn(1000);

    const first = await at.cache.through('key', rule, load);
    await new Promise(setImmediate);
    const second = await at.cache.through('key', rule, load);

    assert.equal(first.kind === 'served' && first.value, 'old');
    assert.equal(first.kind === 'served' && first.stale, true);
    assert.equal(second.kind === 'served' && second.value, 'new');
    assert.equal(second.kind === 'served' && second.stale, false);
  });

  it('asks first when told to refresh', async () => {
    const { load } = origin(fresh('old'), fresh('new'));
    await at.cache.through('key', rule, load);

    const served = await at.cache.through('key', rule, load, { refresh: true });

    assert.equal(served.kind === 'served' && served.value, 'new');
  });

  it('serves the old one with the reason when a refresh fails', async () => {
    const { load } = origin(fresh('old'), lost);
    await at.cache.through('key', rule, load);
    at.clock.turn(5000);

    const served = await at.cache.through('key', rule, load, { refresh: true });

    assert.deepEqual(served, { kind: 'served', value: 'old', age: 5000, stale: true, failure: down });
  });

  it('serves nothing past its hard age', async () => {
    const { load } = origin(fresh('old'), lost);
    await at.cache.through('key', rule, load);
    at.clock.turn(10_000);

    assert.deepEqual(await at.cache.through('key', rule, load), { kind: 'failed', failure: down });
  });

  it('never keeps a failure', async () => {
    const { asked, load } = origin(lost, fresh('a'));
    await at.cache.through('key', rule, load);

    const served = await at.cache.through('key', rule, load);

    assert.equal(served.kind === 'served' && served.value, 'a');
    assert.equal(asked.length, 2);
  });

  it('keeps a short-lived answer for its own time only', async () => {
    const { asked, load } = origin({ kind: 'fresh', value: 'none', ages: { softAge: 10, hardAge: 20 } }, fresh('a'));
    await at.cache.through('key', rule, load);
    at.clock.turn(20);

    const served = await at.cache.through('key', rule, load);

    assert.equal(served.kind === 'served' && served.value, 'a');
    assert.equal(asked.length, 2);
  });

  it('asks with the validator, and starts the age anew when nothing changed', async () => {
    const { asked, load } = origin({ kind: 'fresh', value: 'a', validator: '"1"' }, { kind: 'unchanged' });
    await at.cache.through('key', rule, load);
    at.clock.turn(900);

    await at.cache.through('key', rule, load, { refresh: true });
    at.clock.turn(900);
    const served = await at.cache.through('key', rule, load);

    assert.deepEqual(asked, [undefined, '"1"']);
    assert.deepEqual(served, { kind: 'served', value: 'a', age: 900, stale: false, failure: undefined });
  });

  it('asks again for what this version cannot read, and without its validator', async () => {
    await at.cache.put('key', { another: 'shape' }, rule);
    const { asked, load } = origin(fresh('a'));

    const served = await at.cache.through('key', rule, load);

    assert.equal(served.kind === 'served' && served.value, 'a');
    assert.deepEqual(asked, [undefined]);
  });

  it('survives "unchanged" about something that it does not have', async () => {
    const { load } = origin({ kind: 'unchanged' });

    assert.equal((await at.cache.through('key', rule, load)).kind, 'failed');
  });

  it('looks without asking', async () => {
    assert.equal(await at.cache.peek('key', rule), undefined);
    await at.cache.put('key', 'a', rule);

    assert.deepEqual(await at.cache.peek('key', rule), {
      kind: 'served',
      value: 'a',
      age: 0,
      stale: false,
      failure: undefined,
    });
  });

  it('forgets everything when cleared', async () => {
    await at.cache.put('key', 'a', rule);

    await at.cache.clear();

    assert.equal(await at.cache.peek('key', rule), undefined);
    assert.equal(await at.cache.bytes(), 0);
  });

  describe('when the clock is turned', () => {
    it('takes a little back as the same moment', async () => {
      await at.cache.put('key', 'a', rule);
      at.clock.turn(-1000);

      const served = await at.cache.peek('key', rule);

      assert.equal(served?.kind === 'served' && served.age, 0);
    });

    it('takes much back as due, and still serves it', async () => {
      await at.cache.put('key', 'a', rule);
      at.clock.turn(-86_400_000);
      const { asked, load } = origin(fresh('b'));

      const served = await at.cache.through('key', rule, load);

      assert.equal(served.kind === 'served' && served.stale, true);
      assert.equal(asked.length, 1);
    });
  });

  it('lets a caller leave, and ends what nobody waits for', async () => {
    const controller = new AbortController();
    const ended: boolean[] = [];
    const left = at.cache.through('key', rule, (_, signal) => hang(signal, ended), { signal: controller.signal });
    await new Promise(setImmediate);

    controller.abort(new Error('left'));

    await assert.rejects(left, /left/);
    assert.deepEqual(ended, [true]);
  });

  it('ends what is under way when it closes', async () => {
    const ended: boolean[] = [];
    const waiting = at.cache.through('key', rule, (_, signal) => hang(signal, ended));
    const rejected = assert.rejects(waiting);
    await new Promise(setImmediate);

    await at.cache.close();

    await rejected;
    assert.deepEqual(ended, [true]);
  });
});

function hang(signal: AbortSignal, ended: boolean[]): Promise<Loaded<string>> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      ended.push(true);
      reject(signal.reason);
    });
  });
}
