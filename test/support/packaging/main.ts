/** Packages what stands in `dist/` as `gitee-scout-VERSION.vsix` in the project's folder. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { root } from '../vscode/folders.ts';
import { createLifetime } from '../vscode/lifetime.ts';
import { packExtension, stage } from './pack.ts';

const { name, version } = z
  .object({ name: z.string(), version: z.string() })
  .parse(JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')));
const lifetime = createLifetime();
const folder = lifetime.folder();
await stage(folder);
await packExtension(folder, path.join(root, `${name}-${version}.vsix`));
lifetime.end();
