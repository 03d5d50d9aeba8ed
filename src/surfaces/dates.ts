import * as vscode from 'vscode';

/** A day for people, in the language of the interface: `Oct 3, 2026` for `2026-10-03`, and for a time on that day. */
export function dateText(iso: string): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  // A day without a time is the same day everywhere.
  const zone = iso.length === 10 ? { timeZone: 'UTC' } : {};
  return new Date(time).toLocaleDateString(vscode.env.language, { dateStyle: 'medium', ...zone });
}

/** A time of day, in the language of the interface; `epoch` in ms. */
export function timeText(epoch: number): string {
  return new Date(epoch).toLocaleTimeString(vscode.env.language, { timeStyle: 'short' });
}
