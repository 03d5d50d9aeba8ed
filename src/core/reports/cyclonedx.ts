import type { ScannedManifest } from './model.ts';

/**
 * CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/): the direct dependencies as components, the suggestions as
 * properties of them. Without a serial number and a time stamp, so that the same input gives the same bytes.
 */
export function cyclonedxReport(manifests: readonly ScannedManifest[]): string {
  const components = new Map<string, object>();
  for (const manifest of manifests) {
    for (const dependency of manifest.dependencies) {
      if (dependency.purl === '' || components.has(dependency.purl)) continue;
      const properties = [
        { name: 'gitee-scout:manifest', value: manifest.path },
        ...(dependency.requirement === null
          ? []
          : [{ name: 'gitee-scout:requirement', value: dependency.requirement }]),
        ...(dependency.suggestions ?? []).map(({ relation, project }) => ({
          name: `gitee-scout:${relation}`,
          value: project,
        })),
      ];
      components.set(dependency.purl, {
        type: 'library',
        'bom-ref': dependency.purl,
        name: dependency.name,
        purl: dependency.purl,
        scope:
          dependency.scope === 'optional'
            ? 'optional'
            : dependency.scope === 'development' || dependency.scope === 'test'
              ? 'excluded'
              : 'required',
        properties,
      });
    }
  }
  return `${JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components: [...components.values()] }, null, 2)}\n`;
}
