import assert from 'node:assert/strict';
import { createFlights } from '../../../src/core/cache/index.ts';

describe('flights', () => {
  it('starts anew after a failure', async () => {
    const flights = createFlights<number>();

    await assert.rejects(
      flights.join('a', undefined, async () => {
        throw new Error('lost');
      }),
      /lost/,
    );

    assert.equal(await flights.join('a', undefined, async () => 2), 2);
  });

  it('refuses who comes with an aborted signal', async () => {
    const flights = createFlights<number>();
    const started: string[] = [];

    const late = flights.join('a', AbortSignal.abort(new Error('gone')), async () => started.push('a'));

    await assert.rejects(late, /gone/);
    assert.deepEqual(started, []);
  });

  it('starts anew for who comes after everybody left', async () => {
    const flights = createFlights<string>();
    const controller = new AbortController();
    const never = flights.join('a', controller.signal, () => new Promise(() => undefined));

    controller.abort(new Error('left'));
    await assert.rejects(never, /left/);

    assert.equal(await flights.join('a', undefined, async () => 'fresh'), 'fresh');
  });

  it('keeps a flight that somebody joined without a signal', async () => {
    const flights = createFlights<string>();
    const controller = new AbortController();
    const landing: { land?: (value: string) => void; signal?: AbortSignal } = {};
    const work = (signal: AbortSignal) =>
      new Promise<string>(resolve => {
        landing.land = resolve;
        landing.signal = signal;
      });
    const leaving = flights.join('a', controller.signal, work);
    const staying = flights.join('a', undefined, work);

    controller.abort(new Error('left'));
    await assert.rejects(leaving, /left/);
    landing.land?.('landed');

    assert.equal(landing.signal?.aborted, false);
    assert.equal(await staying, 'landed');
  });

  it('ends all when it is told to', async () => {
    const flights = createFlights<string>();
    const work = (signal: AbortSignal) =>
      new Promise<string>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    const waiting = flights.join('a', undefined, work);
    const ended = assert.rejects(waiting, /closing/);

    await flights.abort(new Error('closing'));

    await ended;
    assert.equal(flights.size, 0);
  });
});
