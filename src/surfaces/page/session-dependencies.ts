import type { Distribution, Finding, LicenseUse } from '../../core/model.ts';
import type { Log } from '../../core/ports.ts';
import type { PageLicense, ProjectPage, Projects } from '../../core/projects/index.ts';
import type {
  OwnLicense,
  PackagePlaces,
  PageState,
  SimilarProject,
  WorkspaceDependency,
} from '../../webview/protocol.ts';
import type { LicenseAnswer } from '../license-judge.ts';
import type { ImageHosts } from './image-hosts.ts';
import type { MeasureReadme, RenderReadme } from './readme-texts.ts';
import type { Translating } from './translation.ts';

/** What a page needs besides the project's own data. */
export interface SessionDependencies extends Translating {
  readonly projects: () => Promise<Projects>;
  /** Told each state of the project's data. */
  readonly onPage: (page: ProjectPage) => void;
  readonly render: RenderReadme;
  readonly measure: MeasureReadme;
  readonly imageHosts: ImageHosts;
  /** Labels of capabilities, by their ids. */
  readonly capabilityLabels: (ids: readonly string[]) => Promise<readonly string[]>;
  /** Projects of the catalog that do what this one does. */
  readonly similar: (projectId: string) => Promise<readonly SimilarProject[]>;
  /** Dependencies of the workspace for which the project is a suggestion. */
  readonly dependenciesOf: (projectId: string) => Promise<readonly WorkspaceDependency[]>;
  /** Where the workspace has these packages. */
  readonly places: (purls: readonly string[]) => Promise<readonly PackagePlaces[]>;
  /** The license of the work in which the project would be used. */
  readonly ownLicense: (projectId: string) => Promise<OwnLicense | null>;
  readonly judge: (
    projectId: string,
    license: PageLicense,
    how: HowUsed,
  ) => Promise<LicenseAnswer & Pick<PageState['license'], 'data'>>;
  /** How a license differs from that of a finding. */
  readonly licenseChange: (saved: string, license: PageLicense) => Promise<PageState['license']['change']>;
  readonly howUsed: { get(): HowUsed; set(how: HowUsed): PromiseLike<void> };
  readonly finding: (id: string) => Promise<Finding | undefined>;
  /** The host of the live data, when it is not the real Gitee. */
  readonly dataHost: () => PageState['dataHost'];
  readonly readerLanguage: () => string;
  readonly log: Log;
}

export interface HowUsed {
  readonly use: LicenseUse;
  readonly distribution: Distribution;
}
