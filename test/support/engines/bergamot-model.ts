/**
 * Makes a model for the on-device engine with random weights: what comes out means nothing, but the file format, the way
 * it is loaded and run, its aborts and its stream are the real ones. The sizes of the layers are small, so that a sentence
 * takes milliseconds; `base` has the sizes of Mozilla's own zh-en model, for measuring.
 */

export interface ModelFiles {
  readonly model: Buffer;
  readonly vocabulary: Buffer;
  /** Of the language that comes out: each of its pieces ends with `°`. */
  readonly targetVocabulary: Buffer;
}

export interface ModelShape {
  readonly embedding: number;
  readonly feedForward: number;
  readonly encoders: number;
  readonly decoders: number;
  readonly vocabulary: number;
  readonly heads: number;
  /** Each language has a vocabulary of its own, as in Mozilla's model for Traditional Chinese. */
  readonly separate?: boolean;
}

export const tinyShape: ModelShape = {
  embedding: 64,
  feedForward: 128,
  encoders: 1,
  decoders: 1,
  vocabulary: 512,
  heads: 8,
};
export const baseShape: ModelShape = {
  embedding: 512,
  feedForward: 2048,
  encoders: 6,
  decoders: 2,
  vocabulary: 64_000,
  heads: 8,
};

export function makeModel(shape: ModelShape = tinyShape): ModelFiles {
  const pieces = piecesOf(shape.vocabulary);
  const texts = pieces.map(([text]) => text);
  return {
    model: modelFile(itemsOf(shape, texts)),
    vocabulary: vocabularyFile(pieces),
    targetVocabulary: vocabularyFile(pieces.map(([text, score, type]) => [`${text}°`, score, type])),
  };
}

interface Item {
  readonly name: string;
  readonly type: number;
  readonly shape: readonly number[];
  readonly data: Buffer;
}

// Marian's type numbers: a class in the second byte, bytes per value in the first.
const int8Intgemm = 0x4101;
const float32 = 0x404;
const int8 = 0x101;

function itemsOf(shape: ModelShape, pieces: readonly string[]): readonly Item[] {
  const { embedding: d, feedForward: ff, vocabulary: v, encoders, decoders, separate = false } = shape;
  const random = createRandom(7);
  const items: Item[] = [];
  const floats = (name: string, values: Float32Array, dimensions: readonly number[]) => {
    items.push({ name, type: float32, shape: dimensions, data: padded(Buffer.from(values.buffer)) });
  };
  const quantized = (name: string, rows: number, columns: number, deviation: number) => {
    const multiplier = 127 / (3 * deviation);
    const bytes = Buffer.alloc(rows * columns + 4);
    for (let index = 0; index < rows * columns; index += 1) {
      const value = Math.round(random() * deviation * multiplier);
      bytes.writeInt8(Math.max(-127, Math.min(127, value)), index);
    }
    bytes.writeFloatLE(multiplier, rows * columns);
    items.push({ name, type: int8Intgemm, shape: [rows, columns], data: padded(bytes) });
    floats(`${name}_QuantMultA`, Float32Array.of(31), [1]);
  };
  const linear = (name: string, rows: number, columns: number, suffix: string) => {
    quantized(`${name}_W${suffix}`, rows, columns, Math.sqrt(2 / (rows + columns)));
    floats(`${name}_b${suffix}`, new Float32Array(columns), [1, columns]);
  };
  const norm = (name: string) => {
    floats(`${name}_ln_scale`, new Float32Array(d).fill(1), [1, d]);
    floats(`${name}_ln_bias`, new Float32Array(d), [1, d]);
  };
  const attention = (name: string) => {
    for (const suffix of ['q', 'k', 'v', 'o']) linear(name, d, d, suffix);
    norm(`${name}_Wo`);
  };
  const feedForward = (name: string) => {
    linear(name, d, ff, '1');
    linear(name, ff, d, '2');
    norm(`${name}_ffn`);
  };

  for (const name of separate ? ['encoder_Wemb', 'decoder_Wemb'] : ['Wemb']) {
    quantized(name, v, d, Math.sqrt(2 / (v + d)));
  }
  floats('none_QuantMultA', Float32Array.of(31), [1]);
  // Nothing Chinese comes out, as with a model that has learned English.
  const bias = Float32Array.from({ length: v }, (_, index) => (/\p{Script=Han}/u.test(pieces[index] ?? '') ? -50 : 0));
  floats('decoder_ff_logit_out_b', bias, [1, v]);
  for (let layer = 1; layer <= encoders; layer += 1) {
    attention(`encoder_l${layer}_self`);
    feedForward(`encoder_l${layer}_ffn`);
  }
  for (let layer = 1; layer <= decoders; layer += 1) {
    const name = `decoder_l${layer}`;
    quantized(`${name}_rnn_W`, d, d, Math.sqrt(1 / d));
    quantized(`${name}_rnn_Wf`, d, d, Math.sqrt(1 / d));
    floats(`${name}_rnn_bf`, new Float32Array(d), [1, d]);
    norm(`${name}_rnn_ffn`);
    attention(`${name}_context`);
    feedForward(`${name}_ffn`);
  }
  const settings = Buffer.from(`${settingsOf(shape)}\0`);
  items.push({ name: 'special:model.yml', type: int8, shape: [settings.length], data: padded(settings) });
  return items;
}

