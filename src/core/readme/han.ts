const han = /\p{Script=Han}/u;

/** Whether a text holds a Chinese character (also one that Japanese shares). */
export function containsHan(text: string): boolean {
  return han.test(text);
}

/** How many Chinese characters a text holds. */
export function countHan(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}
