import { z } from 'zod';
import type { RegistryAnswer } from './answer.ts';
import { askClient } from './client.ts';

/** Old packages write their license as an object, and old ones of several as a list of objects. */
const licenseField = z.union([z.string(), z.object({ type: z.string() }).transform(({ type }) => type)]);
const view = z.object({
  version: z.string(),
  license: licenseField.optional().catch(undefined),
  'repository.url': z.string().optional(),
});

export function askNpm(name: string): Promise<RegistryAnswer> {
  return askClient('npm', ['view', name, 'version', 'license', 'repository.url', '--json'], /E404/, text => {
    const answer: unknown = JSON.parse(text);
    // With one field only, npm prints its bare value.
    const { version, license, ...rest } = view.parse(typeof answer === 'string' ? { version: answer } : answer);
    return { kind: 'found', version, license, repository: rest['repository.url'] };
  });
}
