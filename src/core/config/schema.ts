import * as z from 'zod';
import { inEnglish, say } from '../sentences/index.ts';

const outside = say('must be a path inside the repository, without ..');
const noPurl = say('must be a package URL such as pkg:npm/moment');
const otherVersion = say('must be 1');
/** What the schema says of its own. */
export const configSentences = [outside, noPurl, otherVersion] as const;

/** Where a repository keeps it, below its root. */
export const configFile = '.gitee-scout/config.yaml';

/** A path inside the repository: what a file of it says must not lead elsewhere. */
const inside = z
  .string()
  .min(1)
  .max(500)
  .refine(path => !/^(?:[a-z]:|[\\/~])/i.test(path) && !path.split(/[\\/]/).includes('..'), {
    message: inEnglish(outside),
  });
const purl = z
  .string()
  .max(500)
  .regex(/^pkg:[a-z0-9.+-]+\/\S+$/, inEnglish(noPurl));
/** A colleague on Windows may have written `\\`, which globs take for something else; before a sign of globs it stays. */
const glob = z
  .string()
  .min(1)
  .max(500)
  .transform(pattern => pattern.replace(/\\(?![[\](){}!\\])/g, '/'));

const Config = z.strictObject({
  version: z.literal(1, { error: inEnglish(otherVersion) }).describe('Version of this format'),
  disabledEcosystems: z
    .array(z.string().max(50))
    .max(100)
    .default([])
    .describe('Ecosystems for which nothing is suggested'),
  ignoredPackages: z.array(purl).max(5000).default([]).describe('Package URLs for which nothing is suggested'),
  exclude: z.array(glob).max(500).default([]).describe('Glob patterns of manifests to leave out'),
  findings: z.array(inside).max(50).default(['.gitee-scout/findings']).describe('Folders with findings'),
  policy: inside.default('.gitee-scout/policy.yaml').describe('The license policy'),
  failOn: z.enum(['review', 'denied']).optional().describe('From which answer of the policy on a scan fails'),
});

export type Config = z.infer<typeof Config>;
export { Config as ConfigContent };

/** What holds where there is no such file. */
export const noConfig: Config = Config.parse({ version: 1 });

/** JSON Schema (draft 2020-12), for editors. */
export function configSchema(): object {
  return { title: 'Gitee Scout configuration', ...z.toJSONSchema(Config, { io: 'input' }) };
}
