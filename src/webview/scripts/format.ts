import * as l10n from '@vscode/l10n';
import { pluralForm } from '../protocol.ts';

const units = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** The language of the editor's own texts, for numbers and dates. */
function locale(): string {
  return document.documentElement.lang || 'en';
}

/** `3 days ago`, in the editor's language; `just now` below a minute. */
export function ago(iso: string, now = Date.now()): string {
  const seconds = Math.max(0, (now - Date.parse(iso)) / 1000);
  const unit = units.find(([, length]) => seconds >= length);
  if (!unit) return l10n.t('just now');
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(-Math.floor(seconds / unit[1]), unit[0]);
}

/** `Mar 4, 2026`. */
export function day(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(date);
}

/** `Oct 2026` for `2026-10`. */
export function month(text: string): string {
  const date = new Date(`${text}-15T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return text;
  return new Intl.DateTimeFormat(locale(), { month: 'short', year: 'numeric' }).format(date);
}

/** `12.4K`. */
export function count(value: number): string {
  return new Intl.NumberFormat(locale(), { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/** `12,431`. */
export function exact(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

/** The name of a language in the editor's language: `Chinese`, `Simplified Chinese`, `English`. */
export function languageName(tag: string): string {
  if (tag === 'und') return l10n.t('unknown language');
  try {
    return new Intl.DisplayNames([locale()], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** A text with a number of things; see `pluralForm`. `text` comes from `l10n.t` without its values. */
export function counted(text: string, count: number, ...values: readonly string[]): string {
  return pluralForm(text, count, locale(), values);
}

/** Whether the reader's editor speaks Chinese. */
export function inChinese(): boolean {
  return /^zh\b/i.test(locale());
}
