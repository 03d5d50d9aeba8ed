import type { ManifestFormat } from '../manifest.ts';
import { parsePackageResolved, parseSwift } from './parse.ts';

export const packageSwift: ManifestFormat = {
  id: 'Package.swift',
  ecosystem: 'swift',
  patterns: ['Package.swift', 'Package@swift-*.swift'],
  parse: parseSwift,
};

export const packageResolved: ManifestFormat = {
  id: 'Package.resolved',
  ecosystem: 'swift',
  patterns: ['Package.resolved'],
  parse: parsePackageResolved,
};
