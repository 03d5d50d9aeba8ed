/**
 * Reads front matter in the form that we write ourselves, a field or a list item on each line and every value a plain
 * word, without a YAML parser: with thousands of findings that is what opening the view costs. Everything else, and
 * everything that YAML might read as more than a text, gives `undefined` and goes to the parser.
 */
export function readPlain(yaml: string): Readonly<Record<string, unknown>> | undefined {
  const fields = new Map<string, unknown>();
  let list: unknown[] | undefined;
  for (const line of yaml.split(/\r?\n/)) {
    if (line === '') continue;
    const item = /^ {2}- (.+)$/.exec(line);
    if (item) {
      const value = readItem(item[1] ?? '');
      if (!list || value === undefined) return undefined;
      list.push(value);
      continue;
    }
    const field = /^([a-z][a-z-]*):(?: (.+))?$/.exec(line);
    const [, key = '', text] = field ?? [];
    // `tags:` with nothing below is no list but nothing.
    if (!field || fields.has(key) || list?.length === 0) return undefined;
    list = undefined;
    if (text === undefined) {
      list = [];
      fields.set(key, list);
      continue;
    }
    const value = key === 'version' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : text === '[]' ? [] : readText(text);
    if (value === undefined) return undefined;
    fields.set(key, value);
  }
  return list?.length === 0 ? undefined : Object.fromEntries(fields);
}

/** `{status: adopted, date: 2026-01-01T00:00:00.000Z, by: Ada}` or a text. */
function readItem(text: string): unknown {
  const record = /^\{(.*)\}$/.exec(text);
  if (!record) return readText(text);
  const fields = new Map<string, string>();
  for (const part of (record[1] ?? '').split(', ')) {
    const [, key = '', value = ''] = /^([a-z]+): (.+)$/.exec(part) ?? [];
    const read = readText(value);
    if (read === undefined || read.includes(',') || fields.has(key)) return undefined;
    fields.set(key, read);
  }
  return Object.fromEntries(fields);
}

/** Letters first, or a date: nothing that YAML takes for a number, a truth value, nothing at all, or a sign of its own. */
function readText(text: string): string | undefined {
  const plain = /^(?:\p{L}|\d{4}-\d\d-\d\d(?:T|$))[\p{L}\w ./:@%+(),~-]*$/u.test(text);
  if (!plain || /: |:$| $|^(?:true|false|null|yes|no|on|off|nan|inf)$/i.test(text)) return undefined;
  return text;
}
