import * as z from 'zod';

/** A loaded engine with its model: synchronous. */
export interface WasmEngine {
  /** Sentences together, which takes less time than one by one; an answer for each, in their order. */
  translate(sentences: readonly string[], html: boolean): readonly string[];
}

export interface EngineFiles {
  readonly glue: string;
  readonly wasm: Uint8Array;
  /** One, or two that translate one after the other. Read one by one, so that only one lies in memory twice. */
  readonly models: readonly (() => Promise<ModelBytes>)[];
}

export interface ModelBytes {
  readonly model: Uint8Array;
  readonly vocabulary: Uint8Array;
  /** Where the languages do not share one. */
  readonly targetVocabulary: Uint8Array | undefined;
  readonly lexicon: Uint8Array | undefined;
}

/** The part of the global that is used; its types come only with those of browsers. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ readonly instance: object }>;
};

/** Matrix products for machines without the browser's own: the engine brings them itself. */
const products = {
  int8_prepare_a: 'int8PrepareAFallback',
  int8_prepare_b: 'int8PrepareBFallback',
  int8_prepare_b_from_transposed: 'int8PrepareBFromTransposedFallback',
  int8_prepare_b_from_quantized_transposed: 'int8PrepareBFromQuantizedTransposedFallback',
  int8_prepare_bias: 'int8PrepareBiasFallback',
  int8_multiply_and_add_bias: 'int8MultiplyAndAddBiasFallback',
  int8_select_columns_of_b: 'int8SelectColumnsOfBFallback',
} as const;

/** Settings with which Mozilla's models are made to run. */
const settings = `beam-size: 1
normalize: 1.0
word-penalty: 0
max-length-break: 128
mini-batch-words: 1024
workspace: 128
max-length-factor: 2.0
skip-cost: true
cpu-threads: 0
quiet: true
quiet-translation: true
gemm-precision: int8shiftAlphaAll
alignment: soft
`;

/** What the compiled engine offers, as far as it is used. C++ objects have to be deleted by hand. */
const Constructor = z.custom<new (...values: unknown[]) => object>(value => typeof value === 'function');
const Module = z.object({
  AlignedMemory: Constructor,
  AlignedMemoryList: Constructor,
  TranslationModel: Constructor,
  BlockingService: Constructor,
  VectorString: Constructor,
  VectorResponseOptions: Constructor,
});

/**
 * Loads the engine by our own hand: the package's own worker is written for a browser and fails in Node. Rejects when the
 * engine does not start or does not take the model.
 */
export async function loadWasmEngine(files: EngineFiles): Promise<WasmEngine> {
  const module = Module.parse(await start(files));
  const memory = (bytes: Uint8Array, alignment: number) => {
    const aligned = new module.AlignedMemory(bytes.byteLength, alignment);
    const view = call(aligned, 'getByteArrayView');
    if (!(view instanceof Uint8Array) && !(view instanceof Int8Array)) throw new Error('The engine gave no memory.');
    view.set(bytes);
    return aligned;
  };
  const load = ({ model, vocabulary, targetVocabulary, lexicon }: ModelBytes) => {
    const vocabularies = new module.AlignedMemoryList();
    call(vocabularies, 'push_back', memory(vocabulary, 64));
    if (targetVocabulary) call(vocabularies, 'push_back', memory(targetVocabulary, 64));
    const shortlist = lexicon ? memory(lexicon, 64) : null;
    return new module.TranslationModel(settings, memory(model, 256), shortlist, vocabularies, null);
  };
  const models: object[] = [];
  for (const read of files.models) models.push(load(await read()));
  // The engine carries marks from one model to the next by itself.
  const method = models.length > 1 ? 'translateViaPivoting' : 'translate';
  const service = new module.BlockingService({ cacheSize: 0 });

  const engine: WasmEngine = {
    translate(sentences, html) {
      const texts = new module.VectorString();
      const options = new module.VectorResponseOptions();
      for (const text of sentences) {
        call(texts, 'push_back', text);
        call(options, 'push_back', { alignment: html, html, qualityScores: false });
      }
      const responses = object(call(service, method, ...models, texts, options));
      const translated = sentences.map((_, index) => {
        const response = object(call(responses, 'get', index));
        const text = z.string().parse(call(response, 'getTranslatedText'));
        call(response, 'delete');
        return text;
      });
      for (const used of [responses, options, texts]) call(used, 'delete');
      return translated;
    },
  };
  // Models are read at the first sentence only: one that cannot be used has to show now.
  engine.translate(['好'], false);
  return engine;
}

/** Runs the engine's own script with a module object in which our functions stand. */
function start({ glue, wasm }: EngineFiles): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const silent = () => undefined;
    const module: Record<string, unknown> = {
      print: silent,
      printErr: silent,
      onAbort: (reason: unknown) => reject(new Error(`The engine broke off: ${String(reason)}`)),
      onRuntimeInitialized: () => resolve(module),
      instantiateWasm(imports: object, accept: (instance: object) => void) {
        const gemm = Object.fromEntries(
          Object.entries(products).map(([name, own]) => [
            name,
            (...values: unknown[]) => call(object(module.asm), own, ...values),
          ]),
        );
        WebAssembly.instantiate(wasm, { ...imports, wasm_gemm: gemm }).then(({ instance }) => accept(instance), reject);
        return {};
      },
    };
    // The script is part of the extension; it is no module and wants its names given from outside. Without `process` it
    // takes none of its ways to read files.
    new Function('Module', 'require', '__dirname', '__filename', 'process', glue)(module, undefined, '', '', undefined);
  });
}

function call(target: object, name: string, ...values: unknown[]): unknown {
  const method: unknown = Reflect.get(target, name);
  if (typeof method !== 'function') throw new Error(`The engine has no "${name}".`);
  return Reflect.apply(method, target, values);
}

function object(value: unknown): object {
  if (typeof value !== 'object' || value === null) throw new Error('The engine gave no object.');
  return value;
}
