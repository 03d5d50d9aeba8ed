/** What is loaded with the first request. Named here, because a bundled `import('undici')` has no names: undici is CommonJS. */
export { Agent, EnvHttpProxyAgent } from 'undici';
