/** Bars of one chart; what is more is put together as the last one. */
const mostBars = 8;
const rowHeight = 26;
const labelWidth = 180;
const width = 470;

/** Horizontal bars as inline SVG, with the numbers as text and in the description; nothing without values. */
export function barChart(title: string, values: readonly (readonly [label: string, count: number])[]): string {
  if (values.length === 0) return '';
  const shown = values.slice(0, values.length > mostBars ? mostBars - 1 : mostBars);
  const rest = values.slice(shown.length).reduce((sum, [, count]) => sum + count, 0);
  const bars = rest > 0 ? [...shown, ['others', rest] as const] : shown;
  const most = Math.max(...bars.map(([, count]) => count));
  const room = width - labelWidth - 50;
  const rows = bars.map(([label, count], index) => {
    const y = index * rowHeight;
    const length = Math.max(2, Math.round((count / most) * room));
    return `<text x="${labelWidth - 8}" y="${y + 17}" text-anchor="end">${plain(label)}</text><rect x="${labelWidth}" y="${y + 4}" width="${length}" height="18"/><text x="${labelWidth + length + 6}" y="${y + 17}">${count}</text>`;
  });
  const description = bars.map(([label, count]) => `${plain(label)}: ${count}`).join(', ');
  const height = bars.length * rowHeight;
  return `<figure><figcaption>${plain(title)}</figcaption><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${plain(title)}. ${description}">${rows.join('')}</svg></figure>`;
}

/** Labels are licenses and our own words: whatever else gets in is cut and loses its signs. */
function plain(label: string): string {
  const short = label.length > 22 ? `${label.slice(0, 21)}…` : label;
  return short.replaceAll(/[&<>"']/g, '');
}
