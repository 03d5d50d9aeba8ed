/**
 * Everything that package.json declares and the code refers to, typed once. A test compares both sides.
 * Commands that start with `_` are ours alone and not declared.
 */

export const commands = {
  search: 'giteeScout.search',
  searchAgain: 'giteeScout.searchAgain',
  clearResults: 'giteeScout.clearResults',
  openProject: 'giteeScout.openProject',
  openProjectBeside: 'giteeScout.openProjectBeside',
  pageBack: 'giteeScout.pageBack',
  pageForward: 'giteeScout.pageForward',
  openOnGitee: 'giteeScout.openOnGitee',
  copyCloneCommand: 'giteeScout.copyCloneCommand',

  refreshSuggestions: 'giteeScout.refreshSuggestions',
  cancelScan: 'giteeScout.cancelScan',
  filterSuggestions: 'giteeScout.filterSuggestions',
  clearSuggestionFilter: 'giteeScout.clearSuggestionFilter',
  groupSuggestions: 'giteeScout.groupSuggestions',
  revealDependency: 'giteeScout.revealDependency',
  ignoreDependency: 'giteeScout.ignoreDependency',
  lookUpDependency: 'giteeScout.lookUpDependency',
  replaceDependency: 'giteeScout.replaceDependency',
  addDependency: 'giteeScout.addDependency',
  ignoreForAll: 'giteeScout.ignoreForAll',
  compare: 'giteeScout.compare',
  askPackageManagers: 'giteeScout.askPackageManagers',
  exportComparison: 'giteeScout.exportComparison',
  showAnnotations: 'giteeScout.showAnnotations',
  hideAnnotations: 'giteeScout.hideAnnotations',

  saveFinding: 'giteeScout.saveFinding',
  removeFinding: 'giteeScout.removeFinding',
  changeFindingStatus: 'giteeScout.changeFindingStatus',
  editFindingNote: 'giteeScout.editFindingNote',
  openFindingFile: 'giteeScout.openFindingFile',
  refreshFindings: 'giteeScout.refreshFindings',
  editFindingTags: 'giteeScout.editFindingTags',
  setFindingReview: 'giteeScout.setFindingReview',
  moveFinding: 'giteeScout.moveFinding',
  copyFinding: 'giteeScout.copyFinding',
  checkFinding: 'giteeScout.checkFinding',
  checkFindings: 'giteeScout.checkFindings',
  undoFinding: 'giteeScout.undoFinding',
  importFindings: 'giteeScout.importFindings',
  groupFindings: 'giteeScout.groupFindings',
  filterFindings: 'giteeScout.filterFindings',
  clearFindingsFilter: 'giteeScout.clearFindingsFilter',

  createReport: 'giteeScout.createReport',

  signIn: 'giteeScout.signIn',
  signOut: 'giteeScout.signOut',
  signInGitCode: 'giteeScout.signInGitCode',
  signOutGitCode: 'giteeScout.signOutGitCode',
  setOwnLicense: 'giteeScout.setOwnLicense',
  setUpTranslation: 'giteeScout.setUpTranslation',
  installModel: 'giteeScout.installTranslationModel',
  installModelFromFile: 'giteeScout.installTranslationModelFromFile',
  removeModels: 'giteeScout.removeTranslationModels',
  exportTranslations: 'giteeScout.exportTranslations',
  importTranslations: 'giteeScout.importTranslations',
  forgetImageHosts: 'giteeScout.forgetImageHosts',
  testConnection: 'giteeScout.testConnection',
  clearCache: 'giteeScout.clearCache',
  showLog: 'giteeScout.showLog',
} as const;

/** Authentication providers, by host. */
export const authentication = {
  gitee: 'gitee',
  atomgit: 'gitcode',
} as const;

export const views = {
  container: 'giteeScout',
  suggestions: 'giteeScout.suggestions',
  results: 'giteeScout.results',
  findings: 'giteeScout.findings',
} as const;

