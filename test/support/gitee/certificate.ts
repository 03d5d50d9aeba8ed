import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

export interface Certificate {
  /** PEM. */
  readonly certificate: string;
  /** PEM. */
  readonly key: string;
}

/** A self-signed certificate for this machine that may sign others, as an inspecting proxy or a company's own Gitee may have one. */
export function makeCertificate(issuer = 'Gitee stand-in'): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = sequence(objectId('1.2.840.10045.4.3.2'));
  const name = sequence(set(sequence(objectId('2.5.4.3'), encode(0x0c, Buffer.from(issuer)))));
  const alternatives = sequence(encode(0x82, Buffer.from('localhost')), encode(0x87, Buffer.from([127, 0, 0, 1])));
  const isAuthority = sequence(encode(0x01, Buffer.from([0xff])));
  const extensions = sequence(
    sequence(objectId('2.5.29.17'), encode(0x04, alternatives)),
    sequence(objectId('2.5.29.19'), encode(0x01, Buffer.from([0xff])), encode(0x04, isAuthority)),
  );
  const content = sequence(
    encode(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    name,
    sequence(time('20200101000000Z'), time('20991231235959Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    encode(0xa3, extensions),
  );
  const signature = createSign('sha256').update(content).sign(privateKey);
  const der = sequence(content, algorithm, encode(0x03, Buffer.concat([Buffer.from([0]), signature])));
  return {
    certificate: toPem(der),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** Tag, length and value, as DER wants them. */
function encode(tag: number, value: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([tag]), lengthOf(value.length), value]);
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  return length < 0x100 ? Buffer.from([0x81, length]) : Buffer.from([0x82, length >> 8, length & 0xff]);
}

function sequence(...values: readonly Uint8Array[]): Buffer {
  return encode(0x30, Buffer.concat(values));
}

function set(...values: readonly Uint8Array[]): Buffer {
  return encode(0x31, Buffer.concat(values));
}

function integer(value: Uint8Array): Buffer {
  return encode(0x02, value);
}

function time(value: string): Buffer {
  return encode(0x18, Buffer.from(value));
}

function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return encode(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): readonly number[] {
  const digits = [value & 0x7f];
  for (let rest = value >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 0x7f) | 0x80);
  return digits;
}

function toPem(der: Buffer): string {
  const lines = der.toString('base64').replace(/.{64}/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}
