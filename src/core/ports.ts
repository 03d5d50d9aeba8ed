/**
 * What a host supplies to the core. Each port is the smallest interface that the core needs, shaped so that the host's
 * own object fits as it is.
 */

/** `vscode.LogOutputChannel` and `console` both are one. */
export interface Log {
  trace(message: string, ...details: unknown[]): void;
  debug(message: string, ...details: unknown[]): void;
  info(message: string, ...details: unknown[]): void;
  warn(message: string, ...details: unknown[]): void;
  error(message: string, ...details: unknown[]): void;
}

/** Time, so that a test can turn the clock. */
export interface Clock {
  /** Epoch ms. */
  now(): number;
}

/** Small values that survive a restart: `vscode.Memento` is one. */
export interface Store {
  get<T>(key: string): T | undefined;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** Secrets: `vscode.SecretStorage` is one. */
export interface Secrets {
  get(key: string): PromiseLike<string | undefined>;
}

/** Files of one folder tree, by `/`-separated paths below it: `vscode.workspace.fs` or `node:fs` behind it. */
export interface Folder {
  /** `undefined` when there is no such file. */
  read(path: string): Promise<string | undefined>;
  /** Whole or not at all: a reader never sees half a file. Makes missing folders. */
  write(path: string, text: string): Promise<void>;
  /** No error when there is no such file. */
  remove(path: string): Promise<void>;
  /** Paths of all files below, sorted. An absent folder is empty. */
  list(): Promise<readonly string[]>;
}

/** Data that the build compiles, loaded when first needed. */
export interface Assets {
  /** The catalog as compiled by `scripts`, JSON text. */
  catalog(): Promise<string>;
  /** The index of license texts, JSON text. */
  licenses(): Promise<string>;
}
