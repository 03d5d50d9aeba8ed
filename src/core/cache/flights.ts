/** Work in progress by key: whoever asks for the same thing meanwhile gets the same answer. */
export interface Flights<T> {
  /**
   * Starts `work`, or joins what is under way under the same key. `work` is aborted only when everybody who waits for
   * it has left. Rejects with the signal's reason for the caller that left.
   */
  join(key: string, signal: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** How many are under way. */
  readonly size: number;
  /** Ends what is under way under keys that begin with `start`, all without; resolves when it has ended, well or badly. */
  abort(reason: unknown, start?: string): Promise<void>;
}

interface Flight<T> {
  readonly result: Promise<T>;
  readonly controller: AbortController;
  waiting: number;
}

export function createFlights<T>(): Flights<T> {
  const flights = new Map<string, Flight<T>>();

  function start(key: string, work: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const result = work(controller.signal);
    const flight: Flight<T> = { result, controller, waiting: 0 };
    flights.set(key, flight);
    const land = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    // Everybody may have left when it fails: then nobody is there to handle the rejection.
    result.then(land, land);
    return flight;
  }

  function leave(key: string, flight: Flight<T>, signal: AbortSignal): void {
    flight.waiting--;
    if (flight.waiting > 0) return;
    // Whoever comes now must start anew: this one is about to end without an answer.
    if (flights.get(key) === flight) flights.delete(key);
    flight.controller.abort(signal.reason);
  }

  return {
    get size() {
      return flights.size;
    },
    async join(key, signal, work) {
      signal?.throwIfAborted();
      const flight = flights.get(key) ?? start(key, work);
      flight.waiting++;
      if (!signal) return flight.result;
      return new Promise<T>((resolve, reject) => {
        const onAbort = () => {
          leave(key, flight, signal);
          reject(signal.reason);
        };
        signal.addEventListener('abort', onAbort, { once: true });
        const done = () => signal.removeEventListener('abort', onAbort);
        flight.result.then(
          value => {
            done();
            resolve(value);
          },
          error => {
            done();
            reject(error);
          },
        );
      });
    },
    async abort(reason, start = '') {
      const ended = [...flights].filter(([key]) => key.startsWith(start)).map(([, flight]) => flight);
      for (const { controller } of ended) controller.abort(reason);
      await Promise.allSettled(ended.map(({ result }) => result));
    },
  };
}
