/** Data that the build compiles and bundles as text: see `assets` in esbuild.mjs. */
declare module 'asset:*' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: what the bundler's text loader makes
  export default text;
}
