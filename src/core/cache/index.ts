export type { Ages, Cache, CacheOptions, Load, Loaded, Rule, Served } from './cache.ts';
export { openCache } from './cache.ts';
export type { Flights } from './flights.ts';
export { createFlights } from './flights.ts';
