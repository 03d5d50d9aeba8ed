import { type Event, getScalarValue, parseEvents, type ScalarEvent, YAMLException } from 'js-yaml';
import type { ManifestProblem } from '../../model.ts';
import {
  deepestNesting,
  type ListNode,
  type MapEntry,
  type MapNode,
  type ScalarNode,
  type SyntaxNode,
  type SyntaxTree,
} from './node.ts';
import { mendYaml, withBracketsMoved } from './yaml-broken.ts';

/**
 * Reads all documents of a YAML text. Aliases point at the anchored node itself (no copies, so no alias bombs): a walk
 * over the whole tree has to remember where it has been. Never throws.
 */
export function readYaml(text: string): SyntaxTree {
  // The parser drops a byte order mark and counts without it.
  const shift = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const source = shift ? text.slice(1) : text;
  try {
    return {
      roots: new YamlBuilder(source, shift).build(parseEvents(source, { maxDepth: deepestNesting })),
      problems: [],
    };
  } catch (error) {
    const lenient = withBracketsMoved(source);
    const mended = mendYaml(lenient);
    const roots = mended ? new YamlBuilder(mended.text, shift).build(mended.events) : [];
    // What only that mends, everybody who uses such files takes as it is.
    const fine = lenient !== source && mended?.text === lenient;
    return { roots, problems: fine ? [] : [problemOf(error, text.length, shift)] };
  }
}

function problemOf(error: unknown, length: number, shift: number): ManifestProblem {
  const mark = error instanceof YAMLException ? error.mark : undefined;
  const start = Math.min((mark?.position ?? 0) + shift, length);
  const reason = error instanceof YAMLException ? error.reason : 'cannot be read';
  return { message: `This is not YAML: ${reason}.`, range: [start, Math.min(start + 1, length)] };
}

interface Frame {
  readonly node: MapNode | ListNode | undefined;
  /** The key of a map entry whose value comes next. */
  entry: MapEntry | undefined;
  /** In a map: the next node is a value. */
  value: boolean;
}

class YamlBuilder {
  readonly #text: string;
  readonly #shift: number;
  readonly #anchors = new Map<string, SyntaxNode>();
  readonly #frames: Frame[] = [];
  readonly #roots: SyntaxNode[] = [];

  constructor(text: string, shift: number) {
    this.#text = text;
    this.#shift = shift;
  }

  build(events: readonly Event[]): readonly SyntaxNode[] {
    for (const event of events) this.#take(event);
    return this.#roots;
  }

  #take(event: Event): void {
    switch (event.type) {
      case 1:
        this.#frames.push({ node: undefined, entry: undefined, value: false });
        break;
      case 2:
      case 3: {
        const start = event.start + this.#shift;
        const node: MapNode | ListNode =
          event.type === 3
            ? { kind: 'map', entries: [], start, end: start }
            : { kind: 'list', items: [], start, end: start };
        this.#anchor(event, node);
        this.#place(node);
        this.#frames.push({ node, entry: undefined, value: false });
        break;
      }
      case 4: {
        const node = event.valueStart < 0 ? undefined : this.#scalar(event);
        if (node) this.#anchor(event, node);
        this.#place(node);
        break;
      }
      case 5:
        this.#place(this.#anchors.get(this.#text.slice(event.anchorStart, event.anchorEnd)));
        break;
      default:
        this.#frames.pop();
    }
  }

  #scalar(event: ScalarEvent): ScalarNode {
    const { valueStart, valueEnd, style } = event;
    return {
      kind: 'scalar',
      value: event.fast ? this.#text.slice(valueStart, valueEnd) : getScalarValue(this.#text, event),
      start: valueStart + this.#shift,
      end: valueEnd + this.#shift,
      quoted: style !== 1,
    };
  }

  #anchor({ anchorStart, anchorEnd }: { anchorStart: number; anchorEnd: number }, node: SyntaxNode): void {
    if (anchorStart >= 0) this.#anchors.set(this.#text.slice(anchorStart, anchorEnd), node);
  }

  #place(node: SyntaxNode | undefined): void {
    const frame = this.#frames.at(-1);
    const parent = frame?.node;
    if (!frame || !parent) {
      if (node) this.#roots.push(node);
    } else if (parent.kind === 'list') {
      if (node) parent.items.push(node);
    } else if (frame.value) {
      if (frame.entry) frame.entry.value = node;
      frame.value = false;
    } else {
      // A key that is no scalar has no name: its value is read and forgotten.
      frame.entry = node?.kind === 'scalar' ? { key: node, value: undefined } : undefined;
      if (frame.entry) parent.entries.push(frame.entry);
      frame.value = true;
    }
  }
}
