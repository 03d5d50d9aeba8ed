/** The one object that VS Code gives to a page's scripts. */
declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

declare module '*.svg' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: esbuild's text loader gives a default export
  export default text;
}
