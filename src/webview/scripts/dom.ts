import { type IconName, icon } from './icons.ts';

type Attribute = string | number | boolean | undefined | ((event: Event) => void);
export type Child = Node | string | undefined | null | false | readonly Child[];

/**
 * Makes an element. Texts become text nodes, never HTML; a function is an event listener (`click`, `submit`); `true` is an
 * attribute without value, `false` and `undefined` leave it out.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') node.addEventListener(name, value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== undefined && value !== false) node.setAttribute(name, String(value));
  }
  append(node, children);
  return node;
}

export function append(node: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined || child === null || child === false) continue;
    if (isList(child)) append(node, child);
    else node.append(child);
  }
}

function isList(child: Child): child is readonly Child[] {
  return Array.isArray(child);
}

/** A button with an icon before its name. `key` keeps the focus on it when its section is drawn anew. */
export function button(
  name: string,
  onClick: () => void,
  options: { readonly icon?: IconName; readonly look?: 'primary' | 'secondary' | 'quiet'; readonly key?: string } & {
    readonly title?: string;
    readonly expanded?: boolean;
    readonly controls?: string;
    readonly pressed?: boolean;
  } = {},
): HTMLButtonElement {
  return element(
    'button',
    {
      type: 'button',
      class: `button ${options.look ?? 'secondary'}`,
      title: options.title,
      'data-key': options.key ?? name,
      'aria-expanded': options.expanded === undefined ? undefined : String(options.expanded),
      'aria-controls': options.controls,
      'aria-pressed': options.pressed === undefined ? undefined : String(options.pressed),
      click: onClick,
    },
    options.icon && icon(options.icon),
    element('span', {}, name),
  );
}

/** A button that is only an icon; its name is read out and shown as a tooltip. */
export function iconButton(name: string, iconName: IconName, onClick: () => void): HTMLButtonElement {
  return element(
    'button',
    { type: 'button', class: 'icon-button', title: name, 'aria-label': name, 'data-key': name, click: onClick },
    icon(iconName),
  );
}

/** A link that VS Code opens in the browser, after its own question where it has one. */
export function link(
  text: string,
  href: string,
  options: { readonly title?: string | undefined } = {},
): HTMLAnchorElement {
  return element('a', { href, title: options.title, 'data-key': href }, text);
}

/** A list of choices. */
export function select<V extends string>(
  choices: readonly { readonly value: V; readonly label: string }[],
  chosen: V,
  attributes: Readonly<Record<string, Attribute>>,
  onChange?: (value: V) => void,
): HTMLSelectElement {
  const node = element(
    'select',
    attributes,
    choices.map(({ value, label }) => element('option', { value, selected: value === chosen }, label)),
  );
  node.addEventListener('change', () => {
    const choice = choices.find(({ value }) => value === node.value);
    if (choice) onChange?.(choice.value);
  });
  return node;
}
