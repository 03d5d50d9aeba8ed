import type { DependencyScope, Manifest } from '../../model.ts';
import { mavenPurl, purlOf } from '../../purl/index.ts';
import { fill, type Lookup } from '../../references/index.ts';
import { readMavenCoordinates } from '../jvm/coordinates.ts';
import { pluginPurl } from '../libs-versions-toml/index.ts';
import { ManifestBuilder, type Piece } from '../manifest.ts';
import { isSign, skipLines, type Token, tokenize } from '../syntax/tokens.ts';
import { gradle, lookupIn, readVariables, valueOfName } from './language.ts';

/** Build scripts of Gradle in Groovy and Kotlin. https://docs.gradle.org/current/userguide/declaring_dependencies.html */
export function parseGradle(text: string): Manifest {
  const tokens = tokenize(text, gradle);
  const variables = readVariables(tokens);
  const reader = new GradleReader(text, tokens, lookupIn(variables));
  for (const [name, value] of variables) reader.manifest.define(`variable:${name}`, value);
  reader.read();
  return reader.manifest.build('build.gradle', 'maven');
}

interface Frame {
  readonly brace: boolean;
  /** Of a brace: the word that it belongs to, `dependencies` or `plugins`. */
  readonly block: string;
}

class GradleReader {
  readonly manifest: ManifestBuilder;
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #lookup: Lookup;
  readonly #frames: Frame[] = [];
  /** The first word of the statement: `implementation`. */
  #word = '';
  #dependencies = 0;
  #plugins = 0;

  constructor(text: string, tokens: readonly Token[], lookup: Lookup) {
    this.manifest = new ManifestBuilder(text);
    this.#text = text;
    this.#tokens = tokens;
    this.#lookup = lookup;
  }

  read(): void {
    for (const [index, token] of this.#tokens.entries()) {
      if (token.kind === 'line') this.#endLine();
      else if (token.kind === 'sign') this.#sign(index, token);
      else if (token.kind === 'word') this.#readWord(index, token);
      else this.#readString(index, token);
    }
  }

  #endLine(): void {
    if (this.#frames.at(-1)?.brace ?? true) this.#word = '';
  }

