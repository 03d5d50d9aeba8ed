import * as z from 'zod';
import { parsePurl } from '../../catalog/index.ts';
import type { PackagePublisher } from '../../model.ts';
import { inEnglish, publisherSentence } from '../../sentences/index.ts';
import { suggest } from '../../suggestions/index.ts';
import type { Parts } from '../parts.ts';
import { type AssistantTool, answer, refused, tool } from '../tool.ts';

const Homes = z.object({ gitee: z.string().nullable(), github: z.string().nullable(), atomgit: z.string().nullable() });
const Publisher = z
  .object({
    name: z.string(),
    accounts: Homes.describe('Accounts, not repositories'),
    statement: z.string().describe('All that is known of its origin: say no more than this'),
    source: z.string().nullable(),
  })
  .nullable()
  .describe('Who publishes a package of Chinese origin that belongs to no project of the catalog; else null');
const Answer = z.object({
  packages: z.array(
    z.object({
      purl: z.string(),
      origin: z.enum(['chinese', 'other', 'unknown']),
      ignored: z.boolean().describe('True: people here decided that nothing is suggested for it. Respect that.'),
      publisher: Publisher,
      suggestions: z.array(
        z.object({
          project: z.string().describe('Id to give to get_project'),
          name: z.string(),
          relation: z.enum(['equivalent', 'complementary', 'same-project']),
          effort: z.enum(['drop-in', 'similar', 'rewrite']),
          reason: z.string(),
          capabilities: z.array(z.string()).readonly(),
          license: z.string().describe('SPDX expression, NOASSERTION when unknown'),
          homes: Homes,
          purls: z.array(z.string()).readonly(),
          verified: z.string().nullable().describe('Date on which a registry agreed; null while none was asked'),
        }),
      ),
    }),
  ),
});

/** `find_alternatives`: what the embedded catalog has for packages. Sends nothing anywhere. */
export function findAlternatives({ scout, ignored }: Parts): AssistantTool {
  return tool({
    name: 'find_alternatives',
    title: 'Find Chinese alternatives',
    description:
      'For packages (package URLs such as pkg:npm/moment or pkg:maven/group/artifact), name the Chinese open-source projects that do the same job or go well with them, with reason, effort and license. Works offline from a curated catalog; no package name leaves the machine. A package that is itself Chinese has its own project ("same-project") or its publisher, and nothing in its place. An origin of "unknown" or no suggestion means that the catalog has nothing: do not invent one.',
    input: z.object({
      purls: z.array(z.string().max(500)).min(1).max(100).describe('Package URLs, with or without version'),
    }),
    output: Answer,
    asksNetwork: false,
    call: async ({ purls }) => {
      const wrong = purls.find(purl => !/^pkg:[a-z0-9.+-]+\/[^\s?#]+$/.test(purl));
      if (wrong !== undefined) return refused(`Not a package URL: ${wrong}. Give one such as pkg:npm/moment.`);
      const [catalog, unwanted] = await Promise.all([scout.catalog(), ignored()]);
      const silent = new Set(unwanted.map(nameOf));
      return answer({
        packages: purls.map(purl => {
          const { origin, publisher, suggestions } = suggest(purl, catalog);
          const isIgnored = silent.has(nameOf(purl));
          return {
            purl,
            origin,
            ignored: isIgnored,
            publisher: publisher && !isIgnored ? factsOf(publisher) : null,
            suggestions: (isIgnored ? [] : suggestions).map(({ reasons: _, verified = null, ...suggestion }) => ({
              ...suggestion,
              verified,
            })),
          };
        }),
      });
    },
  });
}

function factsOf(publisher: PackagePublisher): z.infer<typeof Publisher> {
  const { name, gitee, github, atomgit, source } = publisher;
  return { name, accounts: { gitee, github, atomgit }, statement: inEnglish(publisherSentence(publisher)), source };
}

/** A package as it is compared: without a version, in its registry's own spelling. */
function nameOf(purl: string): string {
  const { ecosystem, name, registry } = parsePurl(purl) ?? { ecosystem: '', name: purl };
  return JSON.stringify([ecosystem, name, registry]);
}
