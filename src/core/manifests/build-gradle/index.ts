import type { ManifestFormat } from '../manifest.ts';
import { parseGradle } from './parse.ts';

/** Build and settings scripts, and the Kotlin files in which buildSrc usually lists its dependencies. */
export const buildGradle: ManifestFormat = {
  id: 'build.gradle',
  ecosystem: 'maven',
  patterns: ['*.gradle', '*.gradle.kts', 'Dependencies.kt', 'Versions.kt', 'Deps.kt', 'Libs.kt'],
  parse: parseGradle,
};