  #sign(index: number, { value }: Token): void {
    if (value === ';') {
      this.#endLine();
    } else if (value === '{') {
      const block = this.#word === 'object' ? (this.#tokens[index - 1]?.value ?? '') : this.#word;
      this.#count(block, 1);
      this.#frames.push({ brace: true, block });
      this.#word = '';
    } else if (value === '(' || value === '[') {
      this.#frames.push({ brace: false, block: '' });
    } else if (value === '}' || value === ')' || value === ']') {
      this.#close(value === '}');
    }
  }

  #close(brace: boolean): void {
    const depth = this.#frames.findLastIndex(frame => frame.brace === brace);
    if (depth < 0) return;
    for (const { block } of this.#frames.splice(depth)) this.#count(block, -1);
    if (brace) this.#word = '';
  }

  #count(block: string, by: number): void {
    if (/(?:^|\.)dependencies$/.test(block)) this.#dependencies += by;
    else if (block === 'plugins') this.#plugins += by;
  }

  #readWord(index: number, token: Token): void {
    const { value } = token;
    if (this.#word === '') this.#word = value;
    if (value === 'group') this.#mapNotation(index);
    else if (value === 'kotlin' && (this.#plugins > 0 || this.#dependencies > 0)) this.#kotlin(index);
    else if (isAccessor(value) && (this.#dependencies > 0 || this.#plugins > 0 || this.#word === 'alias'))
      this.#accessor(token);
  }

  /** An entry of a version catalog; the catalog is another file, so the workspace says what it is. */
  #accessor(token: Token): void {
    const value = token.value.replace(/\.(?:get|asProvider)(?:\..*)?$/, '');
    if (value.includes('.versions.')) return;
    const plugin = this.#plugins > 0 || value.includes('.plugins.');
    this.manifest.add({ start: token.start, end: token.start + value.length }, undefined, {
      purl: purlOf('generic', '', value),
      place: plugin ? 'plugins' : this.#word,
      scope: plugin ? 'build' : scopeOf(this.#word),
      origin: 'workspace',
    });
  }

  /** `group: 'g', name: 'a', version: 'v'` and with `=` in Kotlin. */
  #mapNotation(index: number): void {
    const group = this.#argument(index, 'group');
    const name = group && this.#argument(group.next, 'name');
    if (!group || !name || group.value.kind !== 'string' || name.value.kind !== 'string') return;
    const version = this.#argument(name.next, 'version')?.value;
    const purl = mavenPurl(fill(group.value.value, this.#lookup), fill(name.value.value, this.#lookup));
    this.#add(name.value, version, purl, version && this.#resolve(version));
  }

  #argument(index: number, name: string): { value: Token; next: number } | undefined {
    const tokens = this.#tokens;
    const at = skipLines(tokens, isSign(tokens[index], ',') ? index + 1 : index);
    const value = tokens[at + 2];
    if (tokens[at]?.value !== name || !value || (value.kind !== 'string' && value.kind !== 'word')) return undefined;
    return isSign(tokens[at + 1], ':') || isSign(tokens[at + 1], '=') ? { value, next: at + 3 } : undefined;
  }

  #resolve(version: Token): string | undefined {
    return version.kind === 'string' ? fill(version.value, this.#lookup) : valueOfName(version.value, this.#lookup);
  }

  #readString(index: number, token: Token): void {
    if (this.#plugins > 0) {
      if (previousWord(this.#tokens, index)?.value === 'id')
        this.#plugin(index, token, token.value, pluginPurl(token.value));
      return;
    }
    // `"flavorImplementation"("g:a:1")`: a configuration that Kotlin has no name for.
    if (this.#word === '' && this.#dependencies > 0 && isSign(this.#tokens[index + 1], '(')) {
      this.#word = token.value;
      return;
    }
    const owner = previousWord(this.#tokens, index)?.value ?? '';
    if (/^(?:exclude|project|files|fileTree|url|because|module)$/.test(owner)) return;
    const found = readMavenCoordinates(this.#text, token);
    if (!found || !/^[A-Za-z$]/.test(found.group)) return;
    const appended = found.version ? undefined : (this.#appended(index, token) ?? this.#richVersion(index));
    const version = found.version ?? appended;
    if (this.#dependencies === 0 && !(version && isVersion(this.#text, version))) return;
    // `"test:check"` in a list of tasks.
    if (!version && !/[.-]/.test(found.group) && owner !== this.#word) return;
    const purl = mavenPurl(fill(found.group, this.#lookup), fill(found.artifact, this.#lookup));
    const written = version && this.#text.slice(version.start, version.end);
    const resolved = appended ? this.#resolve(appended) : written && fill(written, this.#lookup);
    this.#add(found.name, version, purl, resolved);
  }

  /** `'g:a:' + version` */
  #appended(index: number, token: Token): Token | undefined {
    const value = this.#tokens[index + 2];
    return token.value.endsWith(':') && isSign(this.#tokens[index + 1], '+') && value?.kind === 'word'
      ? value
      : undefined;
  }

  /** `implementation('g:a') { version { strictly '1' } }` */
  #richVersion(index: number): Token | undefined {
    const tokens = this.#tokens;
    const open = tokens[index + 1]?.value === ')' ? index + 2 : index + 1;
    const end = isSign(tokens[open], '{') ? (tokens[open]?.close ?? open) : open;
    for (let at = open + 1; at < end; at++) {
      if (!/^(?:strictly|require|prefer)$/.test(tokens[at]?.value ?? '')) continue;
      const value = tokens[isSign(tokens[at + 1], '(') ? at + 2 : at + 1];
      return value?.kind === 'string' || value?.kind === 'word' ? value : undefined;
    }
    return undefined;
  }

  #add(name: Piece, version: Piece | undefined, purl: string, resolved: string | undefined): void {
    const place =
      this.#dependencies > 0 ? this.#word : (this.#frames.findLast(({ brace }) => brace)?.block ?? '') || this.#word;
    this.manifest.add(name, version, { purl, place: place || 'script', scope: scopeOf(place), resolved });
  }

  /** `id 'x' version 'v'`, `id("x") version "v"`, `id("x").version(v)` */
  #plugin(index: number, name: Piece, id: string, purl: string): void {
    const version = this.#pluginVersion(index);
    // Plugins without a dot come with Gradle.
    if (!version && !id.includes('.')) return;
    this.manifest.add(name, version, {
      purl,
      place: 'plugins',
      scope: 'build',
      resolved: version && this.#resolve(version),
    });
  }

  #pluginVersion(index: number): Token | undefined {
    const tokens = this.#tokens;
    for (let at = index + 1; at < index + 5; at++) {
      const token = tokens[at];
      if (!token || token.kind === 'line' || isSign(token, ';')) return undefined;
      if (token.kind !== 'word' || !/^\.?version$/.test(token.value)) continue;
      const value = tokens[isSign(tokens[at + 1], '(') ? at + 2 : at + 1];
      return value?.kind === 'string' || value?.kind === 'word' ? value : undefined;
    }
    return undefined;
  }

  /** `kotlin("jvm") version "2"` in plugins, `kotlin("stdlib")` in dependencies. */
  #kotlin(index: number): void {
    const name = this.#tokens[index + 2];
    if (!isSign(this.#tokens[index + 1], '(') || name?.kind !== 'string') return;
    if (this.#plugins > 0) {
      const id = `org.jetbrains.kotlin.${name.value}`;
      this.#plugin(index + 2, name, id, pluginPurl(id));
    } else {
      const version = this.#tokens[index + 4];
      this.#add(
        name,
        version?.kind === 'string' ? version : undefined,
        mavenPurl('org.jetbrains.kotlin', `kotlin-${name.value}`),
        undefined,
      );
    }
  }
}

/** `libs.x`, and further catalogs as they are usually named: `testLibs.x`. */
function isAccessor(word: string): boolean {
  return /^(?:libs|[a-z]\w*Libs)\.\w/.test(word);
}

/** The word that a string is an argument of. */
function previousWord(tokens: readonly Token[], index: number): Token | undefined {
  const before = isSign(tokens[index - 1], '(') ? tokens[index - 2] : tokens[index - 1];
  return before?.kind === 'word' ? before : undefined;
}

/** Outside `dependencies` only what ends in something like a version is a package: `HH:mm:ss` is none. */
function isVersion(text: string, { start, end }: Piece): boolean {
  return /[\d$]/.test(text.slice(start, end));
}

function scopeOf(configuration: string): DependencyScope {
  if (/^(?:test|androidTest|integrationTest)|Test[A-Z]/.test(configuration)) return 'test';
  if (
    /^(?:classpath|annotationProcessor|kapt|ksp|compileOnly|provided)|CompileOnly$|AnnotationProcessor$/.test(
      configuration,
    )
  )
    return 'build';
  return /^(?:development|debug)/.test(configuration) ? 'development' : 'runtime';
}
