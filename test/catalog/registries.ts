/** What each registry's own client says of a package: whether it is there, its license, its repository. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);

/** What a registry says. `undefined` stands for a field that it does not have. */
export type RegistryAnswer =
  | { readonly kind: 'found'; readonly license?: string | undefined; readonly repository?: string | undefined }
  | { readonly kind: 'missing' }
  /** No client here, no network, or a refusal: says nothing of the package. */
  | { readonly kind: 'no-answer'; readonly detail: string };

/** Ecosystems that {@link askRegistry} can ask. */
export const askable = ['npm', 'pypi', 'maven', 'golang', 'cargo'] as const;

/** Asks one registry for one package, through its ordinary client. Never throws. */
export async function askRegistry(ecosystem: string, name: string): Promise<RegistryAnswer> {
  switch (ecosystem) {
    case 'npm':
      return npm(name);
    case 'pypi':
      return ask('pip', ['index', 'versions', name], /No matching distribution/, () => ({ kind: 'found' }));
    case 'maven':
      return maven(name);
    case 'golang':
      return ask('go', ['list', '-m', '-json', `${name}@latest`], /404 Not Found|unknown revision/, () => ({
        kind: 'found',
        repository: name.startsWith('github.com/') ? `https://${name.split('/').slice(0, 3).join('/')}` : undefined,
      }));
    case 'cargo':
      return ask('cargo', ['info', name], /could not find/, text => ({
        kind: 'found',
        license: /^license: (.+)$/m.exec(text)?.[1],
        repository: /^repository: (.+)$/m.exec(text)?.[1],
      }));
    default:
      return { kind: 'no-answer', detail: `no client for ${ecosystem}` };
  }
}

const npmView = z.union([
  z.object({ license: z.string().optional(), 'repository.url': z.string().optional() }),
  // With one field only, npm prints its bare value.
  z.string().transform(text => (/[:/]/.test(text) ? { 'repository.url': text } : { license: text })),
]);

function npm(name: string): Promise<RegistryAnswer> {
  return ask('npm', ['view', name, 'license', 'repository.url', '--json'], /E404/, text => {
    const view: z.infer<typeof npmView> = text.trim() === '' ? {} : npmView.parse(JSON.parse(text));
    return {
      kind: 'found',
      license: 'license' in view ? view.license : undefined,
      repository: 'repository.url' in view ? view['repository.url'] : undefined,
    };
  });
}

/** The client keeps no list of versions at hand: existence is all that one polite question tells. */
function maven(name: string): Promise<RegistryAnswer> {
  const artifact = `${name.replace('/', ':')}:LATEST:pom`;
  const options = ['-q', '-B', 'dependency:get', `-Dartifact=${artifact}`, '-Dtransitive=false'];
  return ask('mvn', options, /Could not find artifact|was not found in/, () => ({ kind: 'found' }));
}

async function ask(
  client: string,
  options: readonly string[],
  missing: RegExp,
  read: (text: string) => RegistryAnswer,
): Promise<RegistryAnswer> {
  try {
    const { stdout } = await run(client, [...options], { timeout: 60_000, maxBuffer: 4 * 1024 * 1024, cwd: '/' });
    return read(stdout);
  } catch (cause) {
    const { stdout = '', stderr = '', message = '' } = failure.parse(cause);
    const text = `${stdout}\n${stderr}\n${message}`;
    return missing.test(text) ? { kind: 'missing' } : { kind: 'no-answer', detail: lastLine(text) };
  }
}

const failure = z
  .looseObject({ stdout: z.string().optional(), stderr: z.string().optional(), message: z.string().optional() })
  .catch({});

function lastLine(text: string): string {
  return (
    text
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== '')
      .at(-1)
      ?.slice(0, 120) ?? ''
  );
}
