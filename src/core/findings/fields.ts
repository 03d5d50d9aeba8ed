import type { Finding, Host } from '../model.ts';
import type { FrontMatter } from './schema.ts';

const hosts: Readonly<Record<string, Host>> = { github: 'github', atomgit: 'atomgit' };

/** A finding from the fields of its file and the text below them. */
export function toFinding(fields: FrontMatter, body: string): Finding {
  const { verdict, 'verdict-for': verdictFor } = fields;
  const changedAt = fields.changed ?? fields.saved;
  const history = fields.history.length > 0 ? fields.history : [{ status: fields.status, date: changedAt }];
  return {
    id: fields.project,
    name: fields.name,
    homes: fields.homes.map(toHome),
    status: fields.status,
    note: body.trim().replace(/\r\n/g, '\n'),
    tags: fields.tags,
    license: fields.license,
    ...(verdict && verdictFor !== undefined ? { verdict: { is: verdict, for: verdictFor } } : {}),
    replaces: fields.replaces,
    links: fields.links,
    ...(fields.review === undefined ? {} : { review: fields.review }),
    history,
    savedAt: fields.saved,
    changedAt: history.reduce((latest, { date }) => (date > latest ? date : latest), changedAt),
  };
}

function toHome(text: string): { readonly host: Host; readonly path: string } {
  const colon = text.indexOf(':');
  return { host: hosts[text.slice(0, colon)] ?? 'gitee', path: text.slice(colon + 1) };
}
