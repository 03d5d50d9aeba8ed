import type { Manifest } from '../../model.ts';
import type { Lookup } from '../../references/index.ts';
import { addImage } from '../docker/image.ts';
import { ManifestBuilder, type Piece } from '../manifest.ts';

/** An instruction with its words; continued lines are one instruction. */
interface Instruction {
  readonly name: string;
  readonly words: readonly Piece[];
}

/** https://docs.docker.com/reference/dockerfile/ */
export function parseDockerfile(text: string): Manifest {
  const manifest = new ManifestBuilder(text);
  readSyntaxLine(manifest, text);
  const reader = new DockerfileReader(manifest, text);
  for (const instruction of readInstructions(text)) reader.read(instruction);
  return manifest.build('Dockerfile', 'docker');
}

/** `# syntax=docker/dockerfile:1` names the image that builds. It counts before the first instruction only. */
function readSyntaxLine(manifest: ManifestBuilder, text: string): void {
  const match = /^\uFEFF?#[ \t]*syntax[ \t]*=[ \t]*(\S+)/i.exec(text);
  if (!match?.[1]) return;
  addImage(
    manifest,
    text,
    { start: match[0].length - match[1].length, end: match[0].length },
    { place: 'syntax', scope: 'build' },
  );
}

class DockerfileReader {
  readonly #manifest: ManifestBuilder;
  readonly #text: string;
  readonly #stages = new Set<string>();
  /** `ARG`s before the first `FROM`: only they may stand in a `FROM`. */
  readonly #arguments = new Map<string, string>();
  #started = false;

  constructor(manifest: ManifestBuilder, text: string) {
    this.#manifest = manifest;
    this.#text = text;
  }

  readonly #lookup: Lookup = name => this.#arguments.get(name);

  read({ name, words }: Instruction): void {
    if (name === 'ARG' && !this.#started) this.#readArguments(words);
    else if (name === 'FROM') this.#readFrom(words);
    else if (name === 'COPY' || name === 'ADD') this.#readOption(words, '--from=', name);
    else if (name === 'RUN') this.#readMounts(words);
  }

  #readArguments(words: readonly Piece[]): void {
    for (const word of words) {
      const written = this.#text.slice(word.start, word.end);
      const equals = written.indexOf('=');
      if (equals > 0) this.#arguments.set(written.slice(0, equals), unquote(written.slice(equals + 1)));
    }
  }

  #readFrom(words: readonly Piece[]): void {
    this.#started = true;
    const [image, as, stage] = words.filter(({ start }) => !this.#text.startsWith('--', start));
    if (image && !this.#isStage(this.#written(image)))
      addImage(this.#manifest, this.#text, image, { place: 'FROM' }, this.#lookup);
    if (as && stage && this.#written(as).toUpperCase() === 'AS') this.#stages.add(this.#written(stage).toLowerCase());
  }

  /** Stages may be chosen by a variable: `FROM build-$TARGETOS`. */
  #isStage(name: string): boolean {
    const lower = name.toLowerCase();
    const variable = lower.indexOf('$');
    if (variable < 1) return this.#stages.has(lower);
    return [...this.#stages].some(stage => stage.startsWith(lower.slice(0, variable)));
  }

  #readOption(words: readonly Piece[], option: string, place: string): void {
    const word = words.find(({ start }) => this.#text.startsWith(option, start));
    if (word) this.#addUnlessStage({ start: word.start + option.length, end: word.end }, `${place} --from`);
  }

  /** `--mount=type=bind,from=image` */
  #readMounts(words: readonly Piece[]): void {
    for (const word of words) {
      const written = this.#written(word);
      if (!written.startsWith('--mount=')) continue;
      const match = /[=,]from=([^,\s]+)/.exec(written);
      if (!match?.[1]) continue;
      const start = word.start + match.index + match[0].length - match[1].length;
      this.#addUnlessStage({ start, end: start + match[1].length }, 'RUN --mount');
    }
  }

  #addUnlessStage(piece: Piece, place: string): void {
    const written = this.#written(piece);
    if (this.#isStage(written) || /^\d+$/.test(written)) return;
    addImage(this.#manifest, this.#text, piece, { place, scope: 'build' }, this.#lookup);
  }

  #written({ start, end }: Piece): string {
    return this.#text.slice(start, end);
  }
}

function unquote(value: string): string {
  return /^(?:".*"|'.*')$/s.test(value) ? value.slice(1, -1) : value;
}

const interesting = /^(?:FROM|ARG|COPY|ADD|RUN)$/;

function* readInstructions(text: string): Generator<Instruction> {
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; ) {
    const from = skip(text, at, ' \t\r\n');
    if (text[from] === '#') {
      at = endOfLine(text, from) + 1;
      continue;
    }
    let to = from;
    while (to < text.length && /[A-Za-z]/.test(text.charAt(to))) to++;
    const name = text.slice(from, to).toUpperCase();
    if (name === 'ONBUILD') {
      // What is built on this image does the instruction behind it.
      at = to;
      continue;
    }
    const { words, end } = readWords(text, to, interesting.test(name));
    yield { name, words };
    at = afterHeredocs(text, words, end) + 1;
  }
}

/** Words up to the end of the instruction. A backslash (or backtick) at the end of a line goes on; comments between are skipped. */
function readWords(text: string, start: number, wanted: boolean): { words: readonly Piece[]; end: number } {
  const words: Piece[] = [];
  for (let line = start; ; ) {
    const end = endOfLine(text, line);
    const last = lastOnLine(text, line, end);
    const goesOn = end < text.length && last >= line && (text[last] === '\\' || text[last] === '`');
    if (wanted) collect(text, line, goesOn ? last : last + 1, words);
    if (!goesOn) return { words, end };
    line = end + 1;
    for (;;) {
      const next = skip(text, line, ' \t');
      if (text[next] !== '#') break;
      line = endOfLine(text, next) + 1;
    }
  }
}

function lastOnLine(text: string, start: number, end: number): number {
  let last = end - 1;
  while (last >= start && (text[last] === ' ' || text[last] === '\t' || text[last] === '\r')) last--;
  return last;
}

function collect(text: string, start: number, end: number, words: Piece[]): void {
  for (let at = skip(text, start, ' \t'); at < end; at = skip(text, at, ' \t')) {
    let stop = at;
    let quote = '';
    for (; stop < end; stop++) {
      const character = text.charAt(stop);
      if (quote === character) quote = '';
      else if (quote === '' && (character === '"' || character === "'")) quote = character;
      else if (quote === '' && (character === ' ' || character === '\t')) break;
    }
    words.push({ start: at, end: stop });
    at = stop;
  }
}

/** The lines of `<<EOF` belong to the instruction, whatever they look like. */
function afterHeredocs(text: string, words: readonly Piece[], end: number): number {
  let at = end;
  for (const { start, end: stop } of words) {
    const name = /^\d*<<-?(["']?)(\w+)\1$/.exec(text.slice(start, Math.min(stop, start + 80)))?.[2];
    if (!name) continue;
    for (let line = at + 1; line < text.length; line = endOfLine(text, line) + 1) {
      at = endOfLine(text, line);
      if (text.slice(line, at).trim() === name) break;
    }
  }
  return at;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function skip(text: string, from: number, characters: string): number {
  let at = from;
  while (at < text.length && characters.includes(text.charAt(at))) at++;
  return at;
}
