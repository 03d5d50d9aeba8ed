import { Parser } from 'htmlparser2';
import type { ManifestProblem } from '../../model.ts';
import { deepestNesting } from './node.ts';

/** A stretch of decoded text with its place. */
export interface XmlText {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, XmlText>;
  readonly children: readonly XmlElement[];
  /** The first stretch of text in it, trimmed. */
  readonly text: XmlText | undefined;
  readonly start: number;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Map<string, XmlText>;
  readonly children: XmlElement[];
  text: XmlText | undefined;
  readonly start: number;
  /** A comment or an element ends the first stretch of text. */
  done: boolean;
}

/** A tag in which the next one begins: somebody is typing it. Comments and declarations begin otherwise. */
const unfinishedTag = /<(?:\/\s*)?(?:[^\s<>"'!?/](?:[^<>"']|"[^"<]*"|'[^'<]*')*)?(?=<)/g;

const openingOfSection = '<![CDATA[';

/**
 * Reads XML into elements below a nameless root. Tolerant: elements that are not closed end with their parent, and a tag
 * that is still typed is no tag. Entities are only the five of XML and character references; a DTD is never read, so
 * nothing expands.
 *
 * @param places elements that stand right below one of a certain name: they end what is not closed in between
 */
export function readXml(
  source: string,
  places: ReadonlyMap<string, string> = new Map(),
): { readonly root: XmlElement; readonly problems: readonly ManifestProblem[] } {
  const root: OpenElement = { name: '', attributes: new Map(), children: [], text: undefined, start: 0, done: true };
  const text = source.replace(unfinishedTag, tag => ` ${tag.slice(1)}`);
  const open: OpenElement[] = [root];
  /** What the parser holds for open, also what was ended by the next one. */
  const parsed: OpenElement[] = [];
  const endUnclosed = (place: string) => {
    const at = open.findLastIndex(element => element.name === place);
    if (at > 0) for (const element of open.splice(at + 1)) trim(element);
  };
  const problems: ManifestProblem[] = [];
  let attributes = new Map<string, XmlText>();
  let tooDeep = 0;
  const parser = new Parser(
    {
      onopentagname: () => {
        attributes = new Map();
      },
      onattribute: (name, value, quote) => {
        if (!quote) return;
        const start = text.indexOf(quote, parser.startIndex + name.length) + 1;
        const end = text.indexOf(quote, start);
        if (start > 0 && end >= start) attributes.set(name, { value, start, end });
      },
      onopentag: name => {
        if (open.length > deepestNesting) {
          if (tooDeep++ === 0)
            problems.push({
              message: `Nesting deeper than ${deepestNesting} levels is not read.`,
              range: [parser.startIndex, parser.startIndex + 1],
            });
          return;
        }
        const place = places.get(name);
        if (place !== undefined) endUnclosed(place);
        const element: OpenElement = {
          name,
          attributes,
          children: [],
          text: undefined,
          start: parser.startIndex,
          done: false,
        };
        const parent = open.at(-1);
        if (parent) parent.done = true;
        parent?.children.push(element);
        open.push(element);
        parsed.push(element);
      },
      ontext: value => {
        const top = open.at(-1);
        if (!top || top.done || tooDeep > 0) return;
        const section = text.startsWith(openingOfSection, parser.startIndex) ? openingOfSection.length : 0;
        const start = parser.startIndex + section;
        appendText(top, text, value, start, section > 0 ? start + value.length : parser.endIndex + 1);
      },
      oncomment: () => {
        const top = open.at(-1);
        if (top?.text) top.done = true;
      },
      onclosetag: (_, implied) => {
        if (tooDeep > 0) {
          tooDeep--;
          return;
        }
        const closed = parsed.pop();
        if (!closed) return;
        if (open.at(-1) === closed) trim(open.pop() ?? closed);
        if (implied && problems.length < 20 && text[parser.endIndex - 1] !== '/') {
          problems.push({
            message: `<${closed.name}> is not closed.`,
            range: [closed.start, Math.min(closed.start + closed.name.length + 1, text.length)],
          });
        }
      },
    },
    { xmlMode: true, decodeEntities: true, recognizeSelfClosing: true },
  );
  parser.write(text);
  parser.end();
  return { root, problems };
}

function appendText(element: OpenElement, source: string, value: string, start: number, end: number): void {
  if (!element.text) {
    if (value.trim() !== '') element.text = { value, start, end };
  } else if (element.text.end === start) {
    element.text = { value: element.text.value + value, start: element.text.start, end };
  } else if (source.slice(element.text.end, start).trim() !== '') {
    element.done = true;
  }
}

/** Cuts the white space off; entities in it (`&#32;`) stay, they are written. */
function trim(element: OpenElement): void {
  const { text } = element;
  if (!text) return;
  const before = text.value.length - text.value.trimStart().length;
  const after = text.value.length - text.value.trimEnd().length;
  const raw = text.end - text.start;
  if (before + after === 0 || before + after > raw) return;
  element.text = { value: text.value.trim(), start: text.start + before, end: text.end - after };
}

/** Elements of that name right below. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter(child => child.name === name) ?? [];
}

/** The first element at a path of names. */
export function childAt(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  let current = element;
  for (const name of names) current = current?.children.find(child => child.name === name);
  return current;
}

/** The text of the first element of that name. */
export function textOf(element: XmlElement | undefined, name: string): XmlText | undefined {
  return childAt(element, name)?.text;
}
