import { readFileSync, statSync } from 'node:fs';
import * as vscode from 'vscode';
import type { NetworkSettings } from '../core/gitee/index.ts';
import type { Log } from '../core/ports.ts';
import { settings } from './contributions.ts';

/** A bundle of all authorities of the world has about 250 kB. */
const largestFile = 2_000_000;

/**
 * How VS Code itself reaches the network: its `http.*` settings, and the environment where they say nothing; with the
 * certificates that our own setting and `NODE_EXTRA_CA_CERTS` name. The result is asked before every request.
 */
export function createNetworkSettings(log: Log): () => NetworkSettings {
  const readCertificate = createFileReader(log);
  return () => {
    const http = vscode.workspace.getConfiguration('http');
    const added =
      vscode.workspace.getConfiguration(settings.section).get<readonly string[]>(settings.certificates) ?? [];
    // Node reads the variable at its start, and not in every build that VS Code runs in.
    const files = [...added, process.env.NODE_EXTRA_CA_CERTS ?? ''].filter(file => file !== '');
    const certificates = {
      strictSSL: http.get<boolean>('proxyStrictSSL') ?? true,
      systemCertificates: http.get<boolean>('systemCertificates') ?? true,
      extraCertificates: files.map(readCertificate).filter(text => text !== undefined),
    };
    if (http.get<string>('proxySupport') === 'off') return certificates;
    return {
      ...certificates,
      proxy: http.get<string>('proxy') || undefined,
      proxyAuthorization: http.get<string | null>('proxyAuthorization') || undefined,
      noProxy: http.get<readonly string[]>('noProxy') ?? [],
      environment: process.env,
    };
  };
}

/** Reads a small file again only when it changed: a look at its date costs some microseconds. */
function createFileReader(log: Log): (file: string) => string | undefined {
  const known = new Map<string, { readonly stamp: string; readonly text: string | undefined }>();
  return file => {
    const stamp = stampOf(file);
    const before = known.get(file);
    if (before?.stamp === stamp) return before.text;
    const text = readText(file, log);
    known.set(file, { stamp, text });
    return text;
  };
}

function stampOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.mtimeMs} ${found.size}` : 'missing';
}

/** `undefined`, and a line in the log, when it holds no certificate: the others still count. */
function readText(file: string, log: Log): string | undefined {
  try {
    const text = statSync(file).size > largestFile ? '' : readFileSync(file, 'utf8');
    if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
    log.warn(`${file} holds no PEM certificate`);
  } catch (error) {
    log.warn(`certificate file ${file}`, error);
  }
  return undefined;
}
