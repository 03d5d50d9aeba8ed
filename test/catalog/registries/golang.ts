import { z } from 'zod';
import type { RegistryAnswer } from './answer.ts';
import { askClient } from './client.ts';

const moduleRecord = z.object({ Version: z.string(), Dir: z.string().optional() });

/** Modules name no license: their text says it. The path names the repository. */
export function askGo(name: string): Promise<RegistryAnswer> {
  const missing = /404 Not Found|unknown revision|no matching versions/;
  return askClient('go', ['mod', 'download', '-json', `${name}@latest`], missing, text => {
    const { Version: version, Dir: folder } = moduleRecord.parse(JSON.parse(text));
    const repository = /^(?:github|gitee)\.com\//.test(name)
      ? `https://${name.split('/').slice(0, 3).join('/')}`
      : undefined;
    return { kind: 'found', version, repository, folder };
  });
}
