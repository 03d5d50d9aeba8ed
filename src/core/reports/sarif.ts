import type { ScannedManifest } from './model.ts';

/** SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/): suggestions at their places in the manifests. */
export function sarifReport(files: readonly { readonly manifest: ScannedManifest; readonly text: string }[]): string {
  const results = files.flatMap(({ manifest, text }) => {
    const locate = locator(text);
    return manifest.dependencies.flatMap(dependency =>
      (dependency.suggestions ?? []).map(suggestion => ({
        ruleId: suggestion.relation,
        level: 'note',
        message: { text: `${dependency.name}: ${suggestion.name}. ${suggestion.reason}` },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: manifest.path.split('/').map(encodeURIComponent).join('/') },
              region: locate(dependency.nameRange),
            },
          },
        ],
        partialFingerprints: {
          'giteeScout/v1': `${manifest.path}:${dependency.place}:${dependency.purl}:${suggestion.project}`,
        },
      })),
    );
  });
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'Gitee Scout', rules } }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const rules = [
  { id: 'equivalent', shortDescription: { text: 'A Chinese open-source project does the same' } },
  { id: 'complementary', shortDescription: { text: 'A Chinese open-source project goes well with this dependency' } },
  { id: 'same-project', shortDescription: { text: 'The dependency is itself of Chinese origin' } },
];

/** Turns offsets into SARIF regions: lines and columns from 1, in UTF-16 units. */
function locator(text: string): (range: readonly [number, number]) => object {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(found => found.index + found[0].length)];
  const position = (offset: number) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
  return ([start, end]) => {
    const from = position(start);
    const to = position(end);
    return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
  };
}
