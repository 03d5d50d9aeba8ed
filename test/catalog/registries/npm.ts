import { z } from 'zod';
import type { RegistryAnswer } from './answer.ts';
import { askClient } from './client.ts';

/** Old packages write their license as an object, and old ones of several as a list of objects. */
const licenseField = z.union([z.string(), z.object({ type: z.string() }).transform(({ type }) => type)]);
const person = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const view = z.object({
  version: z.string(),
  license: licenseField.optional().catch(undefined),
  'repository.url': z.string().optional(),
  homepage: z.string().optional().catch(undefined),
  'bugs.url': z.string().optional().catch(undefined),
  author: person.optional().catch(undefined),
});

export function askNpm(name: string): Promise<RegistryAnswer> {
  const fields = ['version', 'license', 'repository.url', 'homepage', 'bugs.url', 'author'];
  return askClient('npm', ['view', name, ...fields, '--json'], /E404/, text => {
    const answer: unknown = JSON.parse(text);
    // With one field only, npm prints its bare value.
    const { version, license, homepage, author, ...rest } = view.parse(
      typeof answer === 'string' ? { version: answer } : answer,
    );
    const links = [homepage, rest['bugs.url']].flatMap(link => link ?? []);
    return {
      kind: 'found',
      version,
      license,
      repository: rest['repository.url'],
      links,
      people: [author].flat().flatMap(each => each ?? []),
    };
  });
}
