import type { Ecosystem } from '../model.ts';

/** How a package is named or asked for in its ecosystem. */
export interface Coordinate {
  readonly purl: string;
  readonly ecosystem: Ecosystem;
  /** The ecosystem as people call it. */
  readonly label: string;
  /** What to type or paste: a command where the ecosystem has one, else the coordinates. */
  readonly text: string;
}

interface Form {
  readonly label: string;
  readonly text: (namespace: string, name: string) => string;
}

const slashed = (namespace: string, name: string): string => (namespace ? `${namespace}/${name}` : name);
const command =
  (start: string) =>
  (namespace: string, name: string): string =>
    `${start} ${slashed(namespace, name)}`;
const colon = (namespace: string, name: string): string => `${namespace}:${name}`;

/** Commands as the ecosystems' own manuals give them; without a version, which the tool then picks itself. */
const forms = {
  npm: { label: 'npm', text: command('npm install') },
  jsr: { label: 'JSR', text: command('npx jsr add') },
  pypi: { label: 'PyPI', text: command('pip install') },
  conda: { label: 'conda', text: command('conda install') },
  maven: { label: 'Maven', text: colon },
  clojars: { label: 'Clojars', text: colon },
  golang: { label: 'Go', text: command('go get') },
  cargo: { label: 'crates.io', text: command('cargo add') },
  nuget: { label: 'NuGet', text: command('dotnet add package') },
  composer: { label: 'Packagist', text: command('composer require') },
  gem: { label: 'RubyGems', text: command('bundle add') },
  pub: { label: 'pub.dev', text: command('dart pub add') },
  docker: {
    label: 'Docker',
    text: (namespace, name) => `docker pull ${slashed(namespace.replace(/^library$/, ''), name)}`,
  },
  ohpm: { label: 'OpenHarmony', text: command('ohpm install') },
  conan: { label: 'Conan', text: slashed },
  vcpkg: { label: 'vcpkg', text: command('vcpkg add port') },
  cocoapods: { label: 'CocoaPods', text: (_, name) => `pod '${name}'` },
  hex: { label: 'Hex', text: slashed },
  helm: { label: 'Helm', text: slashed },
  platformio: { label: 'PlatformIO', text: command('pio pkg install --library') },
  idf: { label: 'ESP-IDF', text: command('idf.py add-dependency') },
} as const satisfies Partial<Record<Ecosystem, Form>>;

/** Reads a package URL's type, namespace and name. A damaged one gives `undefined`. */
export function coordinate(purl: string): Coordinate | undefined {
  const [, ecosystem = '', rest = ''] = /^pkg:([a-z]+)\/([^@?#]+)/.exec(purl) ?? [];
  const form = isKnown(ecosystem) ? forms[ecosystem] : undefined;
  if (!form || !isKnown(ecosystem)) return undefined;
  const segments = decode(rest);
  const name = segments?.at(-1);
  if (!segments || !name) return undefined;
  return { purl, ecosystem, label: form.label, text: form.text(segments.slice(0, -1).join('/'), name) };
}

/** The coordinates of a project's packages, in the order given. */
export function coordinates(purls: readonly string[]): readonly Coordinate[] {
  return purls.map(coordinate).filter(each => each !== undefined);
}

function isKnown(ecosystem: string): ecosystem is keyof typeof forms {
  return Object.hasOwn(forms, ecosystem);
}

/** Only names that cannot mean anything else in a shell: the text is pasted into one. */
function decode(rest: string): readonly string[] | undefined {
  try {
    const decoded = decodeURIComponent(rest);
    return /^[\w@./+-]+$/.test(decoded) ? decoded.split('/') : undefined;
  } catch {
    return undefined;
  }
}
