const control = /(?![\r\n\t])\p{Cc}/gu;

/** Text without the signs that drive a terminal: somebody looks at a report there, and names and notes are of others. */
export function plainText(text: string): string {
  return text.replaceAll(control, '');
}
