/** What is loaded for an overlay. Named here, because a bundled `import('yaml')` has no names: yaml is CommonJS in Node. */
export { isMap, isNode, parseDocument } from 'yaml';