/** Pages that conditions know, by their types. */
export const panels = {
  project: 'giteeScout.project',
  comparison: 'giteeScout.comparison',
} as const;

/** Settings, by their keys below `giteeScout`. */
export const settings = {
  section: 'giteeScout',
  annotations: 'annotations',
  annotationsByEcosystem: 'annotationsByEcosystem',
  hoverEnabled: 'hover.enabled',
  hoverByEcosystem: 'hover.byEcosystem',
  statusBarEnabled: 'statusBar.enabled',
  diagnosticsEnabled: 'diagnostics.enabled',
  diagnosticsByEcosystem: 'diagnostics.byEcosystem',
  disabledEcosystems: 'disabledEcosystems',
  ignoredPackages: 'ignoredPackages',
  exclude: 'exclude',
  respectGitignore: 'respectGitignore',
  manifestPatterns: 'manifestPatterns',
  maxManifestSize: 'maxManifestSize',
  findingsPlace: 'findings.place',
  findingsTeamFolders: 'findings.teamFolders',
  findingsAuthor: 'findings.author',
  findingsReminders: 'findings.reminders',
  ownLicense: 'ownLicense',
  ownLicenseByFolder: 'ownLicenseByFolder',
  licensePolicy: 'licensePolicy',
  baseUrl: 'baseUrl',
  atomgitUrl: 'atomgitUrl',
  certificates: 'certificates',
  offline: 'offline',
  lookup: 'lookup',
  privateNames: 'privateNames',
  translationEngine: 'translation.engine',
  translationLanguage: 'translation.language',
  translationLibreTranslateUrl: 'translation.libreTranslateUrl',
  translationOpenAIUrl: 'translation.openAIUrl',
  translationOpenAIModel: 'translation.openAIModel',
  translationLanguageModel: 'translation.languageModel',
  translationModelMirrors: 'translation.modelMirrors',
  translationGlossary: 'translation.glossary',
} as const;

/** Keys for `when` clauses, each set by one surface. */
export const contextKeys = {
  /** `idle`, `scanning`, `noFolder`, `noManifest`, `nothingFound`, `filteredOut`, `failed` or `ready`. */
  suggestions: 'giteeScout.suggestionsState',
  /** Whether a filter is on. */
  filtered: 'giteeScout.suggestionsFiltered',
  /** For the active editor: `shown`, `hidden`, or empty when it holds no manifest with suggestions. */
  annotations: 'giteeScout.annotationsState',
  /** `none` before a search was shown as a list, `empty` or `ready`. */
  results: 'giteeScout.resultsState',
  /** `loading`, `empty`, `filteredOut`, `failed` or `ready`. */
  findings: 'giteeScout.findingsState',
  /** Whether a filter is on. */
  findingsFiltered: 'giteeScout.findingsFiltered',
  /** Whether something was done that can be taken back. */
  findingsUndo: 'giteeScout.findingsUndo',
  /** Whether the project page that is active came from another one, and whether there is one ahead. */
  pageCanGoBack: 'giteeScout.pageCanGoBack',
  pageCanGoForward: 'giteeScout.pageCanGoForward',
  /** `online`, `offline` or `limited`. */
  network: 'giteeScout.networkState',
} as const;

/** Type of what is dragged from the suggestions to the findings: JSON of a `ProjectTarget`. */
export const projectMimeType = 'application/vnd.gitee-scout.project';

/** Tools for language models: the name in the core, and the one under which package.json declares it. */
export const assistantTools = {
  list_findings: 'giteeScout_list_findings',
  find_alternatives: 'giteeScout_find_alternatives',
  search_gitee: 'giteeScout_search_gitee',
  get_project: 'giteeScout_get_project',
  read_readme: 'giteeScout_read_readme',
  check_license: 'giteeScout_check_license',
} as const;

/** Providers of servers of the Model Context Protocol. */
export const mcpServers = { ours: 'giteeScout.mcp' } as const;