/** Marian's binary format: version, count, fixed headers, names, shapes, a gap to a multiple of 256, the data. */
function modelFile(items: readonly Item[]): Buffer {
  const head = [
    uint64s(1, items.length),
    ...items.map(({ name, type, shape, data }) => uint64s(name.length + 1, type, shape.length, data.length)),
    ...items.map(({ name }) => Buffer.from(`${name}\0`)),
    ...items.map(({ shape }) => Buffer.from(Int32Array.from(shape).buffer)),
  ];
  const position = head.reduce((sum, { length }) => sum + length, 0);
  const gap = (Math.floor((position + 8) / 256) + 1) * 256 - position - 8;
  return Buffer.concat([...head, uint64s(gap), Buffer.alloc(gap), ...items.map(({ data }) => data)]);
}

function settingsOf({
  embedding,
  feedForward,
  encoders,
  decoders,
  vocabulary,
  heads,
  separate = false,
}: ModelShape): string {
  return `bert-train-type-embeddings: true
bert-type-vocab-size: 2
dec-cell: ssru
dec-cell-base-depth: 2
dec-cell-high-depth: 1
dec-depth: ${decoders}
dim-emb: ${embedding}
dim-rnn: 1024
dim-vocabs:
  - ${vocabulary}
  - ${vocabulary}
enc-cell: gru
enc-cell-depth: 1
enc-depth: ${encoders}
enc-type: bidirectional
factors-combine: sum
factors-dim-emb: 0
input-types: []
layer-normalization: false
lemma-dependency: ""
lemma-dim-emb: 0
output-omit-bias: false
right-left: false
skip: false
tied-embeddings: ${separate}
tied-embeddings-all: ${!separate}
tied-embeddings-src: false
transformer-aan-activation: swish
transformer-aan-depth: 2
transformer-aan-nogate: false
transformer-decoder-autoreg: rnn
transformer-decoder-dim-ffn: 0
transformer-decoder-ffn-depth: 0
transformer-dim-aan: 2048
transformer-dim-ffn: ${feedForward}
transformer-ffn-activation: relu
transformer-ffn-depth: 2
transformer-guided-alignment-layer: last
transformer-heads: ${heads}
transformer-no-affine: false
transformer-no-bias: false
transformer-no-projection: false
transformer-pool: false
transformer-postprocess: dan
transformer-postprocess-emb: d
transformer-postprocess-top: ""
transformer-preprocess: ""
transformer-rnn-projection: false
transformer-tied-layers:
  []
transformer-train-position-embeddings: false
type: transformer
ulr: false
ulr-dim-emb: 0
ulr-trainable-transformation: false
version: v1.12.14 synthetic
`;
}

const pieceTypes = { normal: 1, unknown: 2, control: 3 } as const;

type Piece = readonly [text: string, score: number, type: number];

/** `</s>` is 0 and `<unk>` is 1, as Marian trains them. */
function piecesOf(size: number): readonly Piece[] {
  const words =
    'the a of to is and in for it on as with are this an use can you code data file system open source'.split(' ');
  const characters = [
    ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:;!?()-_/<>="\'&的是一不了在有个人这中大为上国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理世车',
  ];
  const pieces: Piece[] = [
    ['</s>', 0, pieceTypes.control],
    ['<unk>', 0, pieceTypes.unknown],
    ['▁', -2, pieceTypes.normal],
    ...words.map(word => [`▁${word}`, -3, pieceTypes.normal] as const),
    ...[...new Set(characters)].map(character => [character, -4, pieceTypes.normal] as const),
  ];
  while (pieces.length < size) pieces.push([`▁w${pieces.length}`, -9, pieceTypes.normal]);
  return pieces.slice(0, size);
}

/** A SentencePiece model, in protocol buffers. */
function vocabularyFile(pieces: readonly Piece[]): Buffer {
  const trainer = Buffer.concat([
    varintField(3, 1),
    varintField(4, pieces.length),
    varintField(40, 1),
    varintField(41, -1),
    varintField(42, 0),
    varintField(43, -1),
  ]);
  const normalizer = Buffer.concat([
    bytesField(1, Buffer.from('identity')),
    varintField(3, 1),
    varintField(4, 1),
    varintField(5, 1),
  ]);
  return Buffer.concat([
    ...pieces.map(([text, score, type]) => {
      const number = Buffer.alloc(4);
      number.writeFloatLE(score);
      return bytesField(
        1,
        Buffer.concat([bytesField(1, Buffer.from(text)), Buffer.from([0x15]), number, varintField(3, type)]),
      );
    }),
    bytesField(2, trainer),
    bytesField(3, normalizer),
  ]);
}

function varint(value: number): Buffer {
  // Negative numbers take ten bytes, as 64-bit two's complement.
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  while (rest >= 0x80n) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Buffer.from(bytes);
}

function varintField(field: number, value: number): Buffer {
  return Buffer.concat([varint(field << 3), varint(value)]);
}

function bytesField(field: number, value: Buffer): Buffer {
  return Buffer.concat([varint((field << 3) | 2), varint(value.length), value]);
}

function uint64s(...values: readonly number[]): Buffer {
  return Buffer.from(BigUint64Array.from(values.map(BigInt)).buffer);
}

function padded(data: Buffer): Buffer {
  const rest = data.length % 256;
  return rest === 0 ? data : Buffer.concat([data, Buffer.alloc(256 - rest)]);
}

/** Normally distributed numbers, the same in every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 1) / 4_294_967_297;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}
