import { type Catalog, parsePurl } from '../catalog/index.ts';
import type { Suggestions } from '../model.ts';
import { complements } from './complements.ts';
import { equivalents } from './equivalents.ts';
import { sameProject } from './same-project.ts';
import type { SuggestOptions } from './suggest-options.ts';

/**
 * What the catalog has for a package. The first question is whether the package is itself of Chinese origin: then that is
 * said, with its project or else with who publishes it, and nothing is offered in its place. At most five equivalents and three complements, the best first.
 */
export function suggest(purl: string, catalog: Catalog, options: SuggestOptions = {}): Suggestions {
  const known = parsePurl(purl);
  if (!known) return { purl, origin: 'unknown', suggestions: [] };
  const own = catalog.byPurl(purl);
  if (own) return { purl, origin: 'chinese', suggestions: [sameProject(purl, own)] };
  const publisher = catalog.publisherOf(purl);
  if (publisher) return { purl, origin: 'chinese', publisher, suggestions: [] };
  const request = { purl, ecosystem: known.ecosystem, capabilities: catalog.capabilitiesOf(purl), catalog, options };
  if (catalog.isSilent(purl)) return { purl, origin: 'other', suggestions: [] };
  const found = equivalents(request);
  const besides = complements(request, new Set(found.map(({ project }) => project)));
  const suggestions = [...found, ...besides];
  const origin = request.capabilities.length > 0 || suggestions.length > 0 ? 'other' : 'unknown';
  return { purl, origin, suggestions };
}
