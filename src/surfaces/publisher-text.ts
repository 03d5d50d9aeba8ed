import * as vscode from 'vscode';
import type { Host, PackagePublisher } from '../core/model.ts';
import { publisherSentence } from '../core/sentences/index.ts';
import { sentenceText } from './sentence-text.ts';
import { homeAddress } from './wording.ts';

/** What a publisher is called in the language of the interface; an account with its host, since it has no other name. */
export function publisherName(publisher: PackagePublisher, language = vscode.env.language): string {
  const { known, name, zh } = publisher;
  if (known === 'account') return publisherPlaces(publisher)[0]?.label ?? name;
  return zh !== undefined && language.startsWith('zh') ? zh : name;
}

/** Who publishes a package, in one sentence. */
export function publisherText(publisher: PackagePublisher, language = vscode.env.language): string {
  const { known, name } = publisher;
  return sentenceText(publisherSentence(publisher, known === 'record' ? publisherName(publisher, language) : name));
}

/** Its accounts, Gitee first. */
export function publisherPlaces(
  publisher: PackagePublisher,
): readonly { readonly label: string; readonly url: string }[] {
  return (['gitee', 'atomgit', 'github'] as const satisfies readonly Host[]).flatMap(host => {
    const account = publisher[host];
    return account === null ? [] : [homeAddress(host, account)];
  });
}
