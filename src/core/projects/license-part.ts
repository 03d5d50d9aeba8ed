import type { LicenseEvidence, LicenseIdentification, Project, Repository } from '../model.ts';
import type { PageLicense } from './page.ts';

/** What is known so far; every place may come in its own time. */
export interface LicensePlaces {
  readonly project: Project | undefined;
  /** `undefined` until the host answered. */
  readonly repository: Repository | undefined;
  readonly files: readonly LicenseFile[];
  readonly readme: LicenseEvidence | undefined;
  readonly unread: PageLicense['unread'];
  readonly complete: boolean;
}

export interface LicenseFile {
  readonly path: string;
  readonly url: string | null;
  readonly text: string;
  readonly identification: LicenseIdentification;
}

type Combine = (evidence: readonly LicenseEvidence[]) => Pick<PageLicense, 'expression' | 'confidence' | 'conflict'>;

/** A quote of a license file is enough to recognize the place; UTF-16 units. */
const quoteLength = 400;

/** The evidence of all places, and what it comes to. `undefined` while no place has said anything and more may come. */
export function licenseOf(places: LicensePlaces, combine: Combine): PageLicense | undefined {
  const evidence = [
    ...fromCatalog(places.project),
    ...fromField(places.repository),
    ...places.files.map(fromFile),
    ...(places.readme ? [places.readme] : []),
  ];
  if (evidence.length === 0 && !places.complete) return undefined;
  const { expression, confidence, conflict } = combine(evidence);
  return { expression, confidence, conflict, evidence, unread: places.unread, complete: places.complete };
}

/** The catalog's own field, with the source that its authors read. */
function fromCatalog(project: Project | undefined): readonly LicenseEvidence[] {
  if (!project) return [];
  const source = project.evidence.find(({ facts }) => facts.includes('license'));
  const quote = [project.licenseNote, source?.quote].filter(text => text !== undefined).join('\n');
  return [
    {
      place: 'catalog',
      expression: project.license,
      // Read by a person, but on the day of the evidence and not today.
      confidence: source ? 'medium' : 'low',
      ...(quote === '' ? {} : { quote }),
      ...(source && URL.canParse(source.source) ? { url: source.source } : {}),
    },
  ];
}

/** Gitee's field is set by the owner from a list, or guessed by the host: it can be wrong, and it never shows additions. */
function fromField(repository: Repository | undefined): readonly LicenseEvidence[] {
  if (!repository || repository.license === null) return [];
  return [
    { place: `${repository.host} field`, expression: repository.license, confidence: 'medium', url: repository.url },
  ];
}

function fromFile({ path, url, text, identification }: LicenseFile): LicenseEvidence {
  const added = identification.additions
    .filter(({ kind }) => kind !== 'copyright')
    .map(addition => addition.text.trim())
    .join('\n');
  const quote = (added || text.trim()).slice(0, quoteLength);
  return {
    place: path,
    expression: identification.expression,
    confidence: identification.confidence,
    ...(quote === '' ? {} : { quote }),
    ...(url === null ? {} : { url }),
  };
}

/** Names of files that carry a license, in the order of their weight: the plain one first. */
const licenseNames = /^(licen[cs]e|copying|unlicense|许可证?|许可协议|license协议)([-_.].*)?$/i;

/** Which files of the root are read for the license: few, because each one is a request. */
export function licenseFiles(names: readonly string[], most = 3): readonly string[] {
  return names
    .filter(name => licenseNames.test(name))
    .sort((one, other) => one.length - other.length || (one < other ? -1 : 1))
    .slice(0, most);
}
