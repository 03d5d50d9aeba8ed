import type { Context } from '../context.ts';
import { usageError } from '../errors.ts';
import { json } from '../terminal.ts';

/** `schema`: the JSON Schema of what `--json` prints, or of a file that people write. */
export async function printSchema({ terminal }: Context, name: string | undefined): Promise<void> {
  const { schemas } = await import('../schemas.ts');
  if (name === undefined) return terminal.write(`${[...schemas.keys()].join('\n')}\n`);
  const schema = schemas.get(name);
  if (!schema) throw usageError(`No schema of that name: ${name}. There are ${[...schemas.keys()].join(', ')}.`);
  terminal.write(json(await schema()));
}
