import * as vscode from 'vscode';
import type { CompactReading } from './knowledge.ts';

/** Why a file was not read; `undefined` for one that was, and for one that is gone. */
export function skippedBecause(reading: CompactReading): string | undefined {
  switch (reading.kind) {
    case 'too-large': {
      const megabytes = reading.bytes / 1024 / 1024;
      const shown = megabytes.toLocaleString(vscode.env.language, {
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      });
      return vscode.l10n.t('{0} MB, larger than the limit', shown);
    }
    case 'unreadable':
      return reading.message;
    case 'read':
    case 'gone':
      return undefined;
  }
}
