import {
  confidenceOfCatalog,
  isHarmlessAddition,
  isLicenseFile,
  isNoticeFile,
  isReadText,
  meaningOf,
} from '../licenses/index.ts';
import type {
  LicenseEvidence,
  LicenseIdentification,
  Outcome,
  Project,
  Repository,
  RepositoryFile,
  Sentence,
  Told,
} from '../model.ts';
import { inEnglish } from '../sentences/index.ts';
import type { PageLicense } from './page.ts';
import { noticeOf } from './parts.ts';

/** What reads and weighs licenses. */
export interface LicenseReader {
  identify(text: string): LicenseIdentification;
  combine(evidence: readonly LicenseEvidence[]): Pick<PageLicense, 'expression' | 'confidence' | 'conflict' | 'said'>;
  /** What a README says of the license, if anything. */
  inReadme(markdown: string): Pick<LicenseEvidence, 'expression' | 'confidence' | 'quote'> | undefined;
}

/** What a manifest says of its license. */
interface StatedLicense {
  readonly expression: string;
  readonly guess: boolean;
}

type Answer<T = unknown> = Extract<Outcome<T>, { kind: 'found' }>;

/** How old the oldest thing is that the license was read from. */
export interface Freshness {
  /** Ms. */
  readonly age: number;
  readonly stale: boolean;
  readonly notice?: string | undefined;
  readonly said?: Sentence | undefined;
}

function freshnessOf(answer: Answer): Freshness {
  return { age: answer.age, stale: answer.stale, ...noticeOf(answer) };
}

/** A quote is enough to recognize the place; UTF-16 units. */
const quoteLength = 400;

/**
 * Gathers what the places say of a project's license. Each word of a place makes a new whole, so that a page shows the
 * catalog's word at once and never more than what has been read.
 */
export function gatherLicense(
  project: Project | undefined,
  reader: LicenseReader,
  publish: (license: PageLicense | undefined, freshness: Freshness) => void,
) {
  const catalog = project ? [fromCatalog(project)] : [];
  let field: readonly LicenseEvidence[] = [];
  let files: readonly LicenseEvidence[] = [];
  let readme: readonly LicenseEvidence[] = [];
  let unread: PageLicense['unread'] = [];
  let complete = false;
  let freshness: Freshness = { age: 0, stale: false };

  const read = (outcome: Answer) => {
    if (outcome.age >= freshness.age) freshness = freshnessOf(outcome);
  };
  const change = () => {
    const evidence = [...catalog, ...field, ...files, ...readme];
    // Before anybody has answered, silence means nothing yet.
    publish(
      evidence.length === 0 && !complete ? undefined : { ...reader.combine(evidence), evidence, unread, complete },
      freshness,
    );
  };
  return {
    start: change,
    repository(outcome: Answer<Repository>): void {
      field = fromField(outcome.value);
      read(outcome);
      change();
    },
    file(path: string, outcome: Answer<RepositoryFile>): void {
      files = [...files, fromFile(path, outcome.value, reader.identify(outcome.value.text))];
      read(outcome);
      change();
    },
    /** A manifest's field; `stated` is what it says, if anything. */
    manifest(path: string, outcome: Answer<RepositoryFile>, stated: StatedLicense | undefined): void {
      read(outcome);
      const { url, sha } = outcome.value;
      if (!stated || stated.expression === 'NOASSERTION' || stated.expression === 'NONE') return;
      const { expression, guess } = stated;
      const found = { place: path, expression, confidence: guess ? 'low' : 'medium' } as const;
      files = [...files, { ...found, ...(url === null ? {} : { url }), ...(sha === null ? {} : { revision: sha }) }];
      change();
    },
    /** A notice names other people's licenses too: only what restricts counts. */
    notice(path: string, outcome: Answer<RepositoryFile>): void {
      read(outcome);
      const found = fromFile(path, outcome.value, reader.identify(outcome.value.text));
      if (found.expression.includes('LicenseRef-')) files = [...files, { ...found, confidence: 'low' }];
      change();
    },
    readme(path: string, markdown: string, url: string | undefined): void {
      const said = reader.inReadme(markdown);
      if (!said) return;
      readme = [{ ...said, place: path, url, ...gistIn(said.quote ?? '') }];
      change();
    },
    unread(place: string, { message, said }: Told): void {
      unread = [...unread, { place, message, ...(said ? { said } : {}) }];
      change();
    },
    complete(): void {
      complete = true;
      change();
    },
  };
}

export type LicenseGathering = ReturnType<typeof gatherLicense>;

/** The catalog's own field, with the source that its authors read: on the day of the evidence, not today. */
const speaksOfLicense =
  /licen[cs]|copyright|copyleft|open.?source|public domain|\b(?:MIT|BSD|Apache|L?A?GPL|MPL|ISC|CC0?|Mulan)\b|许可|协议|授权|版权|开源|木兰/i;

function fromCatalog(project: Project): LicenseEvidence {
  const source = project.evidence.find(isReadText) ?? project.evidence.find(({ facts }) => facts.includes('license'));
  // One source may stand for several facts: a quote of another one says nothing here.
  const said = source?.quote !== undefined && speaksOfLicense.test(source.quote) ? source.quote : undefined;
  const quote = [project.licenseNote, said].filter(text => text !== undefined).join('\n');
  return {
    place: 'catalog',
    expression: project.license,
    confidence: confidenceOfCatalog(project.evidence),
    ...(quote === '' ? {} : { quote }),
    ...(source && URL.canParse(source.source) ? { url: source.source } : {}),
  };
}

/** The field is chosen by the owner from a list, or guessed by the host: it can be wrong and never shows additions. */
function fromField({ host, license, url }: Repository): readonly LicenseEvidence[] {
  return license === null ? [] : [{ place: `${host} field`, expression: license, confidence: 'medium', url }];
}

/** Quotes what the text adds to the license; where it adds nothing, its beginning. */
function fromFile(
  path: string,
  { text, url, sha }: RepositoryFile,
  identified: LicenseIdentification,
): LicenseEvidence {
  const added = identified.additions
    .filter(({ kind }) => !isHarmlessAddition(kind))
    .map(addition => addition.text.trim())
    .join('\n');
  const quote = (added || text.trim()).slice(0, quoteLength);
  return {
    place: path,
    expression: identified.expression,
    confidence: identified.confidence,
    ...(quote === '' ? {} : { quote }),
    ...gistIn(added),
    ...(sha === null ? {} : { revision: sha }),
    ...(url === null ? {} : { url }),
  };
}

/** What a Chinese quote says, as far as the glossary knows it. */
function gistIn(quote: string): Pick<LicenseEvidence, 'gist' | 'meaning'> {
  const meaning = meaningOf(quote);
  return meaning ? { gist: inEnglish(meaning), meaning } : {};
}

/** Names of files that hold a license, the plain name first. */
export function licenseFiles(names: readonly string[]): readonly string[] {
  return names.filter(isLicenseFile).sort((one, other) => one.length - other.length || (one < other ? -1 : 1));
}

/** Each costs a request. */
const mostNotices = 3;

/** Notices that travel with a work and may name its license. */
export function noticeFiles(names: readonly string[]): readonly string[] {
  return names.filter(isNoticeFile).slice(0, mostNotices);
}

/** Manifests of the root with a field for the license. */
export function statingManifests(names: readonly string[]): readonly string[] {
  return names
    .filter(name => /^(?:package\.json|pyproject\.toml|Cargo\.toml|composer\.json|pom\.xml|REUSE\.toml)$/.test(name))
    .sort();
}
