/** What to run to learn the latest version of a package: nothing in it comes from elsewhere but the checked name. */
export interface Question {
  readonly program: string;
  readonly parameters: readonly string[];
  /** Files to put into an empty folder, in which the program then runs; without any it runs where the manifest lies. */
  readonly files?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** Longest wait, ms. */
  readonly patience: number;
  /** The version in what the program says. */
  readonly read: (answer: string) => string | undefined;
  /** The license as it is stated there, where the program says it. */
  readonly license?: (answer: string) => string | undefined;
  /** ISO date of that version, where the program says it. */
  readonly releasedAt?: (answer: string) => string | undefined;
}

/** A registry that does not answer is not waited for longer, ms. */
const usual = 15_000;
/** Maven first fetches the plug-in that answers. */
const withDownload = 90_000;

const version = String.raw`v?\d[\w.+-]*`;
const npmName = /^(@[\w-][\w.-]*\/)?[\w][\w.-]*$/;
const plainName = /^[A-Za-z0-9][\w.-]*$/;
const goName = /^[A-Za-z0-9][\w.-]*(\/[\w~][\w.~-]*)+$/;
const mavenName = /^([A-Za-z0-9][\w.-]*)\/([A-Za-z0-9][\w.-]*)$/;

/**
 * How to ask for the latest version of a package: through the user's own package manager, with its settings and its
 * sign-in. The first that is installed answers; none for names that are no names of the ecosystem, so that nothing in a
 * name can become an option or a second command.
 */
export function questionsFor(ecosystem: string, name: string): readonly Question[] {
  switch (ecosystem) {
    case 'npm':
      return npmName.test(name) ? [ask('npm', ['view', '--json', '--', name, 'version'])] : [];
    case 'pypi': {
      const parameters = ['index', 'versions', '--disable-pip-version-check', '--', name];
      // `name (1.2.3)` comes first: https://pip.pypa.io/en/stable/cli/pip_index/
      const read = (answer: string) => first(answer, String.raw`\((${version})\)`);
      return plainName.test(name) ? ['pip', 'pip3'].map(program => ask(program, parameters, { read })) : [];
    }
    case 'cargo': {
      const read = (answer: string) => first(answer, `^version: (${version})`);
      const license = (answer: string) => first(answer, '^license: ([^\\r\\n]{1,200})$');
      const parameters = ['info', '--color', 'never', '--', name];
      return plainName.test(name) ? [ask('cargo', parameters, { read, license })] : [];
    }
    case 'golang': {
      const template = '{{println .Version}}{{with .Time}}{{.Format "2006-01-02"}}{{end}}';
      const parameters = ['list', '-m', '-f', template, `${name}@latest`];
      const releasedAt = (answer: string) => first(answer, String.raw`^(\d{4}-\d\d-\d\d)\s*$`);
      // A vendored module would only know its own: https://go.dev/ref/mod#build-commands
      const environment = { GOFLAGS: '-mod=mod' };
      return goName.test(name) ? [ask('go', parameters, { environment, releasedAt })] : [];
    }
    case 'nuget': {
      const parameters = ['package', 'search', name, '--exact-match', '--format', 'json', '--verbosity', 'minimal'];
      const read = (answer: string) =>
        answer
          .match(/"version":\s*"(\d[\w.+-]*)"/gi)
          ?.at(-1)
          ?.match(/\d[\w.+-]*/)?.[0];
      return plainName.test(name) ? [ask('dotnet', parameters, { read })] : [];
    }
    case 'maven':
      return mavenQuestion(name);
    default:
      return [];
  }
}

/** Maven answers only about a project: one in an empty folder that depends on the package in a version that is too old. */
function mavenQuestion(name: string): readonly Question[] {
  const [, group, artifact] = mavenName.exec(name) ?? [];
  if (!group || !artifact) return [];
  const pom = `<project><modelVersion>4.0.0</modelVersion><groupId>local</groupId><artifactId>question</artifactId><version>1</version><packaging>pom</packaging><dependencies><dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>0.0.0</version></dependency></dependencies></project>`;
  const goal = 'org.codehaus.mojo:versions-maven-plugin:2.18.0:display-dependency-updates';
  const unstable = String.raw`-Dmaven.version.ignore=(?i).*[.-](alpha|beta|rc|cr|m|snapshot)[.\d-]*`;
  return [
    ask('mvn', ['--batch-mode', goal, unstable], {
      files: { 'pom.xml': pom },
      patience: withDownload,
      read: answer => first(answer, String.raw`0\.0\.0 -> (${version})`),
    }),
  ];
}

function ask(program: string, parameters: readonly string[], more: Partial<Question> = {}): Question {
  // Alone on its line, as text or in JSON: a number in an error is no version.
  const read = (answer: string) => first(answer, `^\\s*"?(${version})"?\\s*$`);
  return { program, parameters, patience: usual, read, ...more };
}

/** Answers are read up to here; what a program says beyond is its own affair. */
const longestAnswer = 200_000;

function first(answer: string, pattern: string): string | undefined {
  return new RegExp(pattern, 'm').exec(answer.slice(0, longestAnswer))?.[1];
}
