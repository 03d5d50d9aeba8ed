import * as l10n from '@vscode/l10n';
import type { Activity, PageState } from '../protocol.ts';
import { button, type Child, element } from './dom.ts';
import { ago, counted, exact, month } from './format.ts';
import { send } from './host.ts';
import { ageNote, missingNote, skeleton, sourceOf } from './provenance.ts';

const width = 280;
const height = 48;
const gap = 2;

/** What was done in the last twelve months. It costs a request, so it waits until somebody asks. */
export function activity({ page, activity: part }: PageState): readonly Child[] {
  if (page.home?.host !== 'gitee') return [];
  return [element('h2', {}, l10n.t('Activity')), content(part), part && ageNote(part)];
}

function content(part: PageState['activity']): Child {
  if (part === null) {
    return [
      button(l10n.t('Show the last 12 months'), () => send({ kind: 'show-activity' }), {
        icon: 'pulse',
        key: 'show-activity',
      }),
      element('p', { class: 'small' }, l10n.t('Asks Gitee once more.')),
    ];
  }
  if (part.kind === 'loading') return skeleton(2, l10n.t('Reading the activity…'));
  if (part.kind !== 'found') {
    const again = () => send({ kind: 'show-activity' });
    return [missingNote(part), button(l10n.t('Try again'), again, { icon: 'refresh', key: 'show-activity' })];
  }
  const { value } = part;
  return [
    element('p', { title: sourceOf(part) }, summary(value)),
    value.months.length > 1 && chart(value),
    value.months.length > 1 && table(value),
  ];
}

function summary({ commits, isComplete, authors, newestAt }: Activity): string {
  if (commits === 0) return l10n.t('No commit in the last 12 months.');
  const many = isComplete
    ? counted(l10n.t('{0} commit in the last 12 months|{0} commits in the last 12 months'), commits)
    : l10n.t('More than {0} commits in the last 12 months', exact(commits));
  const who = counted(l10n.t('{0} author among the newest hundred|{0} authors among the newest hundred'), authors);
  const newest = newestAt === null ? '' : ` ${l10n.t('The newest is from {0}.', ago(newestAt))}`;
  return `${many}; ${who}.${newest}`;
}

const svg = 'http://www.w3.org/2000/svg';

/** Bars for those who look; the table below is for those who read. */
function chart({ months }: Activity): Element {
  const most = Math.max(1, ...months.map(({ commits }) => commits));
  const step = Math.min(width / months.length, 40);
  const root = document.createElementNS(svg, 'svg');
  root.setAttribute('class', 'chart');
  root.setAttribute('viewBox', `0 0 ${step * months.length} ${height}`);
  root.setAttribute('width', String(step * months.length));
  root.setAttribute('height', String(height));
  root.setAttribute('aria-hidden', 'true');
  months.forEach(({ month: name, commits }, index) => {
    const bar = document.createElementNS(svg, 'rect');
    const tall = Math.max(1, (commits / most) * height);
    bar.setAttribute('x', String(index * step));
    bar.setAttribute('y', String(height - tall));
    bar.setAttribute('width', String(step - gap));
    bar.setAttribute('height', String(tall));
    const title = document.createElementNS(svg, 'title');
    title.textContent = `${month(name)}: ${exact(commits)}`;
    bar.append(title);
    root.append(bar);
  });
  return root;
}

function table({ months }: Activity): HTMLElement {
  return element(
    'details',
    { 'data-fold': 'activity' },
    element('summary', { 'data-key': 'activity' }, l10n.t('Newest hundred commits by month')),
    element(
      'table',
      { class: 'figures' },
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          element('th', { scope: 'col' }, l10n.t('Month')),
          element('th', { scope: 'col' }, l10n.t('Commits')),
        ),
      ),
      element(
        'tbody',
        {},
        months.map(({ month: name, commits }) =>
          element('tr', {}, element('th', { scope: 'row' }, month(name)), element('td', {}, exact(commits))),
        ),
      ),
    ),
  );
}
