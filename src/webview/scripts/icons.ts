import add from '@vscode/codicons/src/icons/add.svg';
import arrowSwap from '@vscode/codicons/src/icons/arrow-swap.svg';
import book from '@vscode/codicons/src/icons/book.svg';
import bookmark from '@vscode/codicons/src/icons/bookmark.svg';
import check from '@vscode/codicons/src/icons/check.svg';
import checklist from '@vscode/codicons/src/icons/checklist.svg';
import chevronDown from '@vscode/codicons/src/icons/chevron-down.svg';
import circleSlash from '@vscode/codicons/src/icons/circle-slash.svg';
import code from '@vscode/codicons/src/icons/code.svg';
import copy from '@vscode/codicons/src/icons/copy.svg';
import debugStop from '@vscode/codicons/src/icons/debug-stop.svg';
import edit from '@vscode/codicons/src/icons/edit.svg';
import error from '@vscode/codicons/src/icons/error.svg';
import fileMedia from '@vscode/codicons/src/icons/file-media.svg';
import gitCommit from '@vscode/codicons/src/icons/git-commit.svg';
import globe from '@vscode/codicons/src/icons/globe.svg';
import history from '@vscode/codicons/src/icons/history.svg';
import info from '@vscode/codicons/src/icons/info.svg';
import law from '@vscode/codicons/src/icons/law.svg';
import link from '@vscode/codicons/src/icons/link.svg';
import linkExternal from '@vscode/codicons/src/icons/link-external.svg';
import organization from '@vscode/codicons/src/icons/organization.svg';
import packageIcon from '@vscode/codicons/src/icons/package.svg';
import pulse from '@vscode/codicons/src/icons/pulse.svg';
import question from '@vscode/codicons/src/icons/question.svg';
import refresh from '@vscode/codicons/src/icons/refresh.svg';
import repo from '@vscode/codicons/src/icons/repo.svg';
import repoForked from '@vscode/codicons/src/icons/repo-forked.svg';
import settingsGear from '@vscode/codicons/src/icons/settings-gear.svg';
import splitHorizontal from '@vscode/codicons/src/icons/split-horizontal.svg';
import starEmpty from '@vscode/codicons/src/icons/star-empty.svg';
import tag from '@vscode/codicons/src/icons/tag.svg';
import trash from '@vscode/codicons/src/icons/trash.svg';
import unverified from '@vscode/codicons/src/icons/unverified.svg';
import verified from '@vscode/codicons/src/icons/verified.svg';
import warning from '@vscode/codicons/src/icons/warning.svg';

const icons = {
  add,
  'arrow-swap': arrowSwap,
  book,
  bookmark,
  check,
  checklist,
  'chevron-down': chevronDown,
  'circle-slash': circleSlash,
  code,
  copy,
  edit,
  error,
  'git-commit': gitCommit,
  globe,
  history,
  image: fileMedia,
  info,
  law,
  link,
  'link-external': linkExternal,
  organization,
  package: packageIcon,
  pulse,
  question,
  refresh,
  repo,
  'repo-forked': repoForked,
  settings: settingsGear,
  'split-horizontal': splitHorizontal,
  star: starEmpty,
  stop: debugStop,
  tag,
  trash,
  unverified,
  verified,
  warning,
} as const;

export type IconName = keyof typeof icons;

/** A codicon, drawn in the color of the text around it and silent to a screen reader: the words beside it speak. */
export function icon(name: IconName): Element {
  const parsed = new DOMParser().parseFromString(icons[name], 'image/svg+xml').documentElement;
  const svg = document.importNode(parsed, true);
  svg.setAttribute('class', 'icon');
  svg.setAttribute('fill', 'currentColor');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  return svg;
}
