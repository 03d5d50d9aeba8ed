import { createFlights } from '../../cache/index.ts';
import { canceled, type Layer, type Reply } from '../request.ts';

/** One request under way per address; it is canceled only when everybody who waits for it has gone. */
export function coalescing(): Layer {
  const flights = createFlights<Reply>();
  return next => async request => {
    if (request.signal.aborted) return canceled;
    // What a person waits for must not join a request that the budget may refuse.
    const key = `${request.background} ${request.url.href} ${JSON.stringify(request.headers)}`;
    try {
      return await flights.join(key, request.signal, signal => next({ ...request, signal }));
    } catch (error) {
      if (request.signal.aborted) return canceled;
      throw error;
    }
  };
}
